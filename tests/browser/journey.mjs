// What one does on the page: switch, set, see, mend, take home.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { box, component, draft, field, message, open, row, status, view } from "./support/panes.mjs";
import { commandLine, download, visit } from "./support/site.mjs";

test("a switch changes outline, picture, files and sums, and undo takes it back", () =>
  visit(async (page) => {
    await box(page, "flow-logs").first().waitFor();
    await component(page, "Flow logs").click();
    await box(page, "flow-logs").first().waitFor({ state: "detached" });
    assert.match(await status(page).locator(".said").innerText(), /−1 component/);
    await view(page, "Files").click();
    assert.equal(await page.locator('.tree-row[data-path="infrastructure/network-flow-logs.tf"]').count(), 0);
    await page.keyboard.press("Control+z");
    await page.locator('.tree-row[data-path="infrastructure/network-flow-logs.tf"]').waitFor();
    await page.keyboard.press("Control+Shift+z");
    assert.deepEqual(await draft(page), { components: { "flow-logs": false } });
  }));

test("a choice takes one member and lets the other go", () =>
  visit(async (page) => {
    await component(page, "Existing VPC").click();
    await box(page, "new-vpc").first().waitFor({ state: "detached" });
    await box(page, "existing-vpc").first().waitFor();
    assert.deepEqual(await draft(page), { choices: { vpc: "existing-vpc" } });
  }));

test("a value shows in the picture and in the files, and can be taken back", () =>
  visit(async (page) => {
    await row(page, "New VPC").click();
    await field(page, "vpc_cidr").fill("10.42.0.0/16");
    await page.locator("svg.picture", { hasText: "10.42.0.0/16" }).waitFor();
    const text = await open(page, "environments/primary/infrastructure.tfvars");
    assert.match(await text.innerText(), /^vpc_cidr = "10\.42\.0\.0\/16"$/m);
    await page.getByRole("button", { name: "Back to default" }).click();
    assert.match(await text.innerText(), /^# vpc_cidr = "10\.0\.0\.0\/16"$/m);
    assert.deepEqual(await draft(page), {});
  }));

test("what is wrong is said at the field as one types, and the download leads there", () =>
  visit(async (page) => {
    await row(page, "New VPC").click();
    await field(page, "vpc_cidr").fill("");
    await field(page, "vpc_cidr").pressSequentially("10.0.0.");
    await message(page, "vpc_cidr").getByText("CIDR notation").waitFor();
    assert.equal(await field(page, "vpc_cidr").getAttribute("aria-invalid"), "true");
    await row(page, "Shared settings").click();
    await page.getByRole("button", { name: "1 error first" }).click();
    await page.waitForFunction(() => document.activeElement?.id === "control-vpc_cidr");
    assert.equal(await field(page, "vpc_cidr").inputValue(), "10.0.0.");
    await field(page, "vpc_cidr").fill("10.9.0.0/16");
    await page.getByRole("button", { name: "platform.zip" }).waitFor();
    assert.equal(await message(page, "vpc_cidr").innerText(), "");
  }));

test("lists, maps and objects can be filled in", () =>
  visit(async (page) => {
    await row(page, "Access").click();
    await field(page, "cluster_admin_principal_arns-0").fill("arn:aws:iam::111122223333:role/admin");
    await row(page, "Shared settings").click();
    await page.getByLabel("Name of a new entry of tags").fill("Owner");
    await page.keyboard.press("Enter");
    await field(page, "tags-Owner").fill("harbour");
    await row(page, "Node groups").click();
    await page.locator(".fold summary", { hasText: "general" }).click();
    await field(page, "node_groups-general-max_size").fill("9");
    assert.deepEqual((await draft(page)).values, {
      cluster_admin_principal_arns: ["arn:aws:iam::111122223333:role/admin"],
      node_groups: { general: { max_size: 9 } },
      tags: { Owner: "harbour" },
    });
  }));

test("selecting a box selects its component, and the other way round", () =>
  visit(async (page) => {
    await box(page, "flow-logs").first().click();
    await page.locator(".inspector h2", { hasText: "Flow logs" }).waitFor();
    assert.equal(await row(page, "Flow logs").getAttribute("aria-current"), "true");
    await row(page, "Node groups").click();
    await page.locator('svg.picture .is-lit[data-component="node-groups"]').first().waitFor();
  }));

test("a finding leads to its field, and is mended in one click", () =>
  visit(async (page) => {
    await row(page, "New VPC").click();
    await page.getByLabel("single").check();
    await status(page).getByRole("button", { name: "1 warning" }).click();
    const finding = page.locator(".finding-row", { has: page.locator(".warning") });
    await finding.getByRole("button", { name: "nat_gateways", exact: true }).click();
    await page.waitForFunction(() => document.activeElement?.closest("#field-nat_gateways"));
    await finding.getByRole("button", { name: /^Set/ }).click();
    await finding.waitFor({ state: "detached" });
    assert.deepEqual(await draft(page), {});
  }));

test("the draft is there again", () =>
  visit(async (page) => {
    await field(page, "cluster_name").fill("harbor");
    await page.reload();
    assert.equal(await field(page, "cluster_name").inputValue(), "harbor");
    await page.getByRole("button", { name: "harbor.zip" }).waitFor();
  }));

test("a preset switches components and keeps names", () =>
  visit(async (page) => {
    await field(page, "cluster_name").fill("harbor");
    await page.locator(".menu summary").click();
    await page.getByRole("button", { name: /^Minimal/ }).click();
    await box(page, "flow-logs").first().waitFor({ state: "detached" });
    assert.equal(await field(page, "cluster_name").inputValue(), "harbor");
    await page.locator(".menu summary", { hasText: "Minimal" }).waitFor();
  }));

test("the zip is that of the command line, byte for byte", { skip: !commandLine && "no command line" }, () =>
  visit(async (page) => {
    await field(page, "cluster_name").fill("harbor");
    await component(page, "Flow logs").click();
    await row(page, "New VPC").click();
    await page.getByLabel("single").check();
    const { name, bytes } = await download(page, () => page.getByRole("button", { name: "harbor.zip" }).click());
    assert.equal(name, "harbor.zip");
    const folder = mkdtempSync(join(tmpdir(), "journey-"));
    try {
      writeFileSync(join(folder, "draft.json"), JSON.stringify(await draft(page)));
      const arguments_ = ["generate", "--config", join(folder, "draft.json"), "--zip", join(folder, "same.zip")];
      execFileSync(commandLine, arguments_, { stdio: "pipe" });
      assert.ok(readFileSync(join(folder, "same.zip")).equals(bytes));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }));

test("everything can be done by keyboard", () =>
  visit(async (page) => {
    await box(page, "flow-logs").first().waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("flow");
    await row(page, "New VPC").waitFor({ state: "hidden" });
    await page.keyboard.press("Tab");
    // The shared settings stay above what is found; then the subsystem, the component, its switch.
    for (const expected of ["Shared settings", "Network", "Flow logs"]) {
      assert.match(await page.evaluate(() => document.activeElement.innerText), new RegExp(expected));
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Space");
    await box(page, "flow-logs").first().waitFor({ state: "detached" });
    await view(page, "Picture").focus();
    await page.keyboard.press("ArrowRight");
    await page.locator(".tree").waitFor();
  }));

test("on a phone things take turns, and nothing is lost", () =>
  visit(
    async (page) => {
      const tabs = page.getByRole("navigation", { name: "Views" });
      await page.locator("svg.picture").waitFor();
      await tabs.getByRole("button", { name: "Outline" }).click();
      await row(page, "New VPC").click();
      await field(page, "vpc_cidr").fill("10.8.0.0/16");
      await page.getByRole("button", { name: "Close the inspector" }).click();
      await tabs.getByRole("button", { name: "Files" }).click();
      await page.locator('.tree-row[data-path="environments/primary/infrastructure.tfvars"]').click();
      await page.locator(".preview .text", { hasText: "10.8.0.0/16" }).waitFor();
      await tabs.getByRole("button", { name: "Review" }).click();
      await page.locator("#review-digest").waitFor();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.equal(overflow, 0);
    },
    { context: { viewport: { width: 390, height: 844 } } },
  ));
