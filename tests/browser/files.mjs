// The files: a tree by keys, a preview in colours, documents as they are meant, a search, what changed, and what one takes along.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { component, field, open, row, view } from "./support/panes.mjs";
import { download, visit } from "./support/site.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TFVARS = "environments/primary/infrastructure.tfvars";

const file = (page, path) => page.locator(`.tree-row[data-path="${path}"]`);
const focused = (page) => page.evaluate(() => document.activeElement.dataset.path ?? document.activeElement.id);
const shown = (page) => page.locator(".preview-path").innerText();
const paths = (page) => page.locator(".tree-row").evaluateAll((rows) => rows.map((row) => row.dataset.path));

test("the tree is in the order of reading, folds, and is walked by arrows", () =>
  visit(async (page) => {
    await view(page, "Files").click();
    const tops = (await paths(page)).filter((path) => /^[^/]+\/?$/.test(path));
    assert.deepEqual(tops.slice(0, 7), ["README.md", "environments/", "infrastructure/", "platform/", "scripts/", "docs/", ".gitignore"]);
    assert.equal(await file(page, "docs/decisions/").getAttribute("aria-expanded"), "false");
    assert.equal(await file(page, "docs/decisions/").locator(".tree-count").innerText(), "4");
    assert.equal(await page.locator('.tree-row[tabindex="0"]').count(), 1);
    await file(page, "README.md").focus();
    for (const [key, expected] of [
      ["ArrowDown", "environments/"],
      ["ArrowRight", "environments/primary/"],
      ["ArrowLeft", "environments/primary/"],
      ["ArrowLeft", "environments/"],
      ["i", "infrastructure/"],
      ["ArrowLeft", "infrastructure/"],
      ["ArrowDown", "platform/"],
      ["ArrowUp", "infrastructure/"],
      ["End", "configuration.json"],
      ["Home", "README.md"],
    ]) {
      await page.keyboard.press(key);
      assert.equal(await focused(page), expected, key);
    }
    assert.equal(await file(page, "environments/primary/").getAttribute("aria-expanded"), "false");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    assert.equal(await shown(page), "configuration.json");
    assert.equal(await file(page, "configuration.json").getAttribute("aria-selected"), "true");
  }));

test("code has colours, and its text is that of the file", () =>
  visit(async (page) => {
    const text = await open(page, "infrastructure/network-flow-logs.tf");
    await text.locator(".keyword", { hasText: "resource" }).first().waitFor();
    await text.locator(".comment").first().waitFor();
    const { name, bytes } = await download(page, () => page.getByRole("button", { name: "Save" }).click());
    assert.equal(name, "network-flow-logs.tf");
    assert.equal(await text.evaluate((text) => text.textContent), bytes.toString());
    for (const path of ["scripts/lib.sh", "configuration.json", "infrastructure/variables.tf"]) {
      // The last lines of a long file get theirs later.
      await (await open(page, path)).locator(".line:nth-last-child(-n + 8) span").first().waitFor({ state: "attached" });
    }
  }));

test("a document is read as it is meant, and its links select files", () =>
  visit(async (page) => {
    await view(page, "Files").click();
    const sheet = page.locator(".sheet.is-document");
    await sheet.getByRole("heading", { name: "Run it" }).waitFor();
    await sheet.locator("img.bundle-picture[src^='data:image/svg']").waitFor();
    assert.equal(await sheet.locator("img").evaluate((image) => image.decode().then(() => image.naturalWidth > 100)), true);
    await sheet.getByRole("button", { name: "how it works" }).first().click();
    assert.equal(await shown(page), "docs/network.md");
    assert.equal(await file(page, "docs/network.md").getAttribute("aria-selected"), "true");
    await page.getByRole("button", { name: "Source", exact: true }).click();
    await page.locator(".sheet .line", { hasText: /^# / }).first().waitFor();
    await page.getByRole("button", { name: "Source", exact: true }).click();
    await page.locator(".sheet.is-document").waitFor();
    await open(page, "docs/architecture.svg");
    await page.locator("img.bundle-picture[src^='data:image/svg']").waitFor();
  }));

test("what stands in a draft is never more than text in a document", () =>
  visit(async (page, server) => {
    const name = "<img src=x onerror=alert(1)>[a](javascript:alert(1))**b**";
    await page.addInitScript((name) => {
      if (location.protocol === "about:") return;
      localStorage.clear();
      localStorage.setItem("eks-configurator/draft", JSON.stringify({ components: { [name]: true } }));
    }, name);
    await page.goto("about:blank");
    await page.goto(server.url);
    await view(page, "Files").click();
    await page.locator(".sheet.is-document", { hasText: "<img src=x onerror" }).waitFor();
    assert.equal(await page.locator(".sheet [onerror], .sheet a").count(), 0);
  }));

test("a line has an address, and says which setting it is about", () =>
  visit(async (page) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const text = await open(page, TFVARS);
    const line = text.locator(".line", { hasText: /^# vpc_cidr = / });
    await line.click({ position: { x: 20, y: 8 } });
    await text.locator(".is-marked", { hasText: "vpc_cidr" }).waitFor();
    const number = await page.getByLabel("Line", { exact: true }).inputValue();
    await page.getByRole("button", { name: "Copy address" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${TFVARS}:${number}`);
    await page.locator(".inspector h2", { hasText: "New VPC" }).waitFor();
    await page.locator(".preview-marked").getByRole("button", { name: "vpc_cidr" }).click();
    await page.waitForFunction(() => document.activeElement?.id === "control-vpc_cidr");
    await page.getByLabel("Line", { exact: true }).fill("1");
    await page.keyboard.press("Enter");
    await text.locator(".line:first-child.is-marked").waitFor();
  }));

test("all files are searched, by keys alone", () =>
  visit(async (page) => {
    await view(page, "Files").click();
    const search = page.getByRole("combobox", { name: "Search in all files" });
    await search.fill("FLOW_LOGS_traffic");
    await page.locator(".found-row").first().waitFor();
    assert.match(await page.locator(".found-sums").innerText(), /lines in \d+ files/);
    for (const mark of await page.locator(".found mark").allInnerTexts()) assert.equal(mark.toLowerCase(), "flow_logs_traffic");
    await search.press("ArrowDown");
    await search.press("Enter");
    const active = page.locator('.found-row[aria-selected="true"]');
    const line = await active.locator(".found-line").innerText();
    assert.equal(await page.getByLabel("Line", { exact: true }).inputValue(), line);
    assert.match(await page.locator(".is-marked").innerText(), /flow_logs_traffic/);
    assert.equal(await focused(page), "files-search");
    await search.press("Escape");
    await file(page, "README.md").waitFor();
    await search.fill("e");
    await page.locator(".found-sums", { hasText: "the first 200 shown" }).waitFor();
    await search.fill("such thing there is none");
    await page.locator(".found-sums", { hasText: "In no file" }).waitFor();
  }));

test("what the last change did is marked in tree and lines", () =>
  visit(async (page) => {
    const text = await open(page, TFVARS);
    assert.equal(await page.locator(".change").count(), 0);
    await row(page, "New VPC").click();
    await field(page, "vpc_cidr").fill("10.42.0.0/16");
    await file(page, TFVARS).locator(".change.changed").waitFor();
    assert.deepEqual(await text.locator(".line.changed").allTextContents(), ['vpc_cidr = "10.42.0.0/16"\n']);
    await page.getByRole("button", { name: "1 line changed" }).click();
    await text.locator(".changed.is-marked").waitFor();
    await component(page, "Flow logs").click();
    await page.locator('.tree-row.is-gone[data-path="infrastructure/network-flow-logs.tf"]').waitFor();
    await page.keyboard.press("Control+z");
    await file(page, "infrastructure/network-flow-logs.tf").locator(".change.added").waitFor();
    assert.match(await page.locator(".tree-sums").innerText(), /\d+ files, \d+ changed/);
  }));

test("a file says why it is there, and leads to its component", () =>
  visit(async (page) => {
    await open(page, "infrastructure/network-flow-logs.tf");
    await page.locator(".preview-why", { hasText: "In by default." }).getByRole("button", { name: "Flow logs" }).click();
    await page.locator(".inspector h2", { hasText: "Flow logs" }).waitFor();
    assert.notEqual(await page.locator(".tree-row.is-its").count(), 0);
    await open(page, "docs/network.md");
    await page.locator(".preview-why").getByRole("button", { name: "Network" }).waitFor();
    await open(page, "infrastructure/variables.tf");
    await page.locator(".gathered summary", { hasText: /Variables of \d+ components/ }).click();
    await page.locator(".gathered").getByRole("button", { name: "Node groups" }).waitFor();
  }));

test("a key press leaves the lines that stay", () =>
  visit(async (page) => {
    const text = await open(page, TFVARS);
    await row(page, "New VPC").click();
    await text.evaluate((text) => [...text.children].forEach((line) => (line.stays = true)));
    await field(page, "vpc_cidr").fill("10.43.0.0/16");
    await text.locator(".line", { hasText: "10.43.0.0" }).waitFor();
    assert.equal(await text.evaluate((text) => [...text.children].filter((line) => !line.stays).length), 1);
    const bytes = await text.evaluate((text) => text.textContent);
    assert.match(bytes, /^vpc_cidr = "10\.43\.0\.0\/16"$/m);
  }));

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing in files, ${colorScheme}`, () =>
    visit(
      async (page) => {
        const look = async (name) => {
          await page.waitForTimeout(200);
          const { violations } = await page.evaluate(() => axe.run(document));
          assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(" ")}`), [], name);
        };
        await page.evaluate(axe);
        await view(page, "Files").click();
        await page.locator("img.bundle-picture[src]").waitFor();
        await look("a document");
        await component(page, "Flow logs").click();
        await page.locator(".tree-row.is-gone").first().waitFor();
        const text = await open(page, TFVARS);
        await text.locator(".line").nth(3).click({ position: { x: 20, y: 8 } });
        await look("changes and a marked line");
        await page.getByRole("combobox", { name: "Search in all files" }).fill("vpc");
        await page.locator(".found-row").first().waitFor();
        await look("a search");
      },
      { context: { colorScheme, viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" } },
    ));
}
