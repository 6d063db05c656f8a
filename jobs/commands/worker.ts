import type { Command } from "commander";
import { readSettings } from "#app/settings.server.ts";
import { loginUrl } from "#db/logins.server.ts";
import { openQueue } from "#db/queue.server.ts";
import { untilAsked } from "../shutdown.ts";

export function register(program: Command): void {
  program
    .command("worker")
    .description("Wait for the night and run it. Several may wait: one of them runs it.")
    .addHelpText("after", "\nExample:\n  $ BAROMETER_NIGHT=03:30 barometer worker")
    .action(async () => {
      const settings = readSettings();
      const queue = openQueue(loginUrl("worker", settings));
      await queue.start();
      if (process.send) process.send({ waiting: true });
      else console.log(`Waiting for the night (${settings.timeZone})`);
      await untilAsked();
      await queue.stop({ graceful: true, timeout: 10_000 });
      // pg-boss leaves timers behind that would hold the process for seconds.
      process.exit();
    });
}
