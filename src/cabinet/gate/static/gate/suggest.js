// While a correspondent's name is typed, the directory offers those that it holds. Without this file
// the list that came with the page is offered, and part of a name is enough.
(function () {
  "use strict";

  let waiting = 0;

  document.addEventListener("input", function (event) {
    const field = event.target;
    const list = field.matches("input[list]") && field.list;
    if (!list || !list.dataset.suggest) return;
    window.clearTimeout(waiting);
    const typed = field.value.trim();
    if (!typed || [...list.options].some(function (each) { return each.value === typed; })) return;
    waiting = window.setTimeout(async function () {
      const answer = await fetch(`${list.dataset.suggest}?q=${encodeURIComponent(typed)}`);
      if (answer.ok && field.value.trim() === typed) list.innerHTML = await answer.text();
    }, 150);
  });
})();
