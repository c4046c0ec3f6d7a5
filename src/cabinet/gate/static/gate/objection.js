// Words selected in the paper are taken into the objection when its form is opened. Without this file
// the paragraph is chosen beside the text, and words are copied.
(function () {
  "use strict";

  document.addEventListener("toggle", function (event) {
    const opened = event.target;
    if (!opened.matches || !opened.matches("[data-objection]") || !opened.open) return;
    const selection = document.getSelection();
    const words = selection ? selection.toString().trim() : "";
    const node = selection && selection.anchorNode;
    const within = node && (node.nodeType === 1 ? node : node.parentElement).closest("[data-paragraph]");
    if (!words || !within) return;
    const choice = within.querySelector("input[name=paragraph]");
    const quoted = opened.querySelector("[name=quoted]");
    if (choice && !words.includes("\n")) choice.checked = true;
    if (quoted && !quoted.value) quoted.value = words;
  }, true);
})();
