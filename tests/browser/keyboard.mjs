// By keyboard alone: find, switch, set, come back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { box, draft } from "./support/panes.mjs";
import { visit } from "./support/site.mjs";

const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};

const says = (page) => page.evaluate(() => document.activeElement.innerText || document.activeElement.getAttribute("aria-label"));

const until = (page, id) => page.waitForFunction((id) => document.activeElement?.id === id, id);

test("a field is found by its name, set, and left for the outline", () =>
  visit(async (page) => {
    await box(page, "new-vpc").first().waitFor();
    await press(page, "/");
    await page.keyboard.type("vpc_cidr");
    await page.locator(".found-field").first().waitFor();
    await press(page, "Enter");
    await until(page, "control-vpc_cidr");
    await press(page, "Control+a");
    await page.keyboard.type("10.42.0.0/16");
    await page.locator("svg.picture", { hasText: "10.42.0.0/16" }).waitFor();
    await press(page, "Escape");
    assert.match(await says(page), /New VPC/);
    assert.deepEqual(await draft(page), { values: { vpc_cidr: "10.42.0.0/16" } });
  }));

test("keys that follow at once land where the focus goes, not a frame later", () =>
  visit(async (page) => {
    await box(page, "new-vpc").first().waitFor();
    const focused = await page.evaluate(async () => {
      // Just after a frame, so that the next one is as far away as it can be.
      await new Promise(requestAnimationFrame);
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "/", bubbles: true, cancelable: true }));
      const { port1, port2 } = new MessageChannel();
      await new Promise((done) => ((port1.onmessage = done), port2.postMessage(null)));
      return document.activeElement.id;
    });
    assert.equal(focused, "outline-search");
  }));

test("fields are found by what they are for", () =>
  visit(async (page) => {
    await box(page, "new-vpc").first().waitFor();
    await press(page, "/");
    await page.keyboard.type("pod security");
    await page.locator(".found-field", { hasText: "namespaces" }).waitFor();
    await page.keyboard.type(" nowhere");
    await page.getByText("No component and no field is called that.").waitFor();
    await press(page, "Escape");
    assert.equal(await page.locator("#outline-search").inputValue(), "");
  }));

test("the arrow keys go through the outline, and right to a switch", () =>
  visit(async (page) => {
    await box(page, "flow-logs").first().waitFor();
    await press(page, "/");
    await page.keyboard.type("flow logs");
    await press(page, "ArrowDown", "ArrowDown", "ArrowDown");
    assert.match(await says(page), /Flow logs/);
    await press(page, "ArrowRight");
    await page.locator(".outline-hint", { hasText: "Switching it off: −1 component: Flow logs" }).waitFor();
    await press(page, "Space");
    await box(page, "flow-logs").first().waitFor({ state: "detached" });
    await press(page, "ArrowLeft", "Enter");
    await until(page, "inspector-heading");
    assert.match(await says(page), /Flow logs/);
    await press(page, "Escape");
    assert.match(await says(page), /Flow logs/);
    await press(page, "ArrowUp", "ArrowUp", "ArrowUp");
    await until(page, "outline-search");
    await press(page, "Control+z");
    await box(page, "flow-logs").first().waitFor();
  }));

test("an entry is added, filled in and removed", () =>
  visit(async (page) => {
    await box(page, "new-vpc").first().waitFor();
    await press(page, "/");
    await page.keyboard.type("tags for every");
    await page.locator(".found-field").first().waitFor();
    await press(page, "Enter");
    await until(page, "control-tags--add");
    await page.keyboard.type("Owner");
    await press(page, "Enter");
    await until(page, "control-tags-Owner");
    await page.keyboard.type("harbour");
    assert.deepEqual(await draft(page), { values: { tags: { Owner: "harbour" } } });
    await press(page, "Tab", "Enter");
    await until(page, "control-tags--add");
    assert.deepEqual(await draft(page), {});
    // Its control is another than the one that adds.
    await page.keyboard.type("add");
    await press(page, "Enter");
    await until(page, "control-tags-add");
  }));

test("the keys are listed under ?, and the list gives the focus back", () =>
  visit(async (page) => {
    await box(page, "new-vpc").first().waitFor();
    await page.locator(".outline-row").first().focus();
    await press(page, "?");
    const keys = page.getByRole("dialog", { name: "Keys" });
    await keys.getByText("Find a component or field").waitFor();
    await press(page, "/", "Tab", "Tab", "Tab");
    assert.notEqual(await page.evaluate(() => document.activeElement.id), "outline-search");
    await press(page, "Escape");
    await keys.waitFor({ state: "hidden" });
    assert.match(await says(page), /Shared settings/);
    await page.locator("#outline-search").focus();
    await page.keyboard.type("?");
    assert.equal(await keys.isVisible(), false, "who types a question mark gets one");
  }));

test("whatever has the focus shows it", () =>
  visit(async (page) => {
    await box(page, "new-vpc").first().waitFor();
    const seen = new Set();
    for (let steps = 0; steps < 60; steps++) {
      await press(page, "Tab");
      const bare = await page.evaluate(() => {
        const at = document.activeElement;
        if (at === document.body) return null;
        const style = getComputedStyle(at);
        const next = at.nextElementSibling && getComputedStyle(at.nextElementSibling);
        const isShown = [style, next].some((it) => it && it.outlineStyle !== "none" && it.outlineWidth !== "0px");
        return isShown ? null : at.outerHTML.slice(0, 120);
      });
      if (bare) seen.add(bare);
    }
    assert.deepEqual([...seen], []);
  }));
