import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { ServerBuild } from "@remix-run/node";
import type { Express } from "express";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
} from "playwright-core";
import { createApp, serve } from "#app/server.ts";
import type { Db } from "#db/client.server.ts";
import { chromium as executablePath } from "#tests/setup/chromium.ts";
import { type Handles, test as withDatabase } from "./database.ts";
import { temporaryHome } from "./processes.ts";

/** No page of readers: what answers here is what respondents are served. */
const nothing: ServerBuild = {
  entry: { module: { default: () => new Response(null, { status: 404 }) } },
  routes: {},
  assets: { entry: { module: "", imports: [] }, routes: {}, url: "", version: "1" },
  publicPath: "/",
  assetsBuildDirectory: "build/client",
  future: {} as ServerBuild["future"],
  isSpaMode: false,
  mode: "production",
};

export interface AnsweringSite {
  readonly address: string;
  readonly app: Express;
  /** A telephone, a tablet, a time clock: closed after the test. */
  open(options?: BrowserContextOptions): Promise<BrowserContext>;
}

/** The respondents' addresses, served as the product serves them. */
export async function serveAnswering(web: Db, port = 0) {
  const clientFolder = temporaryHome();
  mkdirSync(join(clientFolder, "assets"));
  const app = createApp({
    build: nothing,
    clientFolder,
    context: {
      settings: { timeZone: "Europe/Paris" },
      web,
      steward: web,
      cookieKey: "key",
      log() {},
    },
    ready: async () => ({ database: true, migrated: true }),
  });
  return { app, ...(await serve(app, { host: "127.0.0.1", port })) };
}

/** `test` with the respondents' pages on this test's own database, and a browser to open them. */
export const test = withDatabase.extend<{ site: AnsweringSite }>({
  site: async ({ web }: Pick<Handles, "web">, use) => {
    const { app, address, close } = await serveAnswering(web);
    let browser: Browser | null = null;
    await use({
      app,
      address,
      async open(options = {}) {
        if (executablePath === null) throw new Error("No Chromium: set CHROMIUM to where it is.");
        browser ??= await chromium.launch({ executablePath, args: ["--no-sandbox"] });
        return browser.newContext({ baseURL: address, locale: "fr-FR", ...options });
      },
    });
    await (browser as Browser | null)?.close();
    await close();
  },
});
