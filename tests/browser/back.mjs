// Coming back: the address holds the draft, drafts have names, everything can be undone, and nothing is lost.

import assert from "node:assert/strict";
import { test } from "node:test";
import { link, linked } from "./support/links.mjs";
import { component, draft, field, panel, row, status } from "./support/panes.mjs";
import { visit } from "./support/site.mjs";

const HARBOR = { values: { cluster_name: "harbor" } };
const TEA = { components: { "flow-logs": false }, values: { cluster_name: "tea" } };

const name = (page) => page.locator(".drafts-name");
const named = (page, title) => page.locator(".drafts-name", { hasText: new RegExp(`^${title}$`) }).waitFor();
const said = (page, words) => status(page).locator(".said", { hasText: words }).waitFor();
const reports = (page) => page.locator(".reports");

/** The draft of the address, once the page has written it. */
async function addressed(page, expected) {
  await page.waitForFunction((wanted) => location.hash === wanted, `#${await settled(page)}`);
  assert.deepEqual(linked(page.url()), expected);
}

async function settled(page) {
  await page.waitForTimeout(700);
  return (await page.evaluate(() => location.hash)).slice(1);
}

test("the address holds what differs from the defaults, and no history is made", () =>
  visit(async (page) => {
    await field(page, "cluster_name").waitFor();
    await addressed(page, {});
    const length = await page.evaluate(() => history.length);
    await field(page, "cluster_name").press("Control+a");
    await field(page, "cluster_name").pressSequentially("harbor");
    await addressed(page, HARBOR);
    await page.keyboard.press("Control+z");
    await addressed(page, {});
    assert.equal(await page.evaluate(() => history.length), length);
  }));

test("a link opens the draft, is a step to undo, and leaves the stored one alone", () =>
  visit(async (page, server) => {
    await field(page, "cluster_name").fill("harbor");
    const other = await page.context().newPage();
    await other.goto(`${server.url}#${link(TEA)}`);
    await named(other, "tea");
    assert.deepEqual(await draft(other), TEA);
    await panel(other, "Drafts");
    assert.deepEqual(await other.locator(".draft-title").allInnerTexts(), ["tea", "harbor"]);
    await other.keyboard.press("Escape");
    await other.keyboard.press("Control+z");
    await named(other, "harbor");
    await other.keyboard.press("Control+Shift+z");
    await named(other, "tea");
    await other.reload();
    await named(other, "tea");
    assert.deepEqual(await draft(other), TEA);
  }));

test("a link typed into the address opens, and the way back leads back", () =>
  visit(async (page) => {
    await field(page, "cluster_name").fill("harbor");
    await addressed(page, HARBOR);
    await page.evaluate((hash) => (location.hash = hash), link(TEA));
    await named(page, "tea");
    await addressed(page, TEA);
    await page.goBack();
    await named(page, "harbor");
    await page.evaluate(() => (location.hash = "canvas-panel"));
    await page.waitForTimeout(300);
    assert.equal(await name(page).innerText(), "harbor");
  }));

test("sharing copies the link and says so", () =>
  visit(
    async (page) => {
      await field(page, "cluster_name").fill("harbor");
      await page.getByRole("button", { name: "Copy the link" }).click();
      await said(page, "The link is copied");
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.deepEqual(linked(copied), HARBOR);
      assert.equal(copied, page.url());
    },
    { context: { permissions: ["clipboard-read", "clipboard-write"] } },
  ));

test("without a clipboard the address is the link", () =>
  visit(
    async (page) => {
      await page.getByRole("button", { name: "Copy the link" }).click();
      await said(page, "the address of this page is the link");
    },
    { context: { permissions: [] } },
  ));

test("a link that was cut off is repaired, and each repair is listed", () =>
  visit(
    async (page) => {
      await reports(page).getByText("was cut off").waitFor();
      await named(page, "tea");
      assert.deepEqual(await draft(page), TEA);
      await page.keyboard.press("Escape");
      await page.keyboard.press("Control+z");
      assert.deepEqual(await draft(page), {});
    },
    { address: `#${link({ ...TEA, acknowledged: Array.from({ length: 40 }, (_, at) => `component-${at * 7919}`) }).slice(0, 130)}` },
  ));

const BROKEN = {
  "of another version": [`#9${link(TEA).slice(1)}`, "another version", TEA],
  "with letters behind it": [`#${link(TEA)}).`, "which was left out", TEA],
  "that was changed": [`#${link(TEA).replace(/^1:.../, "1:AAA")}`, "changed on its way", TEA],
  "of junk": ["#1:AAAABBBBCCCC", "cut off", {}],
  "that is none": ["#harbor", "No value was understood", {}],
  "with parts of the wrong shape": [`#${link({ components: { "flow-logs": 3 }, values: { colour: "red" }, extra: 1 })}`, "no variable `colour`".replaceAll("`", ""), { values: { colour: "red" } }],
  "with markup": [`#${link({ values: { cluster_name: "<img src=x onerror=hurt()>", "<b>": "</script><script>hurt()</script>" } })}`, "no variable <b>", undefined],
  "that is a bomb": [`#${link(" ".repeat(5_000_000))}`, "cut off", {}],
};

for (const [what, [address, says, expected]] of Object.entries(BROKEN)) {
  test(`a link ${what} is said to be so, and does no harm`, () =>
    visit(
      async (page) => {
        await reports(page).getByText(says).first().waitFor();
        if (expected) assert.deepEqual(await draft(page), expected);
        assert.equal(await page.locator("main img, main script, .panel img, .panel script").count(), 0);
        await page.keyboard.press("Escape");
        await field(page, "cluster_name").fill("still-alive");
        await named(page, "still-alive");
      },
      { address },
    ));
}

test("drafts have names, and one switches between them", () =>
  visit(async (page) => {
    await field(page, "cluster_name").fill("harbor");
    await named(page, "harbor");
    const drafts = await panel(page, "Drafts");
    await drafts.getByLabel("Name of this draft").fill("For the review");
    await page.keyboard.press("Tab");
    await named(page, "For the review");
    await drafts.getByRole("button", { name: "Duplicate" }).click();
    await named(page, "For the review copy");
    await panel(page, "Drafts");
    await drafts.getByRole("button", { name: "New" }).click();
    await named(page, "platform");
    assert.deepEqual(await draft(page), {});
    await component(page, "Flow logs").click();
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await named(page, "For the review copy");
    await panel(page, "Drafts");
    await drafts.getByRole("button", { name: /^platform/ }).click();
    await named(page, "platform");
    await page.reload();
    await named(page, "platform");
    await panel(page, "Drafts");
    assert.deepEqual((await drafts.locator(".draft-title").allInnerTexts()).sort(), ["For the review", "For the review copy", "platform"]);
  }));

test("a deleted draft can be restored until the page closes", () =>
  visit(async (page) => {
    await field(page, "cluster_name").fill("harbor");
    await named(page, "harbor");
    const drafts = await panel(page, "Drafts");
    await drafts.getByRole("button", { name: "New" }).click();
    await named(page, "platform");
    await panel(page, "Drafts");
    await drafts.getByRole("button", { name: "Delete harbor" }).click();
    await said(page, "harbor is deleted");
    assert.deepEqual(await drafts.locator(".draft-title").allInnerTexts(), ["platform"]);
    await drafts.getByRole("button", { name: "Restore" }).click();
    await drafts.getByRole("button", { name: /^harbor/ }).click();
    await named(page, "harbor");
    assert.deepEqual(await draft(page), HARBOR);
    // The one that is shown can go too, and undo takes it back as well.
    await panel(page, "Drafts");
    await drafts.getByRole("button", { name: "Delete harbor" }).click();
    await named(page, "platform");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+z");
    await named(page, "harbor");
    assert.deepEqual(await draft(page), HARBOR);
  }));

test("drafts are managed by keyboard", () =>
  visit(async (page) => {
    await field(page, "cluster_name").fill("harbor");
    await page.getByRole("button", { name: "Drafts: harbor" }).focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("Name of this draft").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.type("By keyboard");
    await page.locator(".drafts-list .draft-title").evaluate((title) => (window.kept = title));
    await page.keyboard.press("Tab");
    await named(page, "By keyboard");
    // What one may be about to click stays.
    assert.equal(await page.evaluate(() => window.kept.isConnected && window.kept.innerText), "By keyboard");
    await page.keyboard.press("Enter");
    await named(page, "platform");
    await page.getByRole("dialog", { name: "Drafts" }).waitFor({ state: "hidden" });
  }));

test("undo takes back presets and values alike", () =>
  visit(async (page) => {
    await field(page, "cluster_name").fill("harbor");
    await page.locator(".menu summary").click();
    await page.getByRole("button", { name: /^Minimal/ }).click();
    const minimal = await draft(page);
    assert.notDeepEqual(minimal, HARBOR);
    await row(page, "Shared settings").click();
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    assert.deepEqual(await draft(page), HARBOR);
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    assert.deepEqual(await draft(page), {});
    await page.getByRole("button", { name: "Redo", exact: true }).click();
    await page.getByRole("button", { name: "Redo", exact: true }).click();
    assert.deepEqual(await draft(page), minimal);
  }));

test("what an older page stored is there", () =>
  visit(async (page, server) => {
    const later = await page.context().newPage();
    await page.close();
    // Before any script of the page runs, so that nothing it stores by itself can come first.
    await later.addInitScript((stored) => {
      localStorage.clear();
      localStorage.setItem("eks-configurator/draft", stored);
    }, JSON.stringify(HARBOR));
    await later.goto(server.url);
    await named(later, "harbor");
    assert.deepEqual(await draft(later), HARBOR);
    assert.equal(await later.evaluate(() => localStorage.getItem("eks-configurator/draft")), null);
  }));

test("two tabs do not overwrite each other", () =>
  visit(async (page, server) => {
    await field(page, "cluster_name").fill("harbor");
    await named(page, "harbor");
    const other = await page.context().newPage();
    await other.goto(server.url);
    await named(other, "harbor");
    // The same draft: the change arrives, and can be undone.
    await field(other, "cluster_name").fill("harbor-two");
    await named(page, "harbor-two");
    assert.equal(await field(page, "cluster_name").inputValue(), "harbor-two");
    await said(page, "Another tab changed this draft");
    // However it was typed there, here it is one step.
    await field(other, "cluster_name").press("End");
    await other.keyboard.type("-and-more");
    await named(page, "harbor-two-and-more");
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    assert.equal(await field(page, "cluster_name").inputValue(), "harbor");
    await named(other, "harbor");
    await page.getByRole("button", { name: "Redo", exact: true }).click();
    await field(other, "cluster_name").fill("harbor-two");
    await named(page, "harbor-two");
    // Another one: each keeps its own.
    const drafts = await panel(other, "Drafts");
    await drafts.getByRole("button", { name: "New" }).click();
    await field(other, "cluster_name").fill("tea");
    await named(other, "tea");
    assert.equal(await name(page).innerText(), "harbor-two");
    await field(page, "cluster_name").fill("harbor-three");
    await panel(page, "Drafts");
    assert.deepEqual((await page.locator(".draft-title").allInnerTexts()).sort(), ["harbor-three", "tea"]);
    await other.reload();
    await named(other, "tea");
    await page.reload();
    await named(page, "harbor-three");
  }));

for (const [what, breaks] of Object.entries({
  full: () => (Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }),
  blocked: () => Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } }),
})) {
  test(`a storage that is ${what} is said once, and nothing breaks`, () =>
    visit(async (page, server) => {
      await page.context().addInitScript(breaks);
      const other = await page.context().newPage();
      const errors = [];
      other.on("pageerror", (error) => errors.push(String(error)));
      await other.goto(server.url);
      await said(other, "This browser stores nothing");
      await field(other, "cluster_name").fill("harbor");
      await named(other, "harbor");
      await other.waitForTimeout(300);
      assert.doesNotMatch(await status(other).locator(".said").innerText(), /stores nothing/);
      const drafts = await panel(other, "Drafts");
      await drafts.getByRole("button", { name: "New" }).click();
      await named(other, "platform");
      await other.keyboard.press("Control+z");
      await named(other, "harbor");
      await addressed(other, HARBOR);
      await other.reload();
      await named(other, "harbor");
      assert.deepEqual(errors, []);
    }));
}

test("no secret is in the address or the storage", () =>
  visit(
    async (page) => {
      await reports(page).getByText("is a secret").first().waitFor();
      await named(page, "harbor");
      await settled(page);
      assert.deepEqual(linked(page.url()).values, HARBOR.values);
      assert.doesNotMatch(await page.evaluate(() => JSON.stringify({ ...localStorage }) + window.lastDraft), /hunter2/);
    },
    { address: `#${link({ components: { "slack-webhook": true }, values: { cluster_name: "harbor", slack_webhook_url: "hunter2" } })}` },
  ));

test("on a phone all of it is there", () =>
  visit(
    async (page) => {
      await page.locator("svg.picture").waitFor();
      const drafts = await panel(page, "Drafts");
      await drafts.getByLabel("Name of this draft").fill("A rather long name for a draft on a phone");
      await page.keyboard.press("Tab");
      await named(page, "A rather long name for a draft on a phone");
      for (const name of ["Drafts", "Import", "What is in the download"]) {
        const box = await (await panel(page, name)).boundingBox();
        assert.ok(box.x >= 0 && box.x + box.width <= 390 && box.y + box.height <= 844, name);
        await page.keyboard.press("Escape");
      }
      for (const button of await page.locator(".bar button:visible, .bar summary").all()) {
        const box = await button.boundingBox();
        assert.ok(box.x >= 0 && box.x + box.width <= 390, await button.innerText());
      }
    },
    { context: { viewport: { width: 390, height: 844 } } },
  ));

test("a link to a draft that is there opens that one; another of the same name says where it is from", () =>
  visit(async (page) => {
    await field(page, "cluster_name").fill("harbor");
    await addressed(page, HARBOR);
    const own = await page.evaluate(() => location.hash);
    await (await panel(page, "Drafts")).getByRole("button", { name: "New" }).click();
    await field(page, "cluster_name").fill("tea");
    await named(page, "tea");
    await page.evaluate((hash) => (location.hash = hash), own);
    await named(page, "harbor");
    const titles = async () => (await (await panel(page, "Drafts")).locator(".draft-title").allInnerTexts()).sort();
    assert.deepEqual(await titles(), ["harbor", "tea"]);
    await page.keyboard.press("Escape");
    await component(page, "Flow logs").click();
    await page.evaluate((hash) => (location.hash = hash), own);
    await named(page, "harbor \\(from a link\\)");
    assert.deepEqual(await titles(), ["harbor", "harbor (from a link)", "tea"]);
    // What was said of the link is over with the next change.
    await page.keyboard.press("Escape");
    await said(page, "In the link");
    await row(page, "Shared settings").click();
    await field(page, "cluster_name").fill("pier");
    assert.equal(await status(page).locator(".said").innerText(), "");
  }));

test("the way back leads to what one looked at before, and leaves the draft alone", () =>
  visit(async (page) => {
    const heading = (title) => page.locator(".inspector h2", { hasText: title }).waitFor();
    await field(page, "cluster_name").waitFor();
    await settled(page);
    const length = await page.evaluate(() => history.length);
    await row(page, "Node groups").click();
    await heading("Node groups");
    await page.getByRole("tab", { name: "Review" }).click();
    await row(page, "Shared settings").click();
    await field(page, "cluster_name").fill("harbor");
    await addressed(page, HARBOR);
    await page.goBack();
    await heading("Node groups");
    await page.locator(".review").waitFor();
    assert.deepEqual(await draft(page), HARBOR);
    await addressed(page, HARBOR);
    await page.goBack();
    await page.locator("svg.picture").waitFor();
    await heading("Node groups");
    await page.goBack();
    await heading("Shared settings");
    assert.equal(await field(page, "cluster_name").inputValue(), "harbor");
    await page.goForward();
    await heading("Node groups");
    assert.equal(await page.evaluate(() => history.length), length + 3);
    await page.reload();
    await heading("Node groups");
    await named(page, "harbor");
  }));

test("on a phone the way back closes the inspector", () =>
  visit(
    async (page) => {
      const heading = page.locator(".inspector h2", { hasText: "Node groups" });
      await page.locator("svg.picture").waitFor();
      await page.locator(".tabs").getByRole("button", { name: "Outline" }).click();
      await row(page, "Node groups").click();
      await heading.waitFor();
      await page.goBack();
      await heading.waitFor({ state: "hidden" });
      await row(page, "Node groups").waitFor();
      await page.goBack();
      await page.locator("svg.picture").waitFor();
      await page.goForward();
      await page.goForward();
      await heading.waitFor();
      // Closed by hand it is not opened again by going back.
      await page.getByRole("button", { name: "Close the inspector" }).click();
      await heading.waitFor({ state: "hidden" });
      await page.goBack();
      await row(page, "Node groups").waitFor();
      await heading.waitFor({ state: "hidden" });
    },
    { context: { viewport: { width: 390, height: 844 } } },
  ));
