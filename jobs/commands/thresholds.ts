import type { Command } from "commander";
import { thresholdNames } from "#app/privacy/policy.ts";
import { readSettings } from "#app/settings.server.ts";
import {
  currentPolicy,
  type RaiseOutcome,
  raiseThreshold,
  readPolicies,
  withdrawRaise,
} from "#db/records/policies.ts";
import { CommandError, exitCodes } from "../exit-codes.ts";
import { withContext } from "../open-context.ts";

/** How the command signs in the public history and in the audit trail. */
const ACTOR = "barometer thresholds";

export function register(program: Command): void {
  const thresholds = program
    .command("thresholds")
    .description("The smallest numbers of people a figure may speak of. They only rise.");
  thresholds
    .command("list")
    .description("Print those in force and every version before them.")
    .option("--json", "print them as JSON")
    .action(async ({ json }: { json?: true }) => {
      const versions = await withContext(readSettings(), new Date(), ({ db }) => readPolicies(db));
      if (json) return console.log(JSON.stringify(versions, null, 2));
      for (const {
        version,
        thresholds: known,
        announcedAt,
        firstUsedAt,
        withdrawnAt,
      } of versions) {
        const state =
          withdrawnAt !== null
            ? `withdrawn ${day(withdrawnAt)}`
            : firstUsedAt === null
              ? "not used yet"
              : `used since ${day(firstUsedAt)}`;
        console.log(`version ${version}, announced ${day(announcedAt)}, ${state}`);
        console.log(`  ${thresholdNames.map((name) => `${name} ${known[name]}`).join(", ")}`);
      }
    });
  thresholds
    .command("raise <threshold> <number>")
    .description("Raise one, for the waves that open and the weeks that are released from now on.")
    .addHelpText(
      "after",
      `\nThresholds: ${thresholdNames.join(", ")}\nExample:\n  $ barometer thresholds raise answers 8`,
    )
    .action(async (threshold: string, number: string) => {
      const to = /^\d{1,9}$/.test(number) ? Number(number) : Number.NaN;
      if (Number.isNaN(to)) {
        throw new CommandError(`“${number}” is not a whole number.`, exitCodes.wrongUse);
      }
      const at = new Date();
      await withContext(readSettings(), at, async ({ db }) => {
        const { thresholds: before } = await currentPolicy(db);
        const outcome = await raiseThreshold(db, ACTOR, { threshold, to, at });
        if (outcome !== "raised") {
          const known = thresholdNames.find((name) => name === threshold);
          throw new CommandError(
            refusals[outcome](threshold, known === undefined ? null : before[known]),
          );
        }
        console.log(
          `“${threshold}” is ${to} for the waves that open and the weeks that are released from now on. It stands on /promise, and may be withdrawn until the first of them.`,
        );
      });
    });
  thresholds
    .command("withdraw")
    .description("Take the last raise back, as long as nothing has used it.")
    .action(async () => {
      const at = new Date();
      const outcome = await withContext(readSettings(), at, ({ db }) =>
        withdrawRaise(db, ACTOR, at),
      );
      if (outcome === "used") {
        throw new CommandError(
          "A wave or a release has used these thresholds: people were promised them, and they can only rise now.",
        );
      }
      if (outcome === "none") throw new CommandError("There is no raise to withdraw.");
      console.log("Withdrawn. The history on /promise keeps both days.");
    });
}

const refusals: Record<
  Exclude<RaiseOutcome, "raised">,
  (threshold: string, before: number | null) => string
> = {
  same: (threshold, before) => `“${threshold}” is ${before} already.`,
  lower: (threshold, before) =>
    `“${threshold}” is ${before} and can only rise: people answered knowing that number.`,
  unknown: (threshold) => `There is no threshold “${threshold}”: ${thresholdNames.join(", ")}.`,
  fixed: (threshold) => `“${threshold}” cannot be set: the bands of n end there.`,
  "too-high": () => "Above 1000 hardly anything would ever be shown: give a smaller number.",
};

function day(at: Date): string {
  return at.toISOString().slice(0, 10);
}
