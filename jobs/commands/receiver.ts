import type { Command } from "commander";
import { forgetReceiver, noteReceiver } from "#app/receiver-place.server.ts";
import { readSettings, type Settings } from "#app/settings.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { loginUrl } from "#db/logins.server.ts";
import { listen } from "#jobs/receiver/listen.ts";
import { createReceiver } from "#jobs/receiver/receiver.ts";
import { Tally } from "#jobs/receiver/tally.ts";
import { readKeys } from "../keys.server.ts";
import { untilAsked } from "../shutdown.ts";

const SECONDS_BETWEEN_LINES = 60;

export function register(program: Command): void {
  program
    .command("receiver")
    .description("Receive what networks and identity providers send; the pages pass it on.")
    .addHelpText("after", "\nExample:\n  $ BAROMETER_RECEIVER=receiver:3001 barometer receiver")
    .action(async () => {
      const settings = readSettings();
      const db = openDatabase(loginUrl("worker", settings), { max: 10 });
      const tally = new Tally();
      const parts = {
        db,
        keys: readKeys(settings.home),
        timeZone: settings.timeZone,
        now: () => new Date(),
        log: console.log,
      };
      const listening = await listen(createReceiver(parts, tally), placeOf(settings));
      if (settings.receiver === null) noteReceiver(settings.home, listening.port);
      const telling = setInterval(() => tell(tally), SECONDS_BETWEEN_LINES * 1000);
      if (process.send) process.send({ waiting: true });
      else console.log(`Receiving on port ${listening.port}`);
      await untilAsked();
      clearInterval(telling);
      forgetReceiver(settings.home);
      await listening.close();
      tell(tally);
      await db.destroy();
    });
}

/** On this machine, unless it is set to be found from elsewhere. */
function placeOf({ receiver }: Settings): { host: string; port: number } {
  if (receiver === null) return { host: "127.0.0.1", port: 0 };
  const isHere = receiver.host === "localhost" || receiver.host.startsWith("127.");
  return { host: isHere ? "127.0.0.1" : "0.0.0.0", port: receiver.port };
}

function tell(tally: Tally): void {
  const line = tally.tell();
  if (line !== null) console.log(line);
}
