// How fast the page is: from a key press, in a field or on a switch, until every pane has settled, from navigation to the
// picture; and its memory.

import { component, row, view, open } from "./support/panes.mjs";
import { launch, serve } from "./support/site.mjs";

const KEYS = 80;
const VISITS = 7;
/** An optional component that no other needs. */
const SWITCHED = "Flow logs";
/** Megabytes of WebAssembly memory. */
const MEMORY_BUDGET = 32;

const server = await serve();
const browser = await launch();
try {
  await navigation();
  await keys();
} finally {
  await browser.close();
  await server.close();
}

async function navigation() {
  const times = [];
  for (let visit = 0; visit < VISITS; visit++) {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      const watch = new MutationObserver(() => {
        if (!document.querySelector("svg.picture")) return;
        watch.disconnect();
        requestAnimationFrame(() => (window.drawnAt = performance.now()));
      });
      watch.observe(document, { childList: true, subtree: true });
    });
    await page.goto(server.url);
    times.push(await page.waitForFunction(() => window.drawnAt).then((handle) => handle.jsonValue()));
    await page.close();
  }
  tell("navigation to picture", times);
}

async function keys() {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(server.url);
  // Everything on: one that is switched on brings others.
  const off = page.locator(".outline .switch:not(:checked):not(:disabled)");
  while (await off.count()) await off.first().click();
  for (const pane of ["Picture", "Files", "Review"]) {
    if (pane === "Files") await open(page, "environments/primary/infrastructure.tfvars");
    else await view(page, pane).click();
    await row(page, "New VPC").click();
    tell(`key press, with ${pane.toLowerCase()}`, await measured(page.locator("#control-vpc_cidr")));
    // Boxes come and go, so that the whole picture is laid out anew.
    tell(`switch, with ${pane.toLowerCase()}`, await measured(component(page, SWITCHED)));
  }
  const megabytes = await page.evaluate(async () => {
    const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
    const own = await import(new URL(js, location.href));
    return (await own.default({ module_or_path: wasm })).memory.buffer.byteLength / 1e6;
  });
  console.log(`${"wasm memory".padEnd(28)} ${megabytes.toFixed(1)} MB at its peak (at most ${MEMORY_BUDGET})`);
  if (megabytes > MEMORY_BUDGET) process.exitCode = 1;
}

/** How long each of KEYS changes to a range or a switch takes until styles and layout are done as well. */
function measured(control) {
  return control.evaluate(async (element, count) => {
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
    const turn = () => new Promise((done) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = done;
      channel.port2.postMessage(null);
    });
    const digest = () => document.querySelector(".digest code").textContent;
    const times = [];
    for (let key = 0; key < count; key++) {
      await new Promise(requestAnimationFrame);
      await turn();
      const before = digest();
      const start = performance.now();
      if (element.type === "checkbox") {
        element.click();
      } else {
        set.call(element, `10.${key + 1}.0.0/16`);
        element.dispatchEvent(new InputEvent("input", { bubbles: true }));
      }
      await turn();
      document.body.offsetHeight;
      times.push(performance.now() - start);
      if (digest() === before) throw new Error("the panes had not settled");
    }
    return times;
  }, KEYS);
}

function tell(what, times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);
  console.log(`${what.padEnd(28)} best ${at(0)} ms, median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, of ${times.length}`);
}
