// Import: a bundle, a configuration, values and links, by drop, paste, file and text; and what nobody should be sent.

import assert from "node:assert/strict";
import { test } from "node:test";
import { link, zip } from "./support/links.mjs";
import { draft, field, panel, row, status } from "./support/panes.mjs";
import { download, visit } from "./support/site.mjs";

const named = (page, title) => page.locator(".drafts-name", { hasText: new RegExp(`^${title}$`) }).waitFor();
const reports = (page) => page.locator(".reports");

/** Chooses files in the dialog. */
async function choose(page, ...files) {
  const opened = await panel(page, "Import");
  await opened.getByLabel("Files").setInputFiles(files.map(([name, buffer]) => ({ name, mimeType: "", buffer: Buffer.from(buffer) })));
  return opened;
}

/** What a browser does at a drop or a paste. */
function give(page, kind, { files = [], text = "", on = kind === "paste" ? "body" : ".canvas" }) {
  const listed = files.map(([name, buffer]) => [name, Buffer.from(buffer).toString("base64")]);
  return page.evaluate(
    ([kind, files, text, on]) => {
      const data = new DataTransfer();
      for (const [name, base64] of files) {
        data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
      }
      if (text) data.setData("text/plain", text);
      const details = { bubbles: true, cancelable: true };
      const event = kind === "paste" ? new ClipboardEvent(kind, { ...details, clipboardData: data }) : new DragEvent(kind, { ...details, dataTransfer: data });
      document.querySelector(on).dispatchEvent(event);
      return event.defaultPrevented;
    },
    [kind, listed, text, on],
  );
}

test("a bundle opens again, from its zip, its configuration and its values", () =>
  visit(async (page) => {
    await field(page, "cluster_name").fill("harbor");
    await row(page, "New VPC").click();
    await page.getByLabel("single").check();
    const before = await draft(page);
    const { name, bytes } = await download(page, () => page.getByRole("button", { name: "harbor.zip" }).click());
    await (await panel(page, "Drafts")).getByRole("button", { name: "New" }).click();
    await named(page, "platform");
    const opened = await choose(page, [name, bytes]);
    await opened.getByText("In the zip: 0 choices, 2 values.").waitFor();
    await named(page, "harbor");
    assert.deepEqual(await draft(page), before);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+z");
    await named(page, "platform");
    await give(page, "drop", { files: [["configuration.json", JSON.stringify({ format: 1, draft: before })]] });
    await named(page, "harbor");
  }));

test("a file is taken wherever it is dropped, and a text goes into the field that it is dropped on", () =>
  visit(async (page) => {
    await field(page, "cluster_name").waitFor();
    const on = "#control-cluster_name";
    assert.equal(await give(page, "drop", { text: "harbor", on }), false);
    const files = [["terraform.tfvars", 'cluster_name = "harbor"\n']];
    assert.equal(await give(page, "dragover", { files, on }), true);
    assert.equal(await give(page, "drop", { files, on }), true);
    await named(page, "harbor");
  }));

test("a file of values is dropped into the draft, and its lines that are none are listed", () =>
  visit(async (page) => {
    await page.locator("svg.picture").waitFor();
    await give(page, "dragover", {});
    await page.locator(".app.is-dropping").waitFor();
    const text = `cluster_name = "harbor"\ntags = {\n  Owner = "me" # not you\n}\nnat_gateway = "single"\nregion = var.region\nslack_webhook_url = "hunter2"\n`;
    await give(page, "drop", { files: [["terraform.tfvars", text], ["more.tfvars", "zone_count = 2\n"]] });
    await reports(page).getByText("Set: 2 values.").waitFor();
    await reports(page).getByText("Set: 1 value.").waitFor();
    await page.locator(".app:not(.is-dropping)").waitFor();
    const said = await reports(page).innerText();
    assert.match(said, /Line 5: This catalog has no variable nat_gateway\.\s*Did you mean nat_gateways\?/);
    assert.match(said, /Line 6, column 10: only plain values are read here, and this is an expression\./);
    assert.match(said, /Line 7: slack_webhook_url is a secret/);
    assert.deepEqual((await draft(page)).values, { cluster_name: "harbor", tags: { Owner: "me" }, zone_count: 2 });
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    assert.deepEqual(await draft(page), {});
  }));

test("a link or values are pasted outside of fields, and a paste into a field is the field's", () =>
  visit(async (page) => {
    await page.locator("svg.picture").waitFor();
    await give(page, "paste", { text: `https://elsewhere.example/x/#${link({ values: { cluster_name: "tea" } })}` });
    await named(page, "tea");
    await give(page, "paste", { text: 'cluster_name = "harbor"' });
    await named(page, "harbor");
    await status(page).locator(".said", { hasText: "Set: 1 value." }).waitFor();
    await page.locator("#control-cluster_name").evaluate((input) => {
      const data = new DataTransfer();
      data.setData("text/plain", 'cluster_name = "x"');
      input.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: data }));
    });
    assert.equal((await draft(page)).values.cluster_name, "harbor");
  }));

test("a text is read in the panel, by keyboard", () =>
  visit(async (page) => {
    await page.getByRole("button", { name: "Import", exact: true }).focus();
    await page.keyboard.press("Enter");
    const opened = page.getByRole("dialog", { name: "Import" });
    await opened.getByLabel("Text").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.type('cluster_name = "harbor"');
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await opened.getByText("Set: 1 value.").waitFor();
    await named(page, "harbor");
    await page.keyboard.press("Escape");
    await opened.waitFor({ state: "hidden" });
  }));

const CONFIGURATION = "harbor/configuration.json";
const HOSTILE = {
  "a bomb": [zip(CONFIGURATION, " ".repeat(8_000_000)), "larger than any bundle's"],
  "a bomb that lies": [zip(CONFIGURATION, " ".repeat(8_000_000), { size: 2 }), "larger than any bundle's"],
  "a path that leads out": [zip("../configuration.json", "{}"), "it is no bundle"],
  "an encrypted zip": [zip(CONFIGURATION, "{}", { flags: 1 }), "The zip is encrypted"],
  "another way of packing": [zip(CONFIGURATION, "{}", { method: 12 }), "packed in a way"],
  "half a zip": [zip(CONFIGURATION, "{}").subarray(0, 60), "damaged or incomplete"],
  "a large file": [Buffer.alloc(1_100_000, "a"), "at most 1 MB"],
  "large values": [Buffer.alloc(70_000, "#"), "at most 64 KB"],
  "a picture": [Buffer.from([0x89, 0x50, 0xff, 0xfe]), "neither a zip nor a text"],
  "nothing": [Buffer.alloc(0), "There is nothing in it"],
  "half a configuration": [Buffer.from('{"values": {'), "This is not JSON"],
  "brackets": [Buffer.alloc(200_000, "["), "nested too deeply"],
};

test("hostile files are refused with a reason, and nothing is lost", () =>
  visit(async (page) => {
    await field(page, "cluster_name").fill("harbor");
    await named(page, "harbor");
    for (const [what, [bytes, says]] of Object.entries(HOSTILE)) {
      const opened = await choose(page, [what + (bytes.subarray(0, 2).equals(Buffer.from("PK")) ? ".zip" : ""), bytes]);
      await opened.locator(".is-refused", { hasText: what }).getByText(says).waitFor({ timeout: 5000 });
      assert.deepEqual(await draft(page), { values: { cluster_name: "harbor" } }, what);
    }
  }));

test("markup in a name, a key, a value and a file's name is text", () =>
  visit(async (page) => {
    await page.locator("svg.picture").waitFor();
    const markup = '<img src=x onerror="window.hurt = true"><svg onload="window.hurt = true">';
    const values = { cluster_name: markup, tags: { [markup]: markup }, [markup]: markup };
    const hostile = { components: { [markup]: true }, choices: { vpc: markup }, values, acknowledged: [markup] };
    const opened = await choose(page, [`${markup}.json`, JSON.stringify(hostile)], ["x.tfvars", `${"x".repeat(99)} = 1\nnode_groups = { "<b>a</b>" = {} }\n`]);
    await opened.getByText("<img src=x").first().waitFor();
    await opened.getByLabel("Text").fill(`cluster_name = "${markup.replaceAll('"', "'")}"`);
    await page.keyboard.press("Escape");
    for (const pane of ["Files", "Review", "Picture"]) {
      await page.getByRole("tab", { name: pane }).click();
      await page.waitForTimeout(100);
    }
    assert.equal(await page.evaluate(() => window.hurt), undefined);
    assert.equal(await page.locator("body img, body [onerror], body [onload]").count(), 0);
  }));

test("on a phone a file is chosen as well", () =>
  visit(
    async (page) => {
      await page.locator("svg.picture").waitFor();
      const opened = await choose(page, ["values.tfvars", 'cluster_name = "harbor"\nfoo = 1\n']);
      await opened.getByText("no variable foo").waitFor();
      await named(page, "harbor");
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.equal(overflow, 0);
    },
    { context: { viewport: { width: 390, height: 844 } } },
  ));

test("a zip that is none is said to be none, and is no list of values", () =>
  visit(async (page) => {
    await field(page, "cluster_name").fill("harbor");
    for (const bytes of ["not a zip at all\n", 'cluster_name = "tea"\n', "\0\0\0"]) {
      const opened = await choose(page, ["Harbor.ZIP", bytes]);
      await opened.locator(".is-refused").getByText("It is called a zip and is none").waitFor();
      assert.equal(await reports(page).locator("section").count(), 1);
    }
    assert.deepEqual(await draft(page), { values: { cluster_name: "harbor" } });
  }));

test("only what changed something says that undo takes it back", () =>
  visit(async (page) => {
    const undo = reports(page).getByText("Undo takes it back.");
    await choose(page, ["a.tfvars", "region = var.region\n"]);
    await reports(page).getByText("No value was understood.").waitFor();
    assert.equal(await undo.count(), 0);
    await choose(page, ["b.tfvars", 'cluster_name = "harbor"\n']);
    await undo.waitFor();
    await choose(page, ["b.tfvars", 'cluster_name = "harbor"\n']);
    await undo.waitFor({ state: "detached" });
  }));
