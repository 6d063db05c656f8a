import type { Command } from "commander";
import { readSettings } from "#app/settings.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { loginUrl } from "#db/logins.server.ts";
import { openQueue } from "#db/queue.server.ts";
import { readKeys } from "../keys.server.ts";
import { runNight } from "../nightly.ts";
import { scheduleNights } from "../schedule.ts";
import { untilAsked } from "../shutdown.ts";

export function register(program: Command): void {
  program
    .command("worker")
    .description("Wait for the night and run it. Several may wait: one of them runs it.")
    .addHelpText("after", "\nExample:\n  $ BAROMETER_NIGHT=03:30 barometer worker")
    .action(async () => {
      const settings = readSettings();
      const url = loginUrl("worker", settings);
      const db = openDatabase(url);
      const queue = openQueue(url);
      await queue.start();
      await scheduleNights(queue, settings, () => {
        const context = {
          db,
          url,
          keys: readKeys(settings.home),
          timeZone: settings.timeZone,
          now: new Date(),
          log: console.log,
          progress() {},
        };
        return runNight(context, { clock: () => new Date() });
      });
      if (process.send) process.send({ waiting: true });
      else console.log(`Waiting for the night (${settings.timeZone})`);
      await untilAsked();
      await queue.stop({ graceful: true, timeout: 10_000 });
      // pg-boss leaves timers behind that would hold the process for seconds.
      process.exit();
    });
}
