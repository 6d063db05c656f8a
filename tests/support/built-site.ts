import { spawnSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { Express } from "express";
import { createApp, serve } from "#app/server.ts";
import { projectRoot } from "#app/settings.server.ts";
import type { Db } from "#db/client.server.ts";

/** The built product on a port of its own, in front of a database. */
export interface BuiltSite {
  readonly address: string;
  /** What answers before and beside the pages, as Express holds it. */
  readonly app: Express;
  /** The routes as they were built. */
  readonly build: ServerBuild;
  /** What was written to the log. */
  readonly lines: readonly string[];
  close(): Promise<void>;
}

/** Serves the pages as they will run; they are built first if the sources have changed. */
export async function serveBuilt({
  web,
  steward,
}: {
  readonly web: Db;
  readonly steward: Db;
}): Promise<BuiltSite> {
  const pages = copyOfBuild();
  const entry = pathToFileURL(join(pages, "server/index.js")).href;
  const build: ServerBuild = await import(/* @vite-ignore */ entry);
  const lines: string[] = [];
  const app = createApp({
    build,
    clientFolder: join(pages, "client"),
    context: {
      settings: { timeZone: "Europe/Paris" },
      web,
      steward,
      cookieKey: "a test's key",
      log: (line) => lines.push(line),
    },
    ready: async () => ({ database: true, migrated: true }),
  });
  const { address, close } = await serve(app, { host: "127.0.0.1", port: 0 });
  return { address, app, build, lines, close };
}

let builtPages: string | null = null;

/**
 * A copy of the pages as they will run, made for this run alone: whoever builds in the meantime
 * empties the folder. The command builds them first if the sources have changed.
 */
function copyOfBuild(): string {
  if (builtPages !== null) return builtPages;
  const { VITEST: _, ...env } = process.env;
  const { status, stderr } = spawnSync(process.execPath, ["jobs/barometer.js", "--help"], {
    cwd: projectRoot,
    env,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The pages could not be built:\n${stderr}`);
  // Within the project, where the packages the pages need are found.
  const copy = join(projectRoot, `node_modules/.journeys-${process.pid}`);
  for (const part of ["server", "client"]) {
    cpSync(join(projectRoot, "build", part), join(copy, part), { recursive: true });
  }
  process.once("exit", () => rmSync(copy, { recursive: true, force: true }));
  builtPages = copy;
  return copy;
}
