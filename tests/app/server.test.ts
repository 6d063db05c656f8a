import { mkdirSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import { expect, onTestFinished } from "vitest";
import { createApp, serve } from "#app/server.ts";
import { readSettings } from "#app/settings.server.ts";
import type { Db } from "#db/client.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { readReadiness } from "#db/readiness.server.ts";
import { writeDemoState } from "#db/records/demo-state.ts";
import { test } from "#tests/support/database.ts";
import { temporaryHome } from "#tests/support/processes.ts";

const echo = {
  loader: ({ context }: LoaderFunctionArgs) =>
    Response.json({ nonce: context.nonce, now: context.now, key: context.cookieKey }),
  action: async ({ request }: ActionFunctionArgs) => new Response(await request.text()),
} as ServerBuild["routes"][string]["module"];

/** A build with one address, which answers with what it was given. */
const build: ServerBuild = {
  entry: { module: { default: () => new Response(null, { status: 500 }) } },
  routes: {
    all: {
      id: "all",
      path: "*",
      module: echo,
    },
  },
  assets: { entry: { module: "", imports: [] }, routes: {}, url: "", version: "1" },
  publicPath: "/",
  assetsBuildDirectory: "build/client",
  future: {} as ServerBuild["future"],
  isSpaMode: false,
  mode: "production",
};
async function open(web: Db): Promise<string> {
  const clientFolder = temporaryHome();
  mkdirSync(join(clientFolder, "assets"));
  writeFileSync(join(clientFolder, "assets", "page-1a2b.js"), "export {};");
  const app = createApp({
    build,
    clientFolder,
    context: { settings: readSettings({}), web, steward: web, cookieKey: "key", log() {} },
    ready: () => readReadiness(web),
  });
  const serving = await serve(app, { host: "127.0.0.1", port: 0 });
  onTestFinished(() => serving.close());
  return serving.address;
}

test("it is ready once the database is migrated, and says how far the demo company is", async ({
  web,
  worker,
}) => {
  const address = await open(web);
  const ready = async () => (await fetch(`${address}/ready`)).json();

  expect((await fetch(`${address}/ready`)).status).toBe(200);
  expect(await ready()).toEqual({ database: true, migrated: true, demo: "none" });
  await writeDemoState(worker, "loading");
  expect(await ready()).toMatchObject({ demo: "loading" });
  await writeDemoState(worker, "ready");
  expect(await ready()).toMatchObject({ demo: "ready" });
});

test("a migration that is missing makes it unready", async ({ web, owner }) => {
  const address = await open(web);
  await owner.deleteFrom("public.migration" as never).execute();
  const response = await fetch(`${address}/ready`);
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ database: true, migrated: false });
});

test("a database that is away makes it unready, and leaves it healthy", async () => {
  const nowhere = openDatabase("postgresql://web@127.0.0.1:1/barometer");
  const address = await open(nowhere);
  const response = await fetch(`${address}/ready`);
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({ database: false, migrated: false, demo: "none" });
  expect((await fetch(`${address}/health`)).status).toBe(200);
});

test("every page has a nonce of its own, and no one else may frame, store or be told of it", async ({
  web,
}) => {
  const address = await open(web);
  const pages = [await fetch(`${address}/teams`), await fetch(`${address}/teams`)];
  const nonces = await Promise.all(pages.map(async (page) => (await page.json()).nonce));
  expect(nonces[0]).not.toBe(nonces[1]);

  for (const [index, { headers }] of pages.entries()) {
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain(`script-src 'self' 'nonce-${nonces[index]}'`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(headers.get("x-powered-by")).toBeNull();
  }
});

test("what is built never changes and may be kept for a year", async ({ web }) => {
  const address = await open(web);
  const script = await fetch(`${address}/assets/page-1a2b.js`);
  expect(script.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(script.headers.get("x-content-type-options")).toBe("nosniff");
  // What only a page can be asked about would be a kilobyte more for each of thirty assets.
  expect(script.headers.get("content-security-policy")).toBeNull();
  expect((await fetch(`${address}/assets/gone.js`)).status).toBe(404);
});

test("an answer comes through, and one too large is refused before it is read", async ({ web }) => {
  const address = await open(web);
  const post = (body: string) => fetch(`${address}/answer`, { method: "POST", body });
  expect(await (await post("4")).text()).toBe("4");
  expect((await post("4".repeat(1024 * 1024 + 1))).status).toBe(413);
});

test("a body that does not say its length is refused", async ({ web }) => {
  const { hostname, port } = new URL(await open(web));
  const socket = connect(Number(port), hostname);
  socket.write("POST /answer HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
  const [line] = String(await new Promise((resolve) => socket.once("data", resolve))).split("\r\n");
  socket.destroy();
  expect(line).toBe("HTTP/1.1 411 Length Required");
});
