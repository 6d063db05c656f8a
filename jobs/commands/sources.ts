import type { Command } from "commander";
import { readSettings } from "#app/settings.server.ts";
import { listSources, removeSource, saveSource } from "#db/intake/answer-sources.ts";
import { findMapping } from "#jobs/imports/mapping/find-mapping.ts";
import { surveyMapping } from "#jobs/imports/mapping/survey-mapping.ts";
import { readSource } from "#jobs/imports/read-source.ts";
import { CommandError } from "../exit-codes.ts";
import { asCommandError, finishImports, type ReportOptions, withImports } from "../with-imports.ts";
import { createSecretInput } from "./networks/secret-input.ts";
import { takeSecret } from "./networks/settings.ts";

interface AddOptions {
  readonly mapping: string;
  readonly token?: string;
  readonly webhook?: string;
}

/** Adds `barometer sources`: surveys asked in another tool, read every night until their wave is released. */
export function register(program: Command): void {
  const verb = program
    .command("sources")
    .description("Surveys asked in LimeSurvey, Qualtrics, Formbricks or Typeform.");

  verb
    .command("add <key>")
    .description("Read a survey every night, until its wave is released.")
    .requiredOption("--mapping <file>", "what is asked, and from: where; YAML or JSON")
    .option("--token <secret>", "what the tool is asked with: “-” for a line of input, “@file”")
    .option("--webhook <secret>", "what the tool signs its webhooks with: “-” or “@file”")
    .addHelpText(
      "after",
      "\nExample:\n  $ barometer sources add climate --mapping climate.yaml --token @token --webhook @secret\n\nFormbricks and Typeform send webhooks to https://…/webhooks/surveys/<key>",
    )
    .action(add);
  verb
    .command("list")
    .description("The surveys that are read, and since when they are over.")
    .option("--json", "print them as JSON")
    .action(async ({ json }: ReportOptions) => {
      const sources = await withImports(readSettings(), new Date(), ({ db }) => listSources(db));
      const said = sources.map(({ key, tool, readAt, endedAt }) => ({
        key,
        tool,
        readAt,
        endedAt,
      }));
      if (json) console.log(JSON.stringify(said, null, 2));
      else for (const one of said) console.log(sourceLine(one));
    });
  verb
    .command("read <key>")
    .description("Read a survey now.")
    .option("--json", "print the reports as JSON")
    .action(read);
  verb
    .command("remove <key>")
    .description(
      "Forget a survey and its secrets. What was taken stays: “import undo” takes it back.",
    )
    .action(async (key: string) => {
      const isKnown = await withImports(readSettings(), new Date(), ({ db }) =>
        removeSource(db, key),
      );
      if (!isKnown) throw unknown(key);
      console.log(`“${key}” is forgotten.`);
    });
}

async function add(key: string, { mapping: given, token, webhook }: AddOptions): Promise<void> {
  try {
    if (!/^[a-z0-9][a-z0-9-]*$/.test(key)) {
      throw new CommandError("The key is part of an address: small letters, digits and hyphens.");
    }
    const settings = readSettings();
    const mapping = findMapping(given, surveyMapping, settings.home);
    const tool = mapping.from?.tool;
    if (tool === undefined)
      throw new CommandError("The mapping does not say from: where it is read.");
    if (token === undefined && webhook === undefined) {
      throw new CommandError("Give --token, to ask the tool, or --webhook, to be told, or both.");
    }
    const input = createSecretInput();
    const secrets = {
      ...(token === undefined ? {} : { token: await takeSecret("the token", token, input) }),
      ...(webhook === undefined
        ? {}
        : { webhook: await takeSecret("the webhook's secret", webhook, input) }),
    };
    await withImports(settings, new Date(), ({ db, keys }) =>
      saveSource(db, keys.secrets, { key, tool, mapping, secrets }),
    );
    console.log(
      `“${key}” is read from ${mapping.wave.date} on, every night. Now: barometer sources read ${key}`,
    );
  } catch (error) {
    throw asCommandError(error);
  }
}

async function read(key: string, options: ReportOptions): Promise<void> {
  const { reports, summary } = await withImports(readSettings(), new Date(), async (context) => {
    const source = (await listSources(context.db)).find((one) => one.key === key);
    if (source === undefined) throw unknown(key);
    return readSource(context, source);
  });
  if (reports.length === 0 && !options.json) console.log(`${key}: ${summary}`);
  finishImports(reports, options);
}

function sourceLine(one: {
  readonly key: string;
  readonly tool: string;
  readonly readAt: Date | null;
  readonly endedAt: Date | null;
}): string {
  const day = (at: Date) => at.toISOString().slice(0, 10);
  const read = one.readAt === null ? "not read yet" : `read ${day(one.readAt)}`;
  const state = one.endedAt === null ? read : `over since ${day(one.endedAt)}`;
  return `${one.key}  ${one.tool}  ${state}`;
}

function unknown(key: string): CommandError {
  return new CommandError(`There is no source “${key}”: see “barometer sources list”.`);
}
