// Starts the page. An inline script would need a hole in the content security policy; this file knows where things are by
// the attributes of its own element.
const own = document.querySelector("script[data-wasm]");

// gloo stores values as JSON.
const theme = localStorage.getItem("eks-configurator/theme");
if (theme) document.documentElement.dataset.theme = JSON.parse(theme);

try {
  const page = await import(own.dataset.js);
  await page.default({ module_or_path: own.dataset.wasm });
} catch (error) {
  const says = document.getElementById("loading-says");
  // Once the page is up it tells of its failures itself.
  if (says) says.textContent = `The page cannot start in this browser: ${error}`;
  throw error;
}
