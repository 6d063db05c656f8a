import type { Command } from "commander";
import { z } from "zod";
import { readSettings } from "#app/settings.server.ts";
import { discardWave, plannedWaves, readPlannedWave } from "#db/records/plan-wave.ts";
import type { Context } from "../context.ts";
import { CommandError, exitCodes } from "../exit-codes.ts";
import { closeWays, openWays } from "../letters/open-ways.ts";
import { withContext } from "../open-context.ts";
import { checkPlanned, WaveRefusal } from "../waves/check.ts";
import { dryRun, type Way } from "../waves/dry-run.ts";
import { openPlanned } from "../waves/open.ts";
import { askPulse, pulseAsked } from "../waves/pulse.ts";
import { remind } from "../waves/remind.ts";
import { closeWave } from "../waves.ts";
import { registerPlan } from "./waves/plan.ts";
import { printReach, sayRules, statusOf } from "./waves/say.ts";

/** How the command signs in the audit trail. */
const ACTOR = "barometer waves";

/** With the channels that are set up here; they are closed afterwards. */
async function withWays<Result>(
  work: (context: Context, ways: readonly Way[]) => Promise<Result>,
): Promise<Result> {
  const settings = readSettings();
  return withContext(settings, new Date(), async (context) => {
    const ways = await openWays(context, settings.sending);
    try {
      return await work(
        context,
        ways.map(({ channel }) => channel),
      );
    } catch (error) {
      if (error instanceof WaveRefusal) throw new CommandError(sayRules(error.rules));
      throw error;
    } finally {
      await closeWays(ways);
    }
  });
}

async function find({ db }: Pick<Context, "db">, key: string) {
  const wave = await readPlannedWave(db, key);
  if (wave === null) throw new CommandError(`There is no wave “${key}”.`, exitCodes.wrongUse);
  return wave;
}

export function register(program: Command): void {
  const waves = program
    .command("waves")
    .description("Plan, open, remind and close waves. Never prints who answered, or how many.");
  waves
    .command("list")
    .description("Print the waves that were asked here, and where each stands.")
    .option("--json", "print them as JSON")
    .action(async ({ json }: { json?: true }) => {
      const states = ["draft", "scheduled", "open", "closed", "released"] as const;
      const known = await withContext(readSettings(), new Date(), ({ db }) =>
        plannedWaves(db, states),
      );
      if (json) return console.log(JSON.stringify(known.map(statusOf), null, 2));
      for (const wave of known) console.log(`${wave.key}: ${wave.state}, ${wave.names.en}`);
    });
  registerPlan(waves);
  waves
    .command("dry-run <wave>")
    .description("Say how many people would be asked, by which channel, at what cost, and by none.")
    .option("--json", "print it as JSON")
    .action(async (key: string, { json }: { json?: true }) => {
      const { reach, ...rules } = await withWays(async (context, ways) => {
        const wave = await find(context, key);
        const counted = await dryRun(context, wave, ways);
        return {
          reach: counted,
          ...(await checkPlanned(context.db, wave, counted, context.now)),
        };
      });
      if (json) return console.log(JSON.stringify({ ...reach, ...rules }, null, 2));
      printReach(reach);
      if (rules.broken.length > 0) console.log(sayRules(rules.broken));
      for (const caution of rules.cautions) console.log(`Beware: ${caution}.`);
    });
  waves
    .command("open <wave>")
    .description("Open it now, if it keeps the rules: people, organisation and thresholds freeze.")
    .action(async (key: string) => {
      const people = await withWays((context, ways) => openPlanned(context, key, ways));
      console.log(`Open: ${people} people are invited, each at an hour they may be written to.`);
    });
  waves
    .command("discard <wave>")
    .description("Throw a draft away. What was sent to try it stays written down.")
    .addHelpText("after", "\nExample:\n  $ barometer waves discard october-2027")
    .action(async (key: string) => {
      await withContext(readSettings(), new Date(), async (context) => {
        const wave = await find(context, key);
        if (await discardWave(context.db, wave, { actor: ACTOR, at: context.now })) return;
        throw new CommandError(
          `“${key}” is ${wave.state}: only a draft can be thrown away. A scheduled wave is made a draft again on its page.`,
        );
      });
      console.log(`Thrown away. Its key “${key}” may be planned anew.`);
    });
  waves
    .command("remind <wave>")
    .description("Write again to those who have not answered, at an hour they may be written to.")
    .action(async (key: string) => {
      await withWays(async (context) => {
        const wave = await find(context, key);
        if (wave.state !== "open") throw new CommandError(`“${key}” is ${wave.state}.`);
        await remind(context, wave, wave.reminded + 1);
      });
      // How many letters that is would say how many have answered.
      console.log("The reminders are queued.");
    });
  waves
    .command("close <wave>")
    .description("Close it now. What comes after is refused kindly; the night counts and releases.")
    .action(async (key: string) => {
      await withWays(async (context) =>
        closeWave(context, { wave: (await find(context, key)).key }),
      );
      console.log("Closed.");
    });
  waves
    .command("status <wave>")
    .description("Print where it stands, as JSON.")
    .action(async (key: string) => {
      const wave = await withContext(readSettings(), new Date(), (context) => find(context, key));
      console.log(JSON.stringify(statusOf(wave), null, 2));
    });
  waves
    .command("pulse <key> <french> <english>")
    .description("Ask one question of everybody now, whatever the hour: for a crisis.")
    .option("--hours <n>", "how long it stays open", "24")
    .option("--anonymous", "keep no link between answers and people")
    .option("--consulted <day>", "when the works council was consulted, as 2026-03-31")
    .addHelpText(
      "after",
      '\nExample:\n  $ barometer waves pulse flood "Êtes-vous en sécurité ?" "Are you safe?" --hours 6',
    )
    .action(async (key: string, fr: string, en: string, options: PulseOptions) => {
      const read = pulseAsked.safeParse({
        key,
        wordings: { fr, en },
        hours: Number(options.hours),
        mode: options.anonymous ? "anonymous" : "confidential",
        consultationOn: options.consulted ?? null,
      });
      if (!read.success) throw new CommandError(z.prettifyError(read.error), exitCodes.wrongUse);
      const people = await withWays((context, ways) => askPulse(context, read.data, ways));
      console.log(`Asked: ${people} people are invited.`);
    });
}

interface PulseOptions {
  readonly hours: string;
  readonly anonymous?: true;
  readonly consulted?: string;
}
