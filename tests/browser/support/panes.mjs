// Where things are on the page, by the words that a user reads.

/** The row of a component, or of the shared settings, in the outline. */
export const row = (page, title) => page.locator(".outline-row", { hasText: title }).first();

export const component = (page, title) => page.getByRole("navigation", { name: "Outline" }).getByLabel(title, { exact: true });

export const field = (page, name) => page.locator(`#control-${name}`);

export const message = (page, name) => page.locator(`#message-${name}`);

export const view = (page, title) => page.getByRole("tab", { name: title });

export const box = (page, component) => page.locator(`svg.picture [data-component="${component}"]`);

export const status = (page) => page.locator("footer.status");

/** Opens a file of the bundle in the preview, and resolves to its text. */
export async function open(page, path) {
  await view(page, "Files").click();
  let folder = "";
  for (const part of path.split("/").slice(0, -1)) {
    folder += `${part}/`;
    const closed = page.locator(`.tree-row[data-path="${folder}"][aria-expanded="false"]`);
    if (await closed.count()) await closed.click();
  }
  await page.locator(`.tree-row[data-path="${path}"]`).click();
  return page.locator(".preview .text");
}

/** The draft as the page keeps it. */
export async function draft(page) {
  const stored = await page.evaluate(() => {
    const id = localStorage.getItem("eks-configurator/current");
    return id && localStorage.getItem(`eks-configurator/draft/${id}`);
  });
  return stored === null ? null : JSON.parse(stored).draft;
}

/** The panel of a button in the bar, opened. */
export async function panel(page, name) {
  const opened = page.getByRole("dialog", { name });
  if (!(await opened.isVisible())) await page.locator(`button[popovertarget][title="${name}"]`).click();
  await opened.locator("> *").first().waitFor();
  return opened;
}
