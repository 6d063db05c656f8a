import type { ServerBuild } from "@remix-run/node";
import { onTestFinished } from "vitest";
import { createApp, serve } from "#app/server.ts";
import type { Db } from "#db/client.server.ts";
import type { Context } from "#jobs/context.ts";
import { listen } from "#jobs/receiver/listen.ts";
import type { ReceiverParts } from "#jobs/receiver/parts.ts";
import { createReceiver } from "#jobs/receiver/receiver.ts";
import { Tally } from "#jobs/receiver/tally.ts";
import { temporaryHome } from "./processes.ts";

/** The web process and the receiver behind it, both real, on loopback. */
export interface Receiving {
  /** Of the web process: what networks are given. */
  readonly address: string;
  /** What the operator was told. */
  readonly lines: string[];
  readonly tally: Tally;
  /** Ends the receiver, as when it is killed; the web goes on. */
  stopReceiver(): Promise<void>;
}

/** A build without pages: what is not passed on ends here. */
const build: ServerBuild = {
  entry: { module: { default: () => new Response(null, { status: 500 }) } },
  routes: {},
  assets: { entry: { module: "", imports: [] }, routes: {}, url: "", version: "1" },
  publicPath: "/",
  assetsBuildDirectory: "build/client",
  future: {} as ServerBuild["future"],
  isSpaMode: false,
  mode: "production",
};

export async function startReceiving(
  { db, keys, timeZone }: Context,
  web: Db,
  now: () => Date,
): Promise<Receiving> {
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  const tally = new Tally();
  const parts: ReceiverParts = { db, keys, timeZone, now, log };
  const receiver = await listen(createReceiver(parts, tally), { host: "127.0.0.1", port: 0 });
  const app = createApp({
    build,
    clientFolder: temporaryHome(),
    context: { settings: { timeZone }, web, steward: web, log() {}, cookieKey: "a test's key" },
    ready: async () => ({ database: true, migrated: true }),
    findReceiver: () => ({ host: "127.0.0.1", port: receiver.port }),
  });
  const serving = await serve(app, { host: "127.0.0.1", port: 0 });
  let isOpen = true;
  const stopReceiver = async () => {
    if (isOpen) await receiver.close();
    isOpen = false;
  };
  onTestFinished(async () => {
    await stopReceiver();
    await serving.close();
  });
  return { address: serving.address, lines, tally, stopReceiver };
}
