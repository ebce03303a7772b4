"use strict";
// The keyboard is the app's as soon as the app is drawn, and the link's once the session has ended.
const watcher = new MutationObserver(() => {
  const state = document.body.classList;
  if (state.contains("-closed")) {
    watcher.disconnect();
    document.querySelector("#ended a").focus();
  } else if (state.contains("-first-byte") && document.activeElement === document.body) {
    document.querySelector(".xterm-helper-textarea").focus();
  }
});
document.addEventListener("DOMContentLoaded", () => watcher.observe(document.body, { attributes: true }));
