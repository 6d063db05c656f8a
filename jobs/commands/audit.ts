import { readFileSync } from "node:fs";
import { type Command, Option } from "commander";
import { z } from "zod";
import { releaseTable } from "#app/privacy/neutral-table.ts";
import { floors } from "#app/privacy/policy.ts";
import { prove } from "#app/privacy/proof.ts";
import { openSolver } from "#app/privacy/solver.ts";
import { readSettings } from "#app/settings.server.ts";
import { policyOfWave } from "#db/records/policies.ts";
import { releasedWave } from "#db/records/waves.ts";
import { readWaveFamilies } from "#db/rollups/wave-counts.ts";
import { CommandError, exitCodes } from "../exit-codes.ts";
import { withContext } from "../open-context.ts";
import { reportProgress } from "../progress.ts";
import { readTold } from "../told-of-wave.ts";

export function register(program: Command): void {
  program
    .command("audit")
    .argument("[file]", "a JSON file of tables, to see what would be shown of them")
    .addOption(new Option("--wave <key>", "attack a released wave instead, and print the proof"))
    .description("Try the rule that decides what is shown: on tables of your own, or on a wave.")
    .addHelpText(
      "after",
      `
The file is a list of tables: [{"id", "k", "cells": [{"n", "x"}], "groups": [{"group", "cells"}]}].
n people answered in a cell, x of them favourably; a group lists its cells, numbered from 1; k is
the fewest answers a group needs (never under ${floors.answers}). Only JSON goes to standard output.
Example:
  $ npm run -s barometer -- audit tables.json > shown.json`,
    )
    .action(async (file: string | undefined, { wave }: { wave?: string }) => {
      if ((file === undefined) === (wave === undefined)) {
        throw new CommandError("Say either a file or --wave <key>.", exitCodes.wrongUse);
      }
      if (file !== undefined) return auditFile(file);
      if (wave !== undefined) return auditWave(wave);
    });
}

async function auditFile(file: string): Promise<void> {
  const tables = readTables(file);
  const solver = await openSolver();
  const progress = reportProgress();
  const shown: unknown[] = [];
  let [kept, publishable, tried, succeeded] = [0, 0, 0, 0];
  for (const [index, table] of tables.entries()) {
    if (table.k < floors.answers) {
      console.error(`${table.id}: k is ${table.k}; nothing is shown under ${floors.answers}.`);
    }
    const released = releaseTable(solver, { ...table, k: Math.max(table.k, floors.answers) });
    shown.push({ id: released.id, published: released.published });
    kept += released.published.length;
    publishable += released.publishable;
    tried += released.attacks.tried;
    succeeded += released.attacks.succeeded;
    progress.show({ label: "deciding tables", done: index + 1, total: tables.length });
  }
  progress.end();
  console.log(JSON.stringify({ tables: shown }));
  console.error(
    `${kept} of ${publishable} populations shown; ${succeeded} of ${tried} attacks succeed`,
  );
  if (succeeded > 0) process.exitCode = exitCodes.failed;
}

const tableSchema = z
  .object({
    id: z.coerce.string(),
    k: z.int().positive().default(floors.answers),
    cells: z.array(z.object({ n: z.int().nonnegative(), x: z.int().nonnegative() })).min(1),
    groups: z.array(z.object({ group: z.coerce.string(), cells: z.array(z.int().positive()) })),
  })
  .superRefine(({ cells, groups }, context) => {
    const say = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    cells.forEach(({ n, x }, at) => {
      if (x > n) say(["cells", at, "x"], `${x} favourable answers of ${n}`);
    });
    groups.forEach((group, at) => {
      for (const cell of group.cells) {
        if (cell > cells.length) say(["groups", at, "cells"], `there is no cell ${cell}`);
      }
      if (new Set(group.cells).size < group.cells.length) {
        say(["groups", at, "cells"], "a cell is named twice");
      }
    });
  });

/** @throws CommandError naming the file, the table and the field. */
function readTables(file: string) {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const reason =
      error instanceof SyntaxError ? `is no JSON (${error.message})` : "cannot be read";
    throw new CommandError(`${file} ${reason}.`, exitCodes.wrongUse);
  }
  const tables = z.array(tableSchema).safeParse(content);
  if (tables.success) return tables.data;
  const [first] = tables.error.issues;
  const [index, ...path] = first?.path ?? [];
  const id = Array.isArray(content) && typeof index === "number" ? content[index]?.id : undefined;
  const where = index === undefined ? "" : `, table ${id ?? index}, ${path.join(".")}`;
  throw new CommandError(`${file}${where}: ${first?.message}.`, exitCodes.wrongUse);
}

async function auditWave(key: string): Promise<void> {
  const proof = await withContext(readSettings(), new Date(), async ({ db }) => {
    const wave = await releasedWave(db, key);
    if (wave === null) {
      throw new CommandError(`There is no released wave "${key}".`, exitCodes.wrongUse);
    }
    const { thresholds } = await policyOfWave(db, wave);
    const { lattice, written } = await readTold(db, { id: wave, key });
    return prove(await openSolver(), lattice, readWaveFamilies(db, wave), thresholds, written);
  });
  console.log(JSON.stringify({ wave: key, ...proof }, null, 2));
  if (proof.attacks.succeeded + proof.strange > 0) process.exitCode = exitCodes.failed;
}
