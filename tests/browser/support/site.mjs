// Serves the built page as a project page is served, below a path, and opens it in Chromium.
//
// From the environment: SITE (the built page, by default dist/), CHROMIUM (the browser), COMMAND_LINE (eks-configurator).

import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { after } from "node:test";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const site = process.env.SITE ?? fileURLToPath(new URL("../../../dist", import.meta.url));
export const commandLine = process.env.COMMAND_LINE;

/** The built page is kept for the next visit; while one develops, it is not. */
export const isKept = !readFileSync(join(site, "sw.js"), "utf8").includes('BUILD = ""');

/** Until the page is kept. */
export async function kept(page) {
  if (isKept) await page.evaluate(() => navigator.serviceWorker.ready);
}

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** Serves a folder below `path` on a free port. Resolves to its `url`, the paths `requested`, and `close`. */
export async function serve({ folder = site, path = "/eks-configurator/" } = {}) {
  const requested = [];
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    requested.push(asked);
    const file = asked.startsWith(path) && join(folder, normalize("/" + asked.slice(path.length)));
    const found = file && [file, join(file, "index.html")].find(isFile);
    if (!found) return response.writeHead(404).end("not found");
    response.writeHead(200, { "content-type": TYPES[extname(found)] ?? "application/octet-stream" });
    createReadStream(found).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => new Promise((resolve) => (server.close(resolve), server.closeAllConnections()));
  return { url: `http://127.0.0.1:${server.address().port}${path}`, requested, close };
}

function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Starts Chromium, without the requests that it makes by itself. */
export function launch(options = {}) {
  const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"];
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "chromium",
    // Chromium's sandbox refuses to run as root, as in a container.
    chromiumSandbox: process.getuid?.() !== 0,
    args: ["--no-first-run", "--disable-gpu", ...quiet],
    ...options,
  });
}

// One browser for all journeys of a file; each has a context of its own, which is as good as a browser, and sooner there.
let shared;
const isTested = process.env.NODE_TEST_CONTEXT !== undefined;
if (isTested) after(async () => (await shared)?.close());

/**
 * Runs a journey on the freshly loaded page; fails if the page complains in the console, throws, or asks for anything
 * outside its own path.
 */
export async function visit(journey, { context = {}, address = "" } = {}) {
  const server = await serve();
  const browser = await (isTested ? (shared ??= launch()) : launch());
  const own = await browser.newContext(context);
  try {
    const page = await own.newPage();
    const complaints = [];
    page.on("pageerror", (error) => complaints.push(`error: ${error}`));
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
    });
    page.on("request", (request) => {
      const isOwn = request.url().startsWith(server.url) || /^(blob|data):/.test(request.url());
      if (!isOwn) complaints.push(`request: ${request.url()}`);
    });
    await page.goto(server.url + address);
    // A journey that fails often fails because of what the page complains about.
    const failure = await journey(page, server).then(() => null, (error) => error);
    if (complaints.length > 0) throw new Error(`The page complains:\n${complaints.join("\n")}`, { cause: failure });
    if (failure) throw failure;
  } finally {
    await (isTested ? own : browser).close();
    await server.close();
  }
}

/** The bytes of the file that an action downloads, and its name. */
export async function download(page, action) {
  const [saved] = await Promise.all([page.waitForEvent("download"), action()]);
  const chunks = [];
  for await (const chunk of await saved.createReadStream()) chunks.push(chunk);
  return { name: saved.suggestedFilename(), bytes: Buffer.concat(chunks) };
}
