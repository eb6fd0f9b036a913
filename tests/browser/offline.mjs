// Everyday manners: without a network, after an update, on paper, at twice the size; and what the download is.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { component, draft, field, panel, row, view } from "./support/panes.mjs";
import { isKept, kept, launch, serve, site, visit } from "./support/site.mjs";

test("after the first visit the page needs no network", { skip: !isKept }, () =>
  visit(async (page, server) => {
    await field(page, "cluster_name").fill("harbor");
    await kept(page);
    await page.waitForTimeout(300);
    await server.close();
    await page.reload();
    await page.locator("svg.picture").waitFor();
    assert.equal(await field(page, "cluster_name").inputValue(), "harbor");
    await component(page, "Flow logs").click();
    const other = await page.context().newPage();
    await other.goto(server.url);
    await other.locator(".drafts-name", { hasText: "harbor" }).waitFor();
  }));

test("once the page is kept, only the look for an update is a request", { skip: !isKept }, () =>
  visit(async (page, server) => {
    await kept(page);
    await page.waitForLoadState("networkidle");
    const before = server.requested.length;
    await page.reload();
    await page.locator("svg.picture").waitFor();
    await page.waitForTimeout(2500);
    const asked = new Set(server.requested.slice(before));
    asked.delete("/eks-configurator/sw.js");
    assert.deepEqual([...asked], []);
  }));

test("a newer page is there at the next visit, and the draft as well", { skip: !isKept }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "update-"));
  cpSync(site, folder, { recursive: true });
  const change = (file, from, to) => writeFileSync(join(folder, file), readFileSync(join(folder, file), "utf8").replace(from, to));
  const [server, browser] = [await serve({ folder, path: "/some/where/else/" }), await launch()];
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    await field(page, "cluster_name").fill("harbor");
    await kept(page);
    change("index.html", /<title>[^<]*/, "<title>Newer");
    change("sw.js", /BUILD = "[^"]*"/, 'BUILD = "newer"');
    await page.reload();
    await field(page, "cluster_name").waitFor();
    const names = () => page.evaluate(() => caches.keys());
    for (let tries = 0; tries < 100 && !(await names()).every((name) => name.endsWith("newer")); tries++) await page.waitForTimeout(100);
    assert.equal((await names()).length, 1);
    await page.reload();
    await page.waitForFunction(() => document.title === "Newer");
    assert.equal(await field(page, "cluster_name").inputValue(), "harbor");
    assert.deepEqual(await draft(page), { values: { cluster_name: "harbor" } });
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true });
  }
});

test("on paper there are picture, findings and settings, and no controls", () =>
  visit(
    async (page) => {
      await field(page, "cluster_name").fill("harbor");
      await row(page, "New VPC").click();
      await page.getByLabel("single").check();
      await page.emulateMedia({ media: "print" });
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      const paper = page.locator(".on-paper");
      await paper.locator("svg").waitFor();
      const text = await paper.innerText();
      assert.match(text, /^harbor/);
      assert.match(text, /nat_gateways = "single"/);
      assert.match(text, /question: /);
      assert.equal(await page.locator("button:visible, input:visible").count(), 0);
      await page.evaluate(() => dispatchEvent(new Event("afterprint")));
      await paper.locator("svg").waitFor({ state: "detached" });
      assert.ok((await page.pdf()).length > 10_000);
    },
    { context: { colorScheme: "dark" } },
  ));

for (const [width, height] of [[720, 450], [512, 384]]) {
  test(`at twice the size, ${width} by ${height}, everything can be reached`, () =>
    visit(
      async (page) => {
        await page.locator("svg.picture").waitFor();
        const tabs = page.getByRole("navigation", { name: "Views" });
        await tabs.getByRole("button", { name: "Outline" }).click();
        await row(page, "New VPC").click();
        await field(page, "vpc_cidr").fill("10.8.0.0/16");
        await page.getByRole("button", { name: "Close the inspector" }).click();
        for (const name of ["Drafts", "Import", "What is in the download"]) {
          const box = await (await panel(page, name)).boundingBox();
          assert.ok(box.y + box.height <= height && box.x + box.width <= width, name);
          await page.keyboard.press("Escape");
        }
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
      },
      { context: { viewport: { width, height } } },
    ));
}

test("who wants less motion has none", () =>
  visit(
    async (page) => {
      await page.locator("svg.picture").waitFor();
      const moving = await page.evaluate(() => {
        const long = (element) => getComputedStyle(element).transitionDuration.split(",").some((time) => parseFloat(time) > 0.01);
        return [...document.querySelectorAll("*")].filter(long).length;
      });
      assert.equal(moving, 0);
    },
    { context: { reducedMotion: "reduce" } },
  ));

test("the download says what it is, and what to run next", () =>
  visit(async (page) => {
    await field(page, "cluster_name").fill("harbor");
    const contents = await panel(page, "What is in the download");
    await contents.getByText("harbor.zip").waitFor();
    const text = await contents.innerText();
    const digest = await page.locator(".digest code").innerText();
    assert.match(text, new RegExp(`\\b${digest}[0-9a-f]{56}\\b`));
    assert.match(text, /eks-configurator generate --config configuration\.json --out harbor/);
    assert.match(text, /infrastructure\/\s*\d+ files/);
    assert.match(text, /scripts\/apply primary --dry-run shows/);
    await page.keyboard.press("Escape");
    await view(page, "Review").click();
  }));

test("if the program fails offline or after an update, the draft is still there to be copied", () =>
  visit(async (page) => {
    await field(page, "cluster_name").fill("harbor");
    await page.evaluate(() => dispatchEvent(new PromiseRejectionEvent("unhandledrejection", { promise: Promise.resolve(), reason: new WebAssembly.RuntimeError("unreachable") })));
    assert.match(await page.getByLabel("Your draft").inputValue(), /"cluster_name": "harbor"/);
    await page.reload();
    assert.equal(await field(page, "cluster_name").inputValue(), "harbor");
  }));
