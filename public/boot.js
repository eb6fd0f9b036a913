// Starts the page, and says what happened if it stops. An inline script would need a hole in the content security policy;
// this file knows where things are by the attributes of its own element.
const own = document.querySelector("script[data-wasm]");

try {
  const theme = localStorage.getItem("eks-configurator/theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // A browser that lets nothing be stored: as the system says.
}

// If the program fails, the draft is not lost: it is shown, to be copied. The program itself can do nothing any more.
function rescue(error) {
  if (!(error instanceof WebAssembly.RuntimeError) || document.querySelector(".rescue")) return;
  const page = document.createElement("main");
  page.className = "rescue";
  const add = (name, text) => page.appendChild(Object.assign(document.createElement(name), { textContent: text }));
  add("h1", "Something went wrong in this page");
  add("p", "Your draft is below: copy it, and load the page again. If the same happens again, please report it with these lines:");
  add("pre", error.stack || String(error));
  add("label", "Your draft").htmlFor = "rescued";
  Object.assign(add("textarea", window.lastDraft ?? ""), { id: "rescued", readOnly: true, rows: 16 });
  document.body.replaceChildren(page);
}
addEventListener("error", (event) => rescue(event.error));
addEventListener("unhandledrejection", (event) => rescue(event.reason));

try {
  const page = await import(own.dataset.js);
  await page.default({ module_or_path: own.dataset.wasm });
} catch (error) {
  const says = document.getElementById("loading-says");
  // Once the page is up it tells of its failures itself.
  if (says) says.textContent = `The page cannot start in this browser: ${error}`;
  throw error;
}

// From now on the page is there without a network too. A browser that refuses shows it all the same.
navigator.serviceWorker?.register("sw.js").catch(() => {});
