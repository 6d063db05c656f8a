import type { Command } from "commander";
import type { Reference } from "#app/model/reference.ts";
import { readSettings } from "#app/settings.server.ts";
import { keepReference, readReferences, removeReference } from "#db/records/references.ts";
import { readReferenceFile, writeReference } from "#jobs/imports/references/reference-file.ts";
import { shippedReferences } from "#jobs/imports/references/shipped.ts";
import { CommandError } from "../exit-codes.ts";
import { asCommandError, type ReportOptions, withImports } from "../with-imports.ts";

/** Adds `barometer references`: published results of others, never a norm. */
export function register(program: Command): void {
  const verb = program
    .command("references")
    .description("External references: published results of others, with source and licence.");
  verb
    .command("list")
    .description("The references that are kept, and those that come with the product.")
    .option("--json", "print them as JSON")
    .action(list);
  verb
    .command("import [file]")
    .description("Keep a reference from a file, or those that come with the product.")
    .addHelpText(
      "after",
      "\nA file of a key that is known adds its figures to those there are.\n\nExample:\n  $ barometer references export civil-service-2024 > ours.yaml",
    )
    .action(keep);
  verb
    .command("export <key>")
    .description("Print a reference as a file that can be changed and taken again.")
    .action(print);
  verb
    .command("remove <key>")
    .description("Forget a reference and its figures.")
    .action(async (key: string) => {
      const isKnown = await withImports(readSettings(), new Date(), ({ db }) =>
        removeReference(db, key),
      );
      if (!isKnown) throw unknown(key);
      console.log(`“${key}” is forgotten.`);
    });
}

async function list({ json }: ReportOptions): Promise<void> {
  const kept = await withImports(readSettings(), new Date(), ({ db }) => readReferences(db));
  const others = shippedReferences().filter((one) => !kept.some(({ key }) => key === one.key));
  if (json) console.log(JSON.stringify({ kept, shipped: others }, null, 2));
  else {
    for (const one of kept) console.log(referenceLine(one, "kept"));
    for (const one of others) console.log(referenceLine(one, "comes with the product"));
  }
}

async function keep(path: string | undefined): Promise<void> {
  try {
    const given = path === undefined ? shippedReferences() : [readReferenceFile(path)];
    await withImports(readSettings(), new Date(), async ({ db }) => {
      for (const one of given) {
        const figures = await keepReference(db, one);
        console.log(`${one.key}: ${figures} figures kept, as an external reference.`);
      }
    });
  } catch (error) {
    throw asCommandError(error);
  }
}

async function print(key: string): Promise<void> {
  const kept = await withImports(readSettings(), new Date(), ({ db }) => readReferences(db));
  const found = [...kept, ...shippedReferences()].find((one) => one.key === key);
  if (found === undefined) throw unknown(key);
  console.log(writeReference(found).trimEnd());
}

function referenceLine({ key, publisher, askedOn, licence, figures }: Reference, state: string) {
  return `${key}  (${state})  ${figures.length} figures, ${publisher}, asked ${askedOn}, ${licence}`;
}

function unknown(key: string): CommandError {
  return new CommandError(`There is no reference “${key}”: see “barometer references list”.`);
}
