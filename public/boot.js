// Starts the page. An inline script would need a hole in the content security policy; this file knows where things are by
// the attributes of its own element.
const own = document.querySelector("script[data-wasm]");

try {
  const theme = localStorage.getItem("eks-configurator/theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // A browser that lets nothing be stored: as the system says.
}

try {
  const page = await import(own.dataset.js);
  await page.default({ module_or_path: own.dataset.wasm });
} catch (error) {
  const says = document.getElementById("loading-says");
  // Once the page is up it tells of its failures itself.
  if (says) says.textContent = `The page cannot start in this browser: ${error}`;
  throw error;
}
