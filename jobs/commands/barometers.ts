import { writeFileSync } from "node:fs";
import { type Command, Option } from "commander";
import type { Questionnaire } from "#app/model/questionnaire.ts";
import { readSettings } from "#app/settings.server.ts";
import { type Kept, keepQuestionnaire, listVersions } from "#db/records/barometers.ts";
import { DefinitionConflict } from "#db/records/define-barometer.ts";
import { readQuestionnaire } from "#db/records/read-questionnaire.ts";
import { formats } from "#jobs/questionnaires/index.ts";
import { library } from "#jobs/questionnaires/library.ts";
import { ownJsonSchema } from "#jobs/questionnaires/own-shape.ts";
import { CommandError, exitCodes } from "../exit-codes.ts";
import { withContext } from "../open-context.ts";
import { registerEquivalent } from "./barometers/equivalent.ts";
import { formatOf, readFileOf, refuseFaults, tell } from "./barometers/files.ts";

const formatNames = formats.map(({ name }) => name);

interface ImportOptions {
  readonly key?: string;
  readonly asVersion?: string;
  readonly yaml?: string;
}

export function register(program: Command): void {
  const barometers = program
    .command("barometers")
    .description("Questionnaires: those that come with the product, and yours.");
  barometers
    .command("library")
    .description("Print those that come with the product, in our own words.")
    .action(() => {
      for (const { key, names, questions, purpose } of library()) {
        console.log(`${key} · ${names.en} · ${names.fr} · ${questions.length} questions`);
        console.log(`  ${purpose?.en ?? ""}`);
      }
    });
  barometers
    .command("list")
    .description("Print those that are known here, with their versions.")
    .action(async () => {
      const versions = await withContext(readSettings(), new Date(), ({ db }) => listVersions(db));
      if (versions.length === 0) console.log("None yet: barometer barometers import <file or key>");
      for (const { key, version, languages, questions, waves } of versions) {
        console.log(
          `${key} · version ${version} · ${languages.join(", ")} · ${questions} questions · ${waves === 1 ? "1 wave" : `${waves} waves`}`,
        );
      }
    });
  barometers
    .command("show <key>")
    .description("Print one, of the library or known here, as YAML.")
    .option("--version-number <n>", "of those known here; the newest when not said")
    .action(async (key: string, { versionNumber }: { readonly versionNumber?: string }) => {
      const found = await findQuestionnaire(key, versionNumber);
      process.stdout.write(formatOf("yaml").write(found).text);
    });
  barometers
    .command("check <file>")
    .description("Read a file and say what is wrong with it and what it loses. Nothing is kept.")
    .action((file: string) => {
      const { questionnaire, format, losses } = readFileOf(file);
      console.log(`${file}: ${format.title}, ${questionnaire.questions.length} questions.`);
      tell(losses, console.log);
      refuseFaults(questionnaire);
      console.log("It may be asked.");
    });
  barometers
    .command("import <file>")
    .description(
      "Keep a questionnaire: a file of ours, SurveyJS, LimeSurvey (.lss), Qualtrics (.qsf), or a key of the library.",
    )
    .option("--key <key>", "keep it under this key")
    .option("--as-version <n>", "keep it as this version; the one it has when not said")
    .option("--yaml <path>", "write it there to be edited, and keep nothing")
    .addHelpText(
      "after",
      "\nExamples:\n  $ barometer barometers import frontline-pulse\n  $ barometer barometers import survey.lss --yaml survey.yaml",
    )
    .action(async (file: string, options: ImportOptions) => {
      const { questionnaire, losses } = wished(file, options);
      tell(losses, console.error);
      if (options.yaml !== undefined) {
        writeFileSync(options.yaml, formatOf("yaml").write(questionnaire).text);
        console.log(`Written: ${options.yaml}. Nothing was kept.`);
      } else {
        refuseFaults(questionnaire);
        const outcome = await keep(questionnaire);
        console.log(`${said[outcome]}: ${questionnaire.key}, version ${questionnaire.version}.`);
      }
      if (losses.length > 0) process.exitCode = exitCodes.refusals;
    });
  barometers
    .command("export <key>")
    .description("Print one, of the library or known here, in the format of another tool.")
    .addOption(new Option("--format <name>", "of the file").choices(formatNames).default("yaml"))
    .option("--version-number <n>", "of those known here; the newest when not said")
    .option("--out <path>", "write it there instead")
    .action(
      async (key: string, { format, versionNumber, out }: Readonly<Record<string, string>>) => {
        const written = formatOf(format ?? "yaml").write(
          await findQuestionnaire(key, versionNumber),
        );
        tell(written.losses, console.error);
        if (out === undefined) process.stdout.write(written.text);
        else writeFileSync(out, written.text);
        if (written.losses.length > 0) process.exitCode = exitCodes.refusals;
      },
    );
  barometers
    .command("schema")
    .description("Print the JSON Schema of our own files, for editors.")
    .action(() => console.log(JSON.stringify(ownJsonSchema(), null, 2)));
  registerEquivalent(barometers);
}

const said: Readonly<Record<Kept, string>> = {
  kept: "Kept",
  replaced: "Replaced, as nobody was asked it yet",
  known: "Known already",
};

function wished(file: string, { key, asVersion }: ImportOptions) {
  const shipped = library().find((one) => one.key === file);
  const { questionnaire, losses } = shipped
    ? { questionnaire: shipped, losses: [] }
    : readFileOf(file);
  const version = asVersion === undefined ? questionnaire.version : wholeNumber(asVersion);
  return { questionnaire: { ...questionnaire, key: key ?? questionnaire.key, version }, losses };
}

async function keep(questionnaire: Questionnaire): Promise<Kept> {
  return withContext(readSettings(), new Date(), async ({ db }) => {
    try {
      return (await keepQuestionnaire(db, questionnaire)).outcome;
    } catch (error) {
      if (error instanceof DefinitionConflict) throw new CommandError(error.message);
      throw error;
    }
  });
}

async function findQuestionnaire(key: string, wanted: string | undefined): Promise<Questionnaire> {
  const number = wanted === undefined ? null : wholeNumber(wanted);
  const known = await withContext(readSettings(), new Date(), async ({ db }) => {
    const version = (await listVersions(db)).find(
      (one) => one.key === key && (number === null || one.version === number),
    );
    return version === undefined ? null : readQuestionnaire(db, version.id);
  });
  const found = known ?? (number === null ? library().find((one) => one.key === key) : undefined);
  if (found === undefined) {
    throw new CommandError(
      `There is no questionnaire “${key}”${wanted ? ` of version ${wanted}` : ""}.`,
    );
  }
  return found;
}

function wholeNumber(given: string): number {
  if (/^[1-9]\d{0,3}$/.test(given)) return Number(given);
  throw new CommandError(`“${given}” is not the number of a version.`, exitCodes.wrongUse);
}
