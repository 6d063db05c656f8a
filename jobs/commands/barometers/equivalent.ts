import type { Command } from "commander";
import { dayIn } from "#app/model/period.ts";
import { readSettings } from "#app/settings.server.ts";
import { declareEquivalence } from "#db/records/barometers.ts";
import { CommandError, exitCodes } from "../../exit-codes.ts";
import { withContext } from "../../open-context.ts";

/** How the command signs in the audit trail. */
const ACTOR = "barometer barometers";

interface Options {
  readonly from: string;
  readonly to: string;
  readonly fromItem?: string;
  readonly reasonFr: string;
  readonly reasonEn: string;
}

/** `barometers equivalent`: a reworded question continues the series of the one before it. */
export function registerEquivalent(barometers: Command): void {
  barometers
    .command("equivalent <key> <item>")
    .description("Declare that a reworded question asks what the one before it asked.")
    .requiredOption("--from <version>", "the version before")
    .requiredOption("--to <version>", "the version that asks it otherwise")
    .option("--from-item <item>", "its key in the version before, where it was another")
    .requiredOption("--reason-fr <words>", "why, in French; shown beside the wave it begins with")
    .requiredOption("--reason-en <words>", "the same in English")
    .addHelpText(
      "after",
      '\nExample:\n  $ barometer barometers equivalent october informed --from 1 --to 2 --reason-fr "Une faute corrigée" --reason-en "A misprint corrected"',
    )
    .action(async (key: string, item: string, options: Options) => {
      const { from, to, fromItem = item } = options;
      const reason = { fr: options.reasonFr.trim(), en: options.reasonEn.trim() };
      if (
        !/^\d{1,4}$/.test(from) ||
        !/^\d{1,4}$/.test(to) ||
        reason.fr === "" ||
        reason.en === ""
      ) {
        throw new CommandError(
          "Give two numbers of versions, and a reason in words of both languages.",
          exitCodes.wrongUse,
        );
      }
      const now = new Date();
      const declared = await withContext(readSettings(), now, ({ db, timeZone }) =>
        declareEquivalence(db, {
          barometer: key,
          from: { version: Number(from), item: fromItem },
          to: { version: Number(to), item },
          reason,
          on: dayIn(timeZone, now),
          actor: ACTOR,
          at: now,
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
