// Takes the README's picture of the page: node tests/browser/support/screenshot.mjs, after `cargo xtask build`.

import { launch, serve } from "./site.mjs";
import { fileURLToPath } from "node:url";

const server = await serve();
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 });
await page.goto(server.url);
await page.getByText("Node groups", { exact: true }).first().click();
await page.waitForTimeout(500);
await page.screenshot({ path: fileURLToPath(new URL("../../../docs/page.png", import.meta.url)) });
await browser.close();
await server.close();
