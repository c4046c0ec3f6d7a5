// In the in-tray, Shift and a unit's letter give it a copy for information. The boxes work without this file.
(function () {
  "use strict";

  const WRITING = "input:not([type=checkbox]):not([type=radio]), select, textarea";

  // The same key on an Arabic keyboard gives an Arabic letter: its place on the board counts then.
  function letterOf(event) {
    const found = /^Key([A-Z])$/.exec(event.code || "");
    return /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : found ? found[1].toLowerCase() : "";
  }

  document.addEventListener("keydown", function (event) {
    if (!event.shiftKey || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (event.target.closest && event.target.closest(WRITING)) return;
    const letter = letterOf(event);
    const box = letter && document.querySelector(`[data-in-tray] [data-copy-key="${letter}"]`);
    if (!box) return;
    event.preventDefault();
    box.click();
  }, true);
})();
