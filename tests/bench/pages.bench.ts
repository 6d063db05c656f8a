import { gzipSync } from "node:zlib";
import type { Page, Request } from "playwright-core";
import { expect } from "vitest";
import { serveAnswering } from "#tests/support/answering-site.ts";
import { asked } from "#tests/support/ask-wave.ts";
import { makeHalles } from "#tests/support/make-halles.ts";
import { makeViewer } from "#tests/support/make-viewer.ts";
import { password, test } from "#tests/support/site.ts";

/** A slow telephone: what Lighthouse calls its mobile profile. */
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const SLOWER = 4;

interface Measured {
  /** Milliseconds until the largest thing in view was there. */
  readonly largest: number;
  /** How far things moved while the page came (cumulative layout shift). */
  readonly shift: number;
  /** Milliseconds in which the page could not have answered (total blocking time). */
  readonly blocked: number;
  /** Bytes over the wire, headers included. */
  readonly bytes: number;
  /** Bytes of the scripts among them, gzip and without headers: all that comes before somebody points at a chart. */
  readonly scripts: number;
}

const director = {
  email: "director@halles.example",
  name: "Odile",
  password,
  roles: ["director"],
  scopes: [{ kind: "company", key: "company" }],
} as const;

test("a slow telephone reads the pages and the questions", async ({
  database,
  owner,
  worker,
  web,
  site,
}) => {
  await makeHalles(owner);
  await makeViewer(owner, director);
  const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 } as const;
  const { page, signIn } = await site.open(phone);
  await signIn(director.email);
  const found: Record<string, Measured> = {};
  for (const address of ["/", "/indicators/connection", "/connection", "/adoption", "/teams"]) {
    found[address] = await measure(page, `${site.address}${address}`);
  }
  const [code = ""] = await asked({ database, owner, worker });
  const answering = await serveAnswering(web);
  found["/a/:code"] = await measure(page, `${answering.address}/a/${code}`);
  await answering.close();
  console.table(found);
  for (const [address, { shift, scripts }] of Object.entries(found)) {
    expect([address, shift < 0.01]).toEqual([address, true]);
    expect([address, scripts < 115_000]).toEqual([address, true]);
  }
  expect(found["/a/:code"]?.bytes).toBeLessThan(20_000);
  expect(found["/a/:code"]?.scripts).toBe(0);
});

async function weigh(scripts: ReadonlySet<string>): Promise<number> {
  const bodies = await Promise.all(
    [...scripts].map(async (url) => Buffer.from(await (await fetch(url)).arrayBuffer())),
  );
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
}

async function measure(page: Page, address: string): Promise<Measured> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await session.send("Network.emulateNetworkConditions", network);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  let bytes = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  const scripts = new Set<string>();
  const noteScript = (request: Request) => {
    if (request.resourceType() === "script") scripts.add(request.url());
  };
  page.on("request", noteScript);
  await page.addInitScript(() => {
    const seen = { largest: 0, shift: 0, blocked: 0 };
    Object.assign(globalThis, { seen });
    const watch = (type: string, note: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
        type,
        buffered: true,
      });
    watch("largest-contentful-paint", ({ startTime }) => {
      seen.largest = startTime;
    });
    watch("layout-shift", (entry) => {
      seen.shift += (entry as PerformanceEntry & { readonly value: number }).value;
    });
    watch("longtask", ({ duration }) => {
      seen.blocked += Math.max(0, duration - 50);
    });
  });
  await page.goto(address, { waitUntil: "networkidle" });
  const seen = await page.evaluate(
    () => (globalThis as unknown as { readonly seen: Omit<Measured, "bytes" | "scripts"> }).seen,
  );
  page.off("request", noteScript);
  await session.detach();
  return { ...seen, bytes, scripts: await weigh(scripts) };
}
