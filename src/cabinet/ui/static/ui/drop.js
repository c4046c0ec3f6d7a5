// A file dropped on the zone of a file field is taken by the field. Without this file the field itself works.
(function () {
  "use strict";

  function arm(zone) {
    const field = zone.querySelector("input[type=file]");
    if (!field || zone.classList.contains("can-drop")) return;
    zone.classList.add("can-drop");
    for (const name of ["dragenter", "dragover"]) {
      zone.addEventListener(name, function (event) {
        event.preventDefault();
        zone.classList.add("is-over");
      });
    }
    for (const name of ["dragleave", "drop"]) {
      zone.addEventListener(name, function () { zone.classList.remove("is-over"); });
    }
    zone.addEventListener("drop", function (event) {
      event.preventDefault();
      const dropped = event.dataTransfer.files;
      if (!dropped.length) return;
      const kept = new DataTransfer();
      for (const file of field.multiple ? dropped : [dropped[0]]) kept.items.add(file);
      field.files = kept.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
      field.focus();
    });
  }

  function armAll(root) {
    root.querySelectorAll("[data-drop]").forEach(arm);
  }

  document.addEventListener("DOMContentLoaded", function () { armAll(document); });
  document.addEventListener("htmx:afterSettle", function (event) { armAll(event.target); });
})();
