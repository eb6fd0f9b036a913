// Keeps the page, so that the next visit needs no network. `cargo xtask build` writes the files and a digest of them into the next
// two lines; as they stand here, while one develops, nothing is kept.
const FILES = [];
const BUILD = "";

// All pages of a host share their caches.
const OURS = `eks-configurator ${registration.scope} `;
const NAME = OURS + BUILD;

addEventListener("install", (event) => event.waitUntil(BUILD ? keep().then(skipWaiting) : skipWaiting()));
addEventListener("activate", (event) => event.waitUntil(BUILD ? forget() : registration.unregister()));
addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (BUILD && method === "GET" && url.startsWith(registration.scope)) event.respondWith(answer(event.request));
});

async function keep() {
  const cache = await caches.open(NAME);
  try {
    // The browser's own cache may hold files of another build.
    await cache.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })));
    const page = await (await cache.match("./")).text();
    const named = FILES.filter((file) => /-[0-9a-f]{8,}[._]/.test(file));
    if (!named.every((file) => page.includes(file))) throw new Error("The page is of another build than this list of its files.");
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
}

async function forget() {
  for (const name of await caches.keys()) {
    if (name.startsWith(OURS) && name !== NAME) await caches.delete(name);
  }
}

async function answer(request) {
  const cache = await caches.open(NAME);
  return (await cache.match(request, { ignoreSearch: request.mode === "navigate" })) ?? fetch(request);
}
