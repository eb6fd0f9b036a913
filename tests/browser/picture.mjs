// The picture: what it shows of a platform, and moving about in it by wheel, fingers, mouse and keys.

import assert from "node:assert/strict";
import { test } from "node:test";
import { box, component, field, row, view } from "./support/panes.mjs";
import { download, visit } from "./support/site.mjs";

const DESK = { viewport: { width: 1440, height: 900 } };
const LAPTOP = { viewport: { width: 1024, height: 768 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** The presets, and all that can be on at once; with components that are not to be folded away. */
const CHOSEN = {
  Minimal: ["new-vpc", "node-groups", "namespaces"],
  Default: ["node-groups", "namespaces", "flow-logs", "vpc-endpoints", "metrics-server", "external-secrets"],
  GitOps: ["control-plane", "argocd", "app-of-apps", "image-updater", "rollouts", "sealed-secrets", "sealed-secrets-backup"],
  everything: ["control-plane", "argocd", "node-groups"],
};

const frame = (page) => page.locator(".picture-frame");

/** Where an element is on the screen, once nothing glides any more. */
async function place(page, locator) {
  await page.waitForTimeout(250);
  return locator.first().boundingBox();
}

async function start(page, platform) {
  await page.locator(".sheet .node").first().waitFor();
  if (platform === "everything") {
    const off = page.locator(".outline .switch:not(:checked):not(:disabled)");
    while (await off.count()) await off.first().click();
  } else {
    await page.locator(".menu summary").click();
    await page.locator(".menu-item", { hasText: platform }).first().click();
  }
}

/** How high the smallest title is, and what sticks out of the pane. */
const measure = (page) =>
  page.evaluate(() => {
    const pane = document.querySelector(".picture-frame").getBoundingClientRect();
    const titles = [...document.querySelectorAll(".sheet .title")];
    const scale = document.querySelector(".sheet").getCTM().a;
    const boxes = [...document.querySelectorAll(".sheet .node > .shape")].map((shape) => shape.getBoundingClientRect());
    const out = boxes.filter((box) => box.left < pane.left - 1 || box.right > pane.right + 1 || box.top < pane.top - 1 || box.bottom > pane.bottom + 1);
    return { title: Math.min(...titles.map((title) => parseFloat(getComputedStyle(title).fontSize) * scale)), out: out.length };
  });

for (const platform of Object.keys(CHOSEN)) {
  test(`fitted, ${platform} can be read, and what one chose is there`, () =>
    visit(
      async (page) => {
        await start(page, platform);
        await page.waitForTimeout(250);
        const { title, out } = await measure(page);
        assert.ok(title >= 11, `titles are ${title} px high`);
        assert.equal(out, 0);
        for (const chosen of CHOSEN[platform]) {
          assert.ok(await box(page, chosen).count(), `${chosen} is not shown`);
        }
      },
      { context: DESK },
    ));
}

test("on a phone all of it is seen, and says what it leaves out", () =>
  visit(
    async (page) => {
      await page.locator(".sheet .node").first().waitFor();
      await page.waitForTimeout(250);
      const { title, out } = await measure(page);
      assert.ok(title >= 11 && out === 0, `titles are ${title} px high, ${out} boxes stick out`);
      await page.getByText(/boxes are folded/).waitFor();
    },
    { context: PHONE },
  ));

test("what is folded opens by a click, and all of it can be shown and folded again", () =>
  visit(
    async (page) => {
      await start(page, "everything");
      const less = page.getByRole("button", { name: "Show less" });
      // What was selected on the way may have been opened.
      if (await less.count()) await less.click();
      await less.waitFor({ state: "hidden" });
      const boxes = page.locator(".sheet .node");
      const before = await boxes.count();
      await page.locator(".sheet .is-folded").first().click();
      await page.waitForFunction((before) => document.querySelectorAll(".sheet .node").length !== before, before);
      await less.click();
      await page.waitForFunction((before) => document.querySelectorAll(".sheet .node").length === before, before);
      await page.getByRole("button", { name: "Show all" }).click();
      await page.waitForFunction(() => !document.querySelector(".sheet .is-folded"));
      assert.ok((await boxes.count()) > before);
      await page.waitForTimeout(250);
      assert.equal((await measure(page)).out, 0);
    },
    { context: DESK },
  ));

test("the wheel moves the picture, and with Ctrl it zooms at the pointer", () =>
  visit(async (page) => {
    const target = box(page, "control-plane").locator("xpath=self::*[contains(@class, 'leaf')]");
    const start = await place(page, target);
    await page.mouse.move(start.x, start.y);
    await page.mouse.wheel(0, 40);
    const moved = await place(page, target);
    assert.ok(Math.abs(moved.y - (start.y - 40)) < 2 && Math.abs(moved.x - start.x) < 2);
    await page.mouse.move(moved.x, moved.y);
    await page.keyboard.down("Control");
    for (let turn = 0; turn < 4; turn++) await page.mouse.wheel(0, -20);
    await page.keyboard.up("Control");
    const zoomed = await place(page, target);
    assert.ok(zoomed.width > 1.5 * moved.width, `${moved.width} became ${zoomed.width}`);
    assert.ok(Math.abs(zoomed.x - moved.x) < 4 && Math.abs(zoomed.y - moved.y) < 4);
    await page.getByRole("button", { name: "Fit the canvas" }).click();
    const fitted = await place(page, target);
    assert.ok(Math.abs(fitted.x - start.x) < 2 && Math.abs(fitted.width - start.width) < 2);
  }));

test("dragging moves the picture and selects nothing", () =>
  visit(async (page) => {
    const target = box(page, "flow-logs");
    const start = await place(page, target);
    await page.mouse.move(start.x + 20, start.y + 10);
    await page.mouse.down();
    await page.mouse.move(start.x - 10, start.y - 20, { steps: 4 });
    await page.mouse.up();
    const moved = await place(page, target);
    assert.ok(Math.abs(moved.x - (start.x - 30)) < 2 && Math.abs(moved.y - (start.y - 30)) < 2);
    assert.equal(await page.locator(".inspector h2", { hasText: "Flow logs" }).count(), 0);
  }));

test("two fingers zoom", () =>
  visit(
    async (page) => {
      const target = page.locator(".sheet .node").first();
      const start = await place(page, target);
      const client = await page.context().newCDPSession(page);
      const touch = (type, ...points) =>
        client.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
      await touch("touchStart", [150, 300], [250, 300]);
      for (let step = 1; step <= 5; step++) await touch("touchMove", [150 - 10 * step, 300], [250 + 10 * step, 300]);
      await touch("touchEnd");
      const zoomed = await place(page, target);
      assert.ok(zoomed.width > 1.6 * start.width, `${start.width} became ${zoomed.width}`);
    },
    { context: PHONE },
  ));

test("by keyboard: from box to box, in and out, and back", () =>
  visit(async (page) => {
    const start = await place(page, box(page, "control-plane"));
    await frame(page).focus();
    await page.keyboard.press("+");
    const larger = await place(page, box(page, "control-plane"));
    assert.ok(larger.width > 1.1 * start.width && larger.width < 1.4 * start.width);
    await page.keyboard.press("0");
    const seen = new Set();
    for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowRight", "ArrowDown", "ArrowRight"]) {
      await page.keyboard.press(key);
      seen.add(await page.locator(".sheet .is-here > title").textContent());
    }
    assert.ok(seen.size >= 4, [...seen].join(", "));
    while (await page.locator(".sheet .is-here.is-folded").count()) await page.keyboard.press("ArrowUp");
    const here = await page.locator(".sheet .is-here").getAttribute("data-component");
    const said = await page.locator(".picture-pane [aria-live]").textContent();
    assert.ok(said.includes(await page.locator(".sheet .is-here > title").textContent()));
    await page.keyboard.press("Enter");
    await page.locator(`.sheet .is-lit[data-component="${here}"]`).first().waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".sheet .is-here").waitFor({ state: "detached" });
  }));

test("what stays keeps its element, what is new is outlined", () =>
  visit(async (page) => {
    await page.locator('.sheet [data-node="control-plane"]').evaluate((element) => (element.wasHere = true));
    await component(page, "OIDC provider").click();
    await page.locator('.sheet .is-new[data-component="oidc-provider"]').waitFor();
    assert.ok(await page.locator('.sheet [data-node="control-plane"]').evaluate((element) => element.wasHere));
    assert.equal(await page.locator(".sheet .is-new").count(), 1);
    await component(page, "OIDC provider").click();
    await box(page, "oidc-provider").waitFor({ state: "detached" });
  }));

test("what a switch would take away is struck while one is at it", () =>
  visit(async (page) => {
    await page.locator('.sheet .leaf[data-component="flow-logs"]').waitFor();
    const struck = page.locator('.sheet .leaf.is-going[data-component="flow-logs"]');
    assert.equal(await struck.count(), 0);
    await component(page, "Flow logs").hover();
    await struck.waitFor();
    assert.equal(await page.locator(".sheet .leaf.is-going").count(), 1);
    await page.locator("h1").hover();
    await struck.waitFor({ state: "detached" });
  }));

test("a key press touches only what it changes", () =>
  visit(async (page) => {
    await row(page, "New VPC").click();
    await page.evaluate(() => {
      window.touched = new Set();
      new MutationObserver((records) => {
        for (const { target } of records) {
          const part = target.closest?.("[data-node], [data-edge]");
          if (part) window.touched.add(part.dataset.node ?? part.dataset.edge);
        }
      }).observe(document.querySelector(".sheet"), { subtree: true, childList: true, attributes: true, characterData: true });
    });
    await field(page, "vpc_cidr").fill("10.1.0.0/16");
    await page.locator(".sheet", { hasText: "10.1.0.0/16" }).waitFor();
    const touched = await page.evaluate(() => [...window.touched]);
    assert.ok(touched.includes("vpc") && touched.every((id) => /^(vpc|.*subnet)/.test(id)), touched.join(", "));
  }));

test("a component that is selected elsewhere is lit, shown, and not under the inspector", () =>
  visit(
    async (page) => {
      for (const [title, id] of [["Core add-ons", "core-addons"], ["Flow logs", "flow-logs"], ["EBS volumes", "ebs-csi"]]) {
        await row(page, title).click();
        const lit = page.locator(`.sheet .leaf.is-lit[data-component="${id}"]`);
        await lit.first().waitFor();
        const shown = await place(page, lit);
        const inspector = await page.locator(".inspector").boundingBox();
        assert.ok(shown.x + shown.width <= inspector.x, `${title} is under the inspector`);
      }
      await page.keyboard.press("Escape");
      await page.waitForTimeout(250);
      assert.equal((await measure(page)).out, 0);
    },
    { context: LAPTOP },
  ));

test("what one points at stays with its neighbours, and the rest fades", () =>
  visit(async (page) => {
    await page.locator('.sheet [data-node="control-plane"]').hover();
    await page.locator(".picture.has-spotlight").waitFor();
    await page.waitForTimeout(250);
    const opacity = (id) => page.locator(`.sheet [data-node="${id}"]`).evaluate((element) => getComputedStyle(element).opacity);
    assert.equal(await opacity("administrators"), "1");
    assert.equal(await opacity("flow-logs"), "0.4");
  }));

test("the picture goes home as SVG and as PNG of twice its size", () =>
  visit(async (page) => {
    await page.locator(".sheet .node").first().waitFor();
    const svg = await download(page, () => page.getByRole("button", { name: "SVG" }).click());
    assert.equal(svg.name, "platform-architecture.svg");
    const text = svg.bytes.toString();
    const [, width] = /<svg [^>]*width="(\d+)"/.exec(text);
    const png = await download(page, () => page.getByRole("button", { name: "PNG" }).click());
    assert.equal(png.name, "platform-architecture.png");
    assert.equal(png.bytes.readUInt32BE(16), 2 * Number(width));
    // A picture without its colours and words would pack into next to nothing.
    assert.ok(png.bytes.length > 50_000, `${png.bytes.length} bytes`);
  }));

test("the picture as text is made when it is asked for", () =>
  visit(async (page) => {
    const lists = page.locator(".words-lists");
    assert.equal(await lists.locator("li").count(), 0);
    await page.getByText("As text").click();
    await lists.getByText("EKS control plane").first().waitFor();
    assert.ok(await lists.locator("ul ul ul li").count());
    await component(page, "Flow logs").click();
    await lists.getByText("Flow logs:").waitFor({ state: "detached" });
  }));

test("where one has zoomed to is kept while one reads files", () =>
  visit(async (page) => {
    await place(page, frame(page));
    await page.getByRole("button", { name: "Larger" }).click();
    const before = await place(page, box(page, "control-plane"));
    await view(page, "Files").click();
    await view(page, "Picture").click();
    const after = await place(page, box(page, "control-plane"));
    assert.deepEqual(after, before);
  }));

test("beside the inspector the selected box and the tools are free, and closed all is as before", () =>
  visit(
    async (page) => {
      await start(page, "GitOps");
      const before = await place(page, box(page, "argocd"));
      await row(page, "Argo CD").click();
      const inner = await place(page, page.locator('.sheet .leaf.is-lit[data-node="argocd"]'));
      const inspector = await page.locator(".inspector").boundingBox();
      assert.ok(inner.x > 272 && inner.x + inner.width <= inspector.x, "Argo CD is under the inspector");
      for (const name of ["Smaller", "Larger", "Fit the canvas", "Full screen", "Show all"]) {
        const tool = await page.getByRole("button", { name, exact: true }).boundingBox();
        assert.ok(tool.x + tool.width <= inspector.x, `${name} is under the inspector`);
      }
      await page.keyboard.press("Escape");
      const after = await place(page, box(page, "argocd"));
      assert.ok(Math.abs(after.x - before.x) <= 2 && Math.abs(after.y - before.y) <= 2, `${before.x} became ${after.x}`);
    },
    { context: LAPTOP },
  ));

test("at 200 % the picture can be read, and one moves over it", () =>
  visit(
    async (page) => {
      await start(page, "Default");
      await page.waitForTimeout(250);
      const { title } = await measure(page);
      assert.ok(title >= 11, `titles are ${title} px high`);
      for (const chosen of ["control-plane", "node-groups"]) assert.ok(await box(page, chosen).count(), `${chosen} is not shown`);
      const first = await place(page, page.locator(".sheet .node"));
      const pane = await frame(page).boundingBox();
      assert.ok(first.y >= pane.y, "it begins at its top");
      await page.mouse.move(pane.x + 50, pane.y + 50);
      await page.mouse.wheel(0, 60);
      assert.ok(Math.abs((await place(page, page.locator(".sheet .node"))).y - (first.y - 60)) < 2);
      const status = await page.locator("footer.status").boundingBox();
      assert.ok(status.height <= 33, `the sums are ${status.height} px high`);
    },
    { context: { viewport: { width: 720, height: 450 } } },
  ));

for (const [what, prepare] of Object.entries({
  "the screen": () => {},
  "the page, where the browser keeps the screen to itself,": () => Object.defineProperty(Document.prototype, "fullscreenEnabled", { get: () => false }),
})) {
  test(`the picture alone fills ${what} and is fitted anew`, () =>
    visit(async (page) => {
      await page.evaluate(prepare);
      const [width, height] = [page.viewportSize().width, page.viewportSize().height];
      const small = await place(page, frame(page));
      await frame(page).focus();
      await page.keyboard.press("f");
      await page.locator(".picture-pane.is-full").waitFor();
      const large = await place(page, frame(page));
      assert.ok(large.width >= width && large.height > height - 60, `${large.width} x ${large.height}`);
      assert.equal((await measure(page)).out, 0);
      const shown = (selector) =>
        page.locator(selector).evaluate((element) => {
          const { x, y } = element.getBoundingClientRect();
          return element.contains(document.elementFromPoint(x + 3, y + 3));
        });
      assert.deepEqual([await shown(".zoom"), await shown(".inspector"), await shown("header.bar")], [true, false, false]);
      await page.keyboard.press("Escape");
      await page.locator(".picture-pane:not(.is-full)").waitFor();
      assert.deepEqual(await place(page, frame(page)), small);
      const button = page.getByRole("button", { name: "Full screen" });
      await button.click();
      await page.locator(".picture-pane.is-full").waitFor();
      assert.equal(await button.getAttribute("aria-pressed"), "true");
      await button.click();
      await page.locator(".picture-pane:not(.is-full)").waitFor();
      assert.equal(await page.evaluate(() => document.fullscreenElement), null);
      await page.keyboard.press("?");
      await page.locator("#keys li", { hasText: "Full screen" }).waitFor();
    }));
}
