import type { Command } from "commander";
import { readSettings } from "#app/settings.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { loginUrl } from "#db/logins.server.ts";
import { openQueue } from "#db/queue.server.ts";
import { chooseWayOut } from "#jobs/connectors/http.ts";
import type { Context } from "../context.ts";
import { keepAnswering } from "../keep-answering.ts";
import { keepHearing } from "../keep-hearing.ts";
import { readKeys } from "../keys.server.ts";
import { runNight } from "../nightly.ts";
import { readOften } from "../read-often.ts";
import { scheduleMinutes, scheduleNights, scheduleOften } from "../schedule.ts";
import { untilAsked } from "../shutdown.ts";
import { spendMinute } from "../spend-minute.ts";
import { unlessFilling } from "../unless-filling.ts";

export function register(program: Command): void {
  program
    .command("worker")
    .description(
      "Wait for the night and run it; read all day what forgets within a day. Several may wait.",
    )
    .addHelpText("after", "\nExample:\n  $ BAROMETER_NIGHT=03:30 barometer worker")
    .action(async () => {
      const settings = readSettings();
      chooseWayOut(settings.wayOut);
      const url = loginUrl("worker", settings);
      const db = openDatabase(url);
      const queue = openQueue(url);
      await queue.start();
      const contextNow = (): Context => ({
        db,
        url,
        keys: readKeys(settings.home),
        timeZone: settings.timeZone,
        now: new Date(),
        log: console.log,
        progress() {},
      });
      await scheduleNights(queue, settings, () =>
        runNight(contextNow(), { clock: () => new Date() }),
      );
      await scheduleOften(queue, () => unlessFilling(contextNow(), readOften));
      await scheduleMinutes(queue, () =>
        spendMinute(contextNow(), settings.sending, () => new Date()),
      );
      const hearing = keepHearing(contextNow);
      const answering = keepAnswering(contextNow, settings.sending);
      if (process.send) process.send({ waiting: true });
      else console.log(`Waiting for the night (${settings.timeZone})`);
      await untilAsked();
      await hearing.stop();
      await answering.stop();
      await queue.stop({ graceful: true, timeout: 10_000 });
      // pg-boss leaves timers behind that would hold the process for seconds.
      process.exit();
    });
}
