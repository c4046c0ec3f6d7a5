// Keys for those who want them: typing the letter of a data-key presses its button or follows its link.
// Nothing depends on this file. Keys sleep inside fields and while Ctrl, Alt or Meta is held.
(function () {
  "use strict";

  const WRITING = "input:not([type=checkbox]):not([type=radio]):not([type=submit]):not([type=button]), select, textarea, [contenteditable=true]";

  // The same key on an Arabic keyboard gives an Arabic letter: its place on the board counts then.
  function letterOf(event) {
    if (/^[a-z0-9/?]$/i.test(event.key)) return event.key.toLowerCase();
    const found = /^(?:Key([A-Z])|Digit([0-9]))$/.exec(event.code || "");
    return found ? (found[1] || found[2]).toLowerCase() : event.key.toLowerCase();
  }

  function visible(element) {
    return element.getClientRects().length > 0 && !element.disabled;
  }

  document.addEventListener("keydown", function (event) {
    if (event.defaultPrevented || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest && event.target.closest(WRITING)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    // Enter on a link, a button or a box means that one.
    if (event.key === "Enter" && event.target.closest && event.target.closest("a, button, input, summary")) return;
    const letter = letterOf(event);
    for (const element of document.querySelectorAll("[data-key]")) {
      if (element.dataset.key.toLowerCase() === letter && visible(element)) {
        event.preventDefault();
        element.matches(WRITING) ? element.focus() : element.click();
        return;
      }
    }
  });

  function focusFirst(root) {
    const wrong = root.querySelector(".field-wrong input, .field-wrong select, .field-wrong textarea");
    const wanted = root.querySelector(".refusal[data-autofocus]") || wrong || root.querySelector("[data-autofocus]");
    if (wanted) wanted.focus({ preventScroll: false });
  }

  document.addEventListener("DOMContentLoaded", function () { focusFirst(document); });
  document.addEventListener("htmx:afterSettle", function (event) { focusFirst(event.target); });

  // A second press of the same button while the first is on its way does nothing.
  document.addEventListener("submit", function (event) {
    const form = event.target;
    if (event.defaultPrevented) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    window.setTimeout(function () { delete form.dataset.sent; }, 4000);
  });
})();
