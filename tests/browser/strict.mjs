// What the page must not do: ask the network, run or style anything inline, shut anybody out.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { component, field, open, panel, row, view } from "./support/panes.mjs";
import { download, kept, launch, serve, visit } from "./support/site.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Everything that the page can show, one after the other. */
const SCENES = {
  picture: async () => {},
  "a component": (page) => row(page, "Node groups").click(),
  "an object": async (page) => {
    await row(page, "Node groups").click();
    await page.locator(".fold summary").first().click();
  },
  "an open question": (page) => row(page, "Access").click(),
  "a secret": async (page) => {
    await component(page, "Slack webhook").click();
    await row(page, "Slack webhook").click();
    await page.locator(".secret").waitFor();
  },
  "an error": async (page) => {
    await row(page, "New VPC").click();
    await field(page, "vpc_cidr").fill("10.0.");
    await page.locator("#message-vpc_cidr span").waitFor();
  },
  "a subsystem": (page) => row(page, "Network").click(),
  files: (page) => open(page, "infrastructure/network-new-vpc.tf"),
  review: (page) => view(page, "Review").click(),
  "a search": async (page) => {
    await page.locator("#outline-search").fill("cidr");
    await page.locator(".found-field").first().waitFor();
  },
  "what a switch would do": (page) => component(page, "Flow logs").focus(),
  keys: async (page) => {
    await row(page, "Shared settings").focus();
    await page.keyboard.press("?");
  },
  presets: (page) => page.locator(".menu summary").click(),
  drafts: (page) => panel(page, "Drafts"),
  "the download": (page) => panel(page, "What is in the download"),
  "an import": async (page) => {
    await panel(page, "Import");
    await page.getByLabel("Text", { exact: true }).fill("cluster_nam = 1\ncluster_name = var.x");
    await page.getByRole("button", { name: "Read the text" }).click();
    await page.locator(".report").waitFor();
  },
};

test("nothing is asked of the network once the page is there", () =>
  visit(async (page, server) => {
    await page.locator("svg.picture").waitFor();
    await kept(page);
    await page.waitForLoadState("networkidle");
    const before = server.requested.length;
    for (const scene of Object.values(SCENES)) {
      await page.keyboard.press("Escape");
      await scene(page);
    }
    await page.getByRole("button", { name: "Undo" }).click();
    await component(page, "Flow logs").click();
    await download(page, () => page.getByRole("button", { name: "platform.zip" }).click());
    // The look for an update at its own address is the one request that a page which is kept may make.
    assert.deepEqual(server.requested.slice(before).filter((path) => !path.endsWith("/sw.js")), []);
  }));

test("the policy refuses what is inline, and nothing on the page needs it", async () => {
  const [server, browser] = [await serve(), await launch()];
  try {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      window.violations = [];
      document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));
    });
    await page.goto(server.url);
    for (const scene of Object.values(SCENES)) {
      await page.keyboard.press("Escape");
      await scene(page);
    }
    assert.deepEqual(await page.evaluate(() => window.violations), []);
    assert.equal(await page.locator("[style]:not(html)").count(), 0);
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.wasRun = true";
      document.body.append(script);
    });
    assert.equal(await page.evaluate(() => window.wasRun), undefined);
  } finally {
    await browser.close();
    await server.close();
  }
});

// Each theme and each layout once: a run takes half a minute.
for (const [colorScheme, viewport] of [["light", { width: 1440, height: 900 }], ["dark", { width: 1024, height: 768 }]]) {
  test(`axe finds nothing, ${colorScheme} at ${viewport.width} px`, () =>
    visit(
      async (page) => {
        await page.locator("svg.picture").waitFor();
        await page.evaluate(axe);
        for (const [name, scene] of Object.entries(SCENES)) {
          await page.keyboard.press("Escape");
          await scene(page);
          // Colours in the middle of a transition are nobody's.
          await page.waitForTimeout(300);
          const { violations } = await page.evaluate(() => axe.run(document));
          const found = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(" ")}`);
          assert.deepEqual(found, [], name);
        }
      },
      { context: { colorScheme, viewport, reducedMotion: "reduce" } },
    ));
}
