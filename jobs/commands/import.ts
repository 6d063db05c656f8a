import { type Command, InvalidArgumentError } from "commander";
import type { z } from "zod";
import { readSettings } from "#app/settings.server.ts";
import { listImports, undoImport } from "#db/intake/imports.ts";
import {
  findMapping,
  listMappings,
  type NamedMapping,
  saveMapping,
} from "#jobs/imports/mapping/find-mapping.ts";
import { organisationMapping, peopleMapping } from "#jobs/imports/mapping/people-mapping.ts";
import { surveyMapping } from "#jobs/imports/mapping/survey-mapping.ts";
import { importOrganisation } from "#jobs/imports/organisation.ts";
import { importPeople } from "#jobs/imports/people.ts";
import { importSurvey } from "#jobs/imports/survey.ts";
import { CommandError } from "../exit-codes.ts";
import { matchAccountsNow } from "../steps/match-accounts.ts";
import { asCommandError, finishImports, type ReportOptions, withImports } from "../with-imports.ts";

interface Options extends ReportOptions {
  readonly mapping: string;
  readonly saveAs?: string;
  readonly effectiveOn?: string;
  readonly everybodyElseLeft?: true;
}

export function register(program: Command): void {
  const verb = program
    .command("import")
    .description("Take people, the organisation and answers from files; take an import back.");

  file(verb, "people", "Take an HR file as of a day: whoever is not in it has left.")
    .option("--effective-on <day>", "the day it is true on; today when not said", readDay)
    .option(
      "--everybody-else-left",
      "believe a file that more than half the company is missing from",
    )
    .addHelpText(
      "after",
      example("people --mapping staff.yaml --effective-on 2026-03-01 staff.csv"),
    )
    .action((path: string, options: Options) =>
      run(options, (context) =>
        importPeople(context, {
          path,
          mapping: mappingOf(options, peopleMapping),
          effectiveOn: options.effectiveOn,
          mayEmpty: options.everybodyElseLeft,
        }),
      ),
    );
  file(verb, "organisation", "Take the organisation as of a day: one line a unit.")
    .option("--effective-on <day>", "the day it is true on; today when not said", readDay)
    .addHelpText("after", example("organisation --mapping units.yaml units.csv"))
    .action((path: string, options: Options) =>
      run(options, (context) =>
        importOrganisation(context, {
          path,
          mapping: mappingOf(options, organisationMapping),
          effectiveOn: options.effectiveOn,
        }),
      ),
    );
  file(verb, "survey", "Take the answers of a survey as one wave; the next night releases it.")
    .addHelpText("after", example("survey --mapping climate.yaml answers.csv"))
    .action((path: string, options: Options) =>
      run(options, (context) =>
        importSurvey(context, { path, mapping: mappingOf(options, surveyMapping) }),
      ),
    );

  verb
    .command("mappings [name]")
    .description("The mappings that have a name: those that come with the product, and your own.")
    .option("--json", "print them as JSON")
    .addHelpText("after", "\nExample:\n  $ barometer import mappings kelio > ours.yaml")
    .action((name: string | undefined, { json }: ReportOptions) => showMappings(name, json));
  verb
    .command("list")
    .description("The last 200 imports.")
    .option("--json", "print them as JSON")
    .addHelpText("after", example("list"))
    .action(async ({ json }: ReportOptions) => {
      const imports = await withImports(readSettings(), new Date(), ({ db }) => listImports(db));
      if (json) console.log(JSON.stringify(imports, null, 2));
      else for (const line of imports.map(importLine)) console.log(line);
    });
  verb
    .command("undo <id>")
    .description("Take an import back: what it brought goes, what it retired returns.")
    .option("--json", "print what was undone as JSON")
    .addHelpText("after", example("undo 12"))
    .action(async (id: string, { json }: ReportOptions) => {
      const number = readNumber(id);
      await withImports(readSettings(), new Date(), async (context) => {
        await undoImport(context.db, "command line", number).catch((error) => {
          throw error?.code === "22023" ? new CommandError(error.message) : error;
        });
        await matchAccountsNow(context);
      });
      console.log(json ? JSON.stringify({ undone: number }) : `Import ${number} is undone.`);
    });
}

function file(verb: Command, name: string, description: string): Command {
  return verb
    .command(`${name} <file>`)
    .description(description)
    .requiredOption(
      "--mapping <file>",
      "which column is what (YAML or JSON); or a name, see “import mappings”",
    )
    .option("--save-as <name>", "keep the mapping under a name, once the file was taken with it")
    .option("--json", "print the report as JSON");
}

function mappingOf<Shape extends z.ZodType>({ mapping }: Options, shape: Shape): z.output<Shape> {
  return findMapping(mapping, shape, readSettings().home);
}

async function run(
  options: Options,
  work: (context: Parameters<typeof importPeople>[0]) => ReturnType<typeof importPeople>,
): Promise<void> {
  try {
    const settings = readSettings();
    const report = await withImports(settings, new Date(), work);
    if (options.saveAs !== undefined) saveMapping(options.mapping, options.saveAs, settings.home);
    finishImports([report], options);
  } catch (error) {
    throw asCommandError(error);
  }
}

function showMappings(name: string | undefined, json: true | undefined): void {
  const all = listMappings(readSettings().home);
  const one = all.find((mapping) => mapping.name === name);
  if (name !== undefined && one === undefined) {
    throw new CommandError(`There is no mapping “${name}”: see “barometer import mappings”.`);
  }
  if (json) console.log(JSON.stringify(one ?? all, null, 2));
  else if (one !== undefined) console.log(one.text.trimEnd());
  else for (const mapping of all) console.log(mappingLine(mapping));
}

function mappingLine({ name, kind, about, isShipped }: NamedMapping): string {
  return `${name}  (${kind}${isShipped ? "" : ", yours"})  ${about}`;
}

function example(text: string): string {
  return `\nExample:\n  $ barometer import ${text}\n\nExit code 3: some lines were refused, the rest is kept. 1: nothing was kept.`;
}

function importLine(one: Awaited<ReturnType<typeof listImports>>[number]): string {
  const day = one.effectiveOn === null ? "" : ` as of ${one.effectiveOn}`;
  const counts = `${one.read} read, ${one.kept} kept, ${one.refused} refused`;
  return `${one.id}  ${one.state}  ${one.kind}  ${one.source}${day}  ${counts}`;
}

function readDay(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new InvalidArgumentError("Give a day, such as 2026-03-01.");
}

function readNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new CommandError("Give the number of an import: see “barometer import list”.");
}
