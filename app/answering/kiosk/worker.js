/* Lets the page of a kiosk open without a connection. Answers are never in here. */
const KEPT = "kiosk-1";
const languages = ["fr", "en", "es", "pt", "de", "ar"];

self.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const kept = await caches.open(KEPT);
      await kept.addAll(["/kiosk", "/kiosk.js", ...languages.map((code) => `/kiosk?lang=${code}`)]);
      await self.skipWaiting();
    })(),
  );
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  const isOurs = /^\/kiosk(\.js)?$/.test(pathname) || pathname.startsWith("/kiosk/");
  if (request.method !== "GET" || !isOurs) return;
  event.respondWith(
    (async () => {
      const kept = await caches.open(KEPT);
      try {
        const fresh = await fetch(request, { signal: AbortSignal.timeout(5000) });
        if (fresh.ok) await kept.put(request, fresh.clone());
        return fresh;
      } catch {
        return (await kept.match(request)) ?? (await kept.match("/kiosk")) ?? Response.error();
      }
    })(),
  );
});
