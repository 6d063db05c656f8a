import { parse } from "node:path";
import type { Command } from "commander";
import { readSettings } from "#app/settings.server.ts";
import { ingestActivityFile } from "#jobs/imports/activity.ts";
import { activityMapping } from "#jobs/imports/mapping/activity-mapping.ts";
import { slug } from "#jobs/imports/mapping/columns.ts";
import { findMapping } from "#jobs/imports/mapping/find-mapping.ts";
import { peopleMapping } from "#jobs/imports/mapping/people-mapping.ts";
import { importPeople } from "#jobs/imports/people.ts";
import { CommandError, exitCodes } from "../exit-codes.ts";
import { finishImports, type ReportOptions, withImports } from "../with-imports.ts";
import { registerArchive } from "./ingest/archive.ts";

interface Options extends ReportOptions {
  readonly mapping?: string;
  readonly connection?: string;
  readonly title?: string;
  readonly people?: string;
  readonly peopleMapping?: string;
  readonly effectiveOn?: string;
}

export function register(program: Command): void {
  const ingest = program
    .command("ingest")
    .description("Read what people did, from files that networks export.");
  ingest
    .command("file [activity]")
    .description(
      "Read a CSV, XLSX or NDJSON file of activity (gzip too), and the people it is about.",
    )
    .option(
      "--mapping <file>",
      "which column is what (YAML or JSON); or a name, see “import mappings”",
    )
    .option(
      "--connection <key>",
      "the connection it belongs to, made when there is none; the mapping's name when not said",
    )
    .option("--title <text>", "how that connection is called, when it is made")
    .option("--people <file>", "an HR file to read first")
    .option("--people-mapping <file>", "which column of the HR file is what")
    .option("--effective-on <day>", "the day the HR file is true on (YYYY-MM-DD)")
    .option("--json", "print the reports as JSON")
    .addHelpText(
      "after",
      `
Example:
  $ barometer ingest file --mapping messages.yaml --connection mail messages.csv.gz
  $ barometer ingest file --people staff.csv --people-mapping staff.yaml --effective-on 2026-01-01 \\
      --mapping messages.yaml --connection mail messages.csv

Killed half-way, or run twice: run it again, nothing is doubled.
Exit code 3: some lines were refused, the rest is kept. 1: nothing was kept.`,
    )
    .action(async (activity: string | undefined, options: Options) => {
      const people = peopleOf(options);
      const acts = actsOf(activity, options);
      if (people === null && acts === null) {
        throw new CommandError(
          "Name a file of activity, or --people and an HR file. See “barometer ingest file --help”.",
          exitCodes.wrongUse,
        );
      }
      const reports = await withImports(readSettings(), new Date(), async (context) => [
        ...(people === null ? [] : [await importPeople(context, people)]),
        ...(acts === null ? [] : [await ingestActivityFile(context, acts)]),
      ]);
      finishImports(reports, options);
    });
  registerArchive(ingest);
}

function peopleOf({ people, peopleMapping: mapping, effectiveOn }: Options) {
  if (people === undefined) return null;
  if (mapping === undefined) throw missing("--people-mapping");
  return {
    path: people,
    mapping: findMapping(mapping, peopleMapping, readSettings().home),
    effectiveOn,
  };
}

function actsOf(path: string | undefined, { mapping, connection, title }: Options) {
  if (path === undefined) return null;
  if (mapping === undefined) throw missing("--mapping");
  // A mapping is written for one source, so its name is as good as any.
  const key = connection ?? slug(parse(mapping).name);
  return {
    path,
    mapping: findMapping(mapping, activityMapping, readSettings().home),
    connection: key,
    title,
  };
}

function missing(option: string): CommandError {
  return new CommandError(
    `${option} is missing. See “barometer ingest file --help”.`,
    exitCodes.wrongUse,
  );
}
