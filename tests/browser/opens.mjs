// The page opens from any path, says what it is, and then asks the network for nothing more.

import assert from "node:assert/strict";
import { test } from "node:test";
import { field } from "./support/panes.mjs";
import { kept, visit } from "./support/site.mjs";

test("the page opens without a complaint", () =>
  visit(async (page) => {
    await page.locator("h1").first().waitFor();
    assert.notEqual(await page.title(), "");
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    assert.match(policy, /default-src 'none'/);
  }));

test("nothing is requested after the page has loaded", () =>
  visit(async (page, server) => {
    await page.locator("h1").first().waitFor();
    await kept(page);
    await page.waitForLoadState("networkidle");
    const before = server.requested.length;
    await page.mouse.wheel(0, 500);
    await page.waitForTimeout(1000);
    assert.deepEqual(server.requested.slice(before).filter((path) => !path.endsWith("/sw.js")), []);
  }));

test("if the program fails, the draft is there to be copied", () =>
  visit(async (page) => {
    await field(page, "cluster_name").fill("harbor");
    await page.evaluate(() => dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") })));
    await page.getByRole("heading", { name: "Something went wrong" }).waitFor();
    assert.match(await page.getByLabel("Your draft").inputValue(), /"cluster_name": "harbor"/);
    assert.match(await page.locator(".rescue pre").innerText(), /unreachable/);
  }));
