import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { Command } from "commander";
import { findReceiver } from "#app/receiver-place.server.ts";
import { createApp, serve } from "#app/server.ts";
import { projectRoot, readSettings } from "#app/settings.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { loginUrl } from "#db/logins.server.ts";
import { readReadiness } from "#db/readiness.server.ts";
import { readCookieKey } from "../keys.server.ts";
import { untilAsked } from "../shutdown.ts";

export function register(program: Command): void {
  program
    .command("web")
    .description("Serve the pages. The database must run; “barometer start” sees to both.")
    .addHelpText("after", "\nExample:\n  $ PORT=8080 barometer web")
    .action(async () => {
      const settings = readSettings();
      const web = openDatabase(loginUrl("web", settings), { max: 10 });
      const steward = openDatabase(loginUrl("steward", settings), { max: 2 });
      const build: ServerBuild = await import(
        /* @vite-ignore */ pathToFileURL(join(projectRoot, "build/server/index.js")).href
      );
      const app = createApp({
        build,
        clientFolder: join(projectRoot, "build/client"),
        context: {
          settings,
          web,
          steward,
          cookieKey: readCookieKey(settings.home),
          log: console.warn,
        },
        ready: () => readReadiness(web),
        findReceiver: () => findReceiver(settings),
      });
      const serving = await serve(app, settings);
      if (process.send) process.send({ listening: serving.address });
      else console.log(`Listening on ${serving.address}`);
      await untilAsked();
      await serving.close();
      await Promise.all([web.destroy(), steward.destroy()]);
    });
}
