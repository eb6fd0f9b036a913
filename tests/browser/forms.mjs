// Forms: what the catalog says of a value is what one is offered, and what is wrong is said where it is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { link } from "./support/links.mjs";
import { component, draft, field, row, status, view } from "./support/panes.mjs";
import { visit } from "./support/site.mjs";

const group = (page, name) => page.locator("#control-node_groups-" + name);

async function groups(page, name = "general") {
  await row(page, "Node groups").click();
  await group(page, name).locator("summary").click();
}

const focused = (page) => page.evaluate(() => document.activeElement.id);

test("an attribute is chosen from what its validation leaves, and goes back alone", () =>
  visit(async (page) => {
    await groups(page);
    const before = await status(page).getByTitle("At list price").innerText();
    await group(page, "general-capacity_type").getByLabel("SPOT").check();
    await group(page, "general-ami_type").selectOption("BOTTLEROCKET_x86_64");
    assert.deepEqual((await draft(page)).values.node_groups.general, { ami_type: "BOTTLEROCKET_x86_64", capacity_type: "SPOT" });
    assert.notEqual(await status(page).getByTitle("At list price").innerText(), before, "spot is not priced as on demand");
    await page.getByRole("button", { name: "changed take back capacity_type" }).click();
    assert.deepEqual((await draft(page)).values.node_groups.general, { ami_type: "BOTTLEROCKET_x86_64" });
    await page.getByRole("button", { name: "Back to the default of general" }).click();
    assert.deepEqual(await draft(page), {});
  }));

test("attributes stand in the order of the declaration, each with its comment", () =>
  visit(async (page) => {
    await groups(page);
    const names = await group(page, "general").locator(".attribute-name label, .attribute-name span:not(.unseen)").allInnerTexts();
    assert.deepEqual(names.slice(0, 4), ["instance_types", "capacity_type", "ami_type", "min_size"]);
    await group(page, "general").getByText("Nodes at most.").waitFor();
  }));

test("a number says its range and stays in it", () =>
  visit(async (page) => {
    await groups(page);
    const size = group(page, "general-disk_size_gb");
    assert.equal(await size.getAttribute("aria-valuemax"), "16384");
    await group(page, "general").getByText("20 to 16384").waitFor();
    await size.fill("21");
    for (const _ of [1, 2, 3]) await size.press("ArrowDown");
    assert.equal(await size.inputValue(), "20");
  }));

test("only what is wrong is marked, in a closed row too, and the way there opens it", () =>
  visit(async (page) => {
    await groups(page);
    await group(page, "general-disk_size_gb").fill("5");
    const message = group(page, "general").locator(".attribute .message");
    await message.getByText("20 to 16384 GB").waitFor();
    assert.equal(await group(page, "general").locator("[aria-invalid=true]").count(), 1);
    assert.equal(await group(page, "general-disk_size_gb").getAttribute("aria-invalid"), "true");
    await group(page, "general").locator("summary").click();
    await group(page, "general").locator("summary").getByText("20 to 16384 GB").waitFor();
    await row(page, "Shared settings").click();
    await page.getByRole("button", { name: "1 error first" }).click();
    await page.waitForFunction(() => document.activeElement?.id === "control-node_groups-general-disk_size_gb");
  }));

test("a new entry opens with the focus in it, and a removed one hands it on", () =>
  visit(async (page) => {
    await row(page, "Node groups").click();
    await page.getByLabel("Name of a new entry of node_groups").fill("spot");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.id.startsWith("control-node_groups-spot-"));
    await group(page, "spot").locator("summary").click();
    await page.getByRole("button", { name: "Remove spot" }).click();
    await page.waitForFunction(() => document.activeElement?.id === "control-node_groups-general--row");
    await row(page, "Access").click();
    await page.locator("#field-cluster_viewer_principal_arns .add").click();
    await page.waitForFunction(() => document.activeElement?.id === "control-cluster_viewer_principal_arns-0");
    await page.getByRole("button", { name: "Remove cluster_viewer_principal_arns 1" }).click();
    await page.waitForFunction(() => document.activeElement?.id === "control-cluster_viewer_principal_arns--add");
  }));

test("what follows from a range of addresses stands beside it", () =>
  visit(async (page) => {
    await row(page, "New VPC").click();
    const shown = page.locator("#field-vpc_cidr .shown");
    await shown.getByText("10.0.0.0/18, 10.0.64.0/18, 10.0.128.0/18").waitFor();
    await field(page, "vpc_cidr").fill("10.42.0.0/16");
    await shown.getByText("10.42.64.0/18").waitFor();
    await field(page, "vpc_cidr").fill("10.42.");
    await shown.waitFor({ state: "detached" });
  }));

test("a field offers what the catalog suggests", () =>
  visit(async (page) => {
    await row(page, "Shared settings").click();
    await field(page, "aws_region").focus();
    assert.equal(await page.locator('#control-aws_region--list option[value="eu-central-1"]').innerText(), "Frankfurt");
    await groups(page);
    await group(page, "general-instance_types-0").focus();
    await page.locator('#control-node_groups-general-instance_types-0--list option[value="m7g.large"]').waitFor({ state: "attached" });
  }));

test("what plan does not ask for and should be answered all the same says so", () =>
  visit(async (page) => {
    await row(page, "Control plane").click();
    const access = page.locator("#field-cluster_endpoint_access");
    await access.getByText("open: plan asks for it").waitFor();
    await access.getByLabel("private").check();
    const ranges = page.locator("#field-cluster_endpoint_private_cidrs");
    await ranges.getByText("open: better answered").waitFor();
    await ranges.getByText("Nothing but the nodes reaches the private endpoint").waitFor();
  }));

test("a secret says how it is supplied, and that it is never typed here", () =>
  visit(async (page) => {
    await component(page, "Slack webhook").click();
    const secret = page.locator("#field-slack_webhook_url");
    await secret.getByText("TF_VAR_slack_webhook_url").first().waitFor();
    await secret.getByText("raise slack_webhook_url_version").waitFor();
    assert.equal(await secret.locator("input, textarea").count(), 0);
  }));

test("a switch says what it would do before it does it, and what it did by name", () =>
  visit(async (page) => {
    await component(page, "ExternalDNS").hover();
    await page.locator(".outline-hint", { hasText: "Switching it on: +2 components: Existing zone, ExternalDNS" }).waitFor();
    await page.mouse.move(700, 500);
    await page.locator(".outline-hint").waitFor({ state: "detached" });
    await component(page, "ExternalDNS").click();
    await status(page).getByText("+2 components: Existing zone, ExternalDNS").waitFor();
    await page.locator("#inspector-heading", { hasText: "ExternalDNS" }).waitFor();
    await page.locator(".would-change", { hasText: "Switching it off: −2 components" }).waitFor();
  }));

test("what is needed cannot be switched off, and says who needs it", () =>
  visit(async (page) => {
    await component(page, "Argo CD").click();
    const held = component(page, "External Secrets");
    await held.focus();
    await page.locator(".outline-hint", { hasText: "as long as these need it: Argo CD" }).waitFor();
    await held.press("Space");
    assert.equal(await held.isChecked(), true);
  }));

test("a reason names the file and leads to it, a choice leads to its member", () =>
  visit(async (page) => {
    await row(page, "Node groups").click();
    const why = page.locator(".facts", { hasText: "Why" });
    await why.getByRole("button", { name: "VPC: New VPC" }).waitFor();
    await why.getByRole("button", { name: "infrastructure/cluster-node-groups.tf" }).first().click();
    assert.equal(await view(page, "Files").getAttribute("aria-selected"), "true");
    await page.locator('.tree-row[data-path="infrastructure/cluster-node-groups.tf"][aria-selected="true"]').waitFor();
  }));

test("on a phone the settings are a sheet of their own, and nothing lies over the edge", () =>
  visit(
    async (page) => {
      await page.getByRole("navigation", { name: "Views" }).getByRole("button", { name: "Outline" }).click();
      await groups(page);
      await group(page, "general-max_size").fill("7");
      const overflow = await page.locator(".inspector").evaluate((pane) => pane.scrollWidth - pane.clientWidth);
      assert.equal(overflow, 0);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
      assert.notEqual(await focused(page), "");
    },
    { context: { viewport: { width: 390, height: 844 } } },
  ));

test("what is selected next is seen from its top, unless a field is the target", () =>
  visit(async (page) => {
    const top = () => page.locator(".inspector").evaluate((inspector) => inspector.scrollTop);
    await row(page, "Control plane").click();
    await page.locator(".inspector").evaluate((inspector) => inspector.scrollTo(0, 900));
    assert.ok((await top()) > 200);
    await row(page, "Node groups").click();
    await page.locator(".inspector h2", { hasText: "Node groups" }).waitFor();
    assert.equal(await top(), 0);
    await page.locator("#outline-search").fill("service_cidr");
    await page.locator(".found-field", { hasText: "service_cidr" }).click();
    await page.waitForFunction(() => document.activeElement.id === "control-service_cidr");
    const { y, height } = await field(page, "service_cidr").boundingBox();
    assert.ok(y > 0 && y + height < page.viewportSize().height, "the field is in view");
  }));

test("blanks around a text are left out on leaving the field and on pasting, and not while typing", () =>
  visit(
    async (page) => {
      const name = field(page, "cluster_name");
      await name.fill("");
      await name.pressSequentially(" tea ");
      assert.equal(await name.inputValue(), " tea ");
      await name.press("Tab");
      assert.equal(await name.inputValue(), "tea");
      assert.deepEqual((await draft(page)).values, { cluster_name: "tea" });
      await row(page, "New VPC").click();
      await page.evaluate(() => navigator.clipboard.writeText(" 10.7.0.0/16 "));
      await field(page, "vpc_cidr").press("Control+a");
      await field(page, "vpc_cidr").press("Control+v");
      assert.equal(await field(page, "vpc_cidr").inputValue(), "10.7.0.0/16");
      // The same text once more means the same, and what is shown is what counts.
      await field(page, "vpc_cidr").press("Control+a");
      await field(page, "vpc_cidr").press("Control+v");
      assert.equal(await field(page, "vpc_cidr").inputValue(), "10.7.0.0/16");
      await row(page, "Access").click();
      const group = page.getByRole("group", { name: "cluster_admin_principal_arns" });
      const arn = "arn:aws:iam::123456789012:role/Admin";
      await group.getByRole("textbox").first().fill(` ${arn} `);
      await page.keyboard.press("Tab");
      assert.deepEqual((await draft(page)).values, { cluster_name: "tea", vpc_cidr: "10.7.0.0/16", cluster_admin_principal_arns: [arn] });
    },
    { context: { permissions: ["clipboard-read", "clipboard-write"] } },
  ));

test("an imported text keeps its blanks for as long as nobody changes it", () =>
  visit(
    async (page) => {
      await field(page, "cluster_name").focus();
      await page.keyboard.press("Tab");
      assert.deepEqual((await draft(page)).values, { cluster_name: " tea" });
    },
    { address: `#${link({ values: { cluster_name: " tea" } })}` },
  ));

test("an error that is about two fields stands at both, and leads from the one to the other", () =>
  visit(async (page) => {
    await row(page, "New VPC").click();
    await field(page, "vpc_cidr").fill("172.20.0.0/16");
    const pointer = page.locator("#field-vpc_cidr .aside.error");
    await pointer.getByText("overlaps a range of the VPC").waitFor();
    await pointer.getByRole("button", { name: "service_cidr" }).click();
    await page.waitForFunction(() => document.activeElement.id === "control-service_cidr");
    await page.locator("#message-service_cidr", { hasText: "overlaps" }).waitFor();
    assert.equal(await page.locator("#field-service_cidr .aside.error").count(), 0);
    await field(page, "service_cidr").fill("172.30.0.0/16");
    await row(page, "New VPC").click();
    await field(page, "vpc_cidr").waitFor();
    assert.equal(await pointer.count(), 0);
  }));
