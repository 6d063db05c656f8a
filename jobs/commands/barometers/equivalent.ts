import type { Command } from "commander";
import { dayIn } from "#app/model/period.ts";
import { readSettings } from "#app/settings.server.ts";
import { declareEquivalence } from "#db/records/barometers.ts";
import { CommandError, exitCodes } from "../../exit-codes.ts";
import { withContext } from "../../open-context.ts";

interface Options {
  readonly from: string;
  readonly to: string;
  readonly fromItem?: string;
  readonly reason: string;
}

/** `barometers equivalent`: a reworded question continues the series of the one before it. */
export function registerEquivalent(barometers: Command): void {
  barometers
    .command("equivalent <key> <item>")
    .description("Declare that a reworded question asks what the one before it asked.")
    .requiredOption("--from <version>", "the version before")
    .requiredOption("--to <version>", "the version that asks it otherwise")
    .option("--from-item <item>", "its key in the version before, where it was another")
    .requiredOption("--reason <words>", "why; shown on the chart, beside the wave it begins with")
    .action(async (key: string, item: string, options: Options) => {
      const { from, to, fromItem = item, reason } = options;
      if (!/^\d{1,4}$/.test(from) || !/^\d{1,4}$/.test(to) || reason.trim() === "") {
        throw new CommandError(
          "Give two numbers of versions, and a reason in words.",
          exitCodes.wrongUse,
        );
      }
      const now = new Date();
      const declared = await withContext(readSettings(), now, ({ db, timeZone }) =>
        declareEquivalence(db, {
          barometer: key,
          from: { version: Number(from), item: fromItem },
          to: { version: Number(to), item },
          reason: reason.trim(),
          on: dayIn(timeZone, now),
        }),
      );
      if (!declared) {
        throw new CommandError(
          `Barometer “${key}” does not ask “${fromItem}” in version ${from} and “${item}” in version ${to}.`,
        );
      }
      console.log(`Declared: “${item}” goes on from version ${from} to version ${to}.`);
    });
}
