// Starts the pages. If even that fails, says so in words: no fault may end in a white window.
import start from "./console.js";

start({ module_or_path: new URL("console_bg.wasm", import.meta.url) }).catch((fault) => {
  // A fault of the pages themselves has said so already (src/boot.rs).
  if (document.querySelector(".lament")) return;
  const main = document.createElement("main");
  main.className = "lament";
  main.setAttribute("role", "alert");
  const say = (tag, text) => main.appendChild(document.createElement(tag)).append(text);
  say("h1", "The console could not start");
  say("p", "Its pages could not be loaded. Your data is safe: it lives on the server. Install the console again; if that does not help, please report this line:");
  say("pre", String(fault));
  document.body.replaceChildren(main);
});
