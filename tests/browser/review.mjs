// The review: what is wrong, open and decided, each with the way there and, where there is one, the remedy.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { component, draft, field, row, view } from "./support/panes.mjs";
import { visit } from "./support/site.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const group = (page, name) => page.locator(`#review-${name}`);
const focusedField = (page, name) => page.waitForFunction((name) => document.activeElement?.closest(`#field-${name}`), name);

test("open questions are answered in order, from field to field, by keys alone", () =>
  visit(async (page) => {
    await view(page, "Review").focus();
    await page.keyboard.press("Enter");
    const questions = group(page, "question").locator("ol .finding-row");
    assert.equal(await questions.count(), 2);
    const first = await questions.locator(".finding-place").first().innerText();
    await page.getByRole("button", { name: "Answer them in order" }).focus();
    await page.keyboard.press("Enter");
    await focusedField(page, first);
    await page.getByLabel("private", { exact: true }).focus();
    await page.keyboard.press("Space");
    // The answer opens another question, so that two are left.
    const next = page.getByRole("button", { name: /^Next open question/ }).first();
    const answers = { cluster_endpoint_private_cidrs: "10.9.0.0/16", cluster_admin_principal_arns: "arn:aws:iam::111122223333:role/admin" };
    await page.locator("#review-question .count", { hasText: "2" }).waitFor();
    for (let left = 2; left > 0; left--) {
      const name = (await next.innerText()).split(": ")[1].trim();
      await next.focus();
      await page.keyboard.press("Enter");
      await focusedField(page, name);
      if (!(await page.evaluate(() => document.activeElement.matches("input")))) {
        await page.locator(`#field-${name}`).getByRole("button", { name: "Add" }).focus();
        await page.keyboard.press("Enter");
      }
      await page.keyboard.type(answers[name]);
    }
    await group(page, "question").waitFor({ state: "hidden" });
    assert.equal(await page.getByRole("button", { name: /^Next open question/ }).count(), 0);
  }));

test("a finding names its component, and its remedy says what it sets", () =>
  visit(async (page) => {
    await row(page, "New VPC").click();
    await page.getByLabel("single").check();
    await view(page, "Review").click();
    const finding = group(page, "warning").locator(".finding-row");
    await finding.getByRole("button", { name: 'Set nat_gateways to "one_per_zone" (now "single")' }).waitFor();
    await row(page, "Shared settings").click();
    await finding.getByRole("button", { name: "New VPC", exact: true }).click();
    await page.locator(".inspector h2", { hasText: "New VPC" }).waitFor();
    await finding.getByRole("button", { name: /^Set/ }).click();
    await group(page, "warning").waitFor({ state: "hidden" });
    assert.deepEqual(await draft(page), {});
  }));

test("a remedy switches on what it names", () =>
  visit(async (page) => {
    await component(page, "Flow logs").click();
    await view(page, "Review").click();
    const finding = page.locator(".finding-row", { hasText: "Flow logs" }).first();
    await finding.getByRole("button", { name: "Switch on: Flow logs" }).click();
    await finding.waitFor({ state: "hidden" });
    assert.deepEqual(await draft(page), {});
  }));

test("what was decided is listed beside the defaults, and each can be taken back", () =>
  visit(async (page) => {
    await view(page, "Review").click();
    const decided = group(page, "differences");
    await decided.getByText("Nothing differs").waitFor();
    await component(page, "Flow logs").click();
    await component(page, "Existing VPC").click();
    await component(page, "New VPC").click();
    await row(page, "New VPC").click();
    await field(page, "vpc_cidr").fill("10.7.0.0/16");
    await component(page, "OIDC provider").click();
    const cells = await decided.locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.cells].slice(0, 3).map((cell) => cell.innerText)));
    assert.deepEqual(cells, [
      ["Flow logs", "in", "out"],
      ["OIDC provider", "out", "in"],
      ["vpc_cidr", '"10.0.0.0/16"', '"10.7.0.0/16"'],
    ]);
    await component(page, "Existing VPC").click();
    await decided.locator("tr", { hasText: "New VPC" }).getByText("Existing VPC").waitFor();
    for (let left = 4; left > 0; left--) {
      await page.waitForFunction((left) => document.querySelectorAll("#review-differences tbody tr").length === left, left);
      await decided.getByRole("button", { name: /^Back to the default/ }).first().click();
    }
    await decided.getByText("Nothing differs").waitFor();
    assert.deepEqual(await draft(page), {});
  }));

test("costs are summed by subsystem, with the prices that they count with", () =>
  visit(async (page) => {
    await view(page, "Review").click();
    const costs = group(page, "costs");
    const numbers = async (selector) =>
      (await costs.locator(selector).allInnerTexts()).filter((text) => text.startsWith("$")).map((text) => Number(text.slice(1)));
    const sum = (all) => all.reduce((sum, one) => sum + one, 0);
    const [total] = await numbers("tfoot .amount");
    const subsystems = await numbers(".cost-sum .amount");
    assert.ok(subsystems.length > 2);
    assert.equal(sum(subsystems), sum(await numbers("tbody tr:not(.cost-sum) .amount")));
    assert.ok(Math.abs(sum(subsystems) - total) <= 10, "each line is rounded by itself");
    await costs.locator(".assumed summary").click();
    await costs.locator(".assumed tr", { hasText: "hours_per_month" }).getByText("730").waitFor();
  }));

test("the digest and the command can be copied", () =>
  visit(async (page) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await view(page, "Review").click();
    await page.getByRole("button", { name: "Copy the digest" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^[0-9a-f]{64}$/);
  }));

for (const [colorScheme, viewport] of [["light", { width: 1440, height: 900 }], ["dark", { width: 390, height: 844 }]]) {
  test(`axe finds nothing in the review, ${colorScheme} at ${viewport.width} px`, () =>
    visit(
      async (page) => {
        const values = { nat_gateways: "single", vpc_cidr: "10.0.", cluster_name: "harbor" };
        await page.evaluate((values) => localStorage.setItem("eks-configurator/draft", JSON.stringify({ values, components: { "flow-logs": false } })), values);
        await page.reload();
        await page.evaluate(axe);
        if (viewport.width < 768) await page.getByRole("navigation", { name: "Views" }).getByRole("button", { name: "Review" }).click();
        else await view(page, "Review").click();
        await page.locator(".assumed summary").click();
        await page.waitForTimeout(300);
        const { violations } = await page.evaluate(() => axe.run(".canvas"));
        assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(" ")}`), []);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
      },
      { context: { colorScheme, viewport, reducedMotion: "reduce" } },
    ));
}
