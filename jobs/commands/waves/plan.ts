import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { parse } from "yaml";
import { z } from "zod";
import { readSettings } from "#app/settings.server.ts";
import { planWave } from "#db/records/plan-wave.ts";
import { CommandError, exitCodes } from "../../exit-codes.ts";
import { withContext } from "../../open-context.ts";
import { wavePlan } from "../../waves/wishes.ts";

/** What a file may leave out. */
const usual = {
  version: null,
  mode: "confidential",
  kind: "wave",
  answerRule: "first",
  opensAt: null,
  closesAt: null,
  consultationOn: null,
  sample: null,
  reminders: [],
  hours: { from: "08:00", to: "19:00" },
};

export function registerPlan(waves: Command): void {
  waves
    .command("plan <file>")
    .description("Write down a wave from a YAML or JSON file, as a draft.")
    .addHelpText(
      "after",
      `
Example of a file:
  key: 2026-autumn
  barometer: pulse
  names: { fr: Automne 2026, en: Autumn 2026 }
  closesAt: 2026-10-02T17:00:00Z
  reminders: [3, 7]
  sample: { share: 0.25, by: unit, seed: autumn }   # left out: everybody is asked
  answerRule: latest                                # left out: the first answer counts`,
    )
    .action(async (file: string) => {
      const read = wavePlan.safeParse({ ...usual, ...contentOf(file) });
      if (!read.success) throw new CommandError(z.prettifyError(read.error), exitCodes.wrongUse);
      await withContext(readSettings(), new Date(), ({ db }) => planWave(db, read.data));
      console.log(`Planned “${read.data.key}”, as a draft.`);
    });
}

function contentOf(file: string): object {
  try {
    const content: unknown = parse(readFileSync(file, "utf8"));
    if (typeof content === "object" && content !== null) return content;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandError(`${file} cannot be read: ${why}`, exitCodes.wrongUse);
  }
  throw new CommandError(`${file} holds no plan.`, exitCodes.wrongUse);
}
