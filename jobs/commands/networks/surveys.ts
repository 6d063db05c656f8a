import { once } from "node:events";
import { createWriteStream } from "node:fs";
import type { Command } from "commander";
import { surveyRows } from "#jobs/connectors/workplace/surveys.ts";
import { openArchive } from "#jobs/imports/archive/open-archive.ts";
import { Findings } from "#jobs/imports/findings.ts";
import { CommandError } from "../../exit-codes.ts";

/** Adds `networks surveys` to the verb `networks`. */
export function registerSurveys(networks: Command): void {
  networks
    .command("surveys <archive>")
    .description("Make rows of the surveys in saved pages of Workplace, for “import survey”.")
    .requiredOption("--out <file>", "where to write them (NDJSON); nobody else may read it")
    .addHelpText(
      "after",
      `
Example:
  $ barometer networks surveys workplace-pages.zip --out answers.ndjson
  $ barometer import survey --mapping climate.yaml answers.ndjson

Columns: survey, response, day, person (HR number), q1, q2 … Free text is dropped. Remove the file
when it is imported.`,
    )
    .action(async (path: string, { out }: { out: string }) => {
      const refusals = new Findings();
      const archive = await openArchive(path, { name: path, refusals, notices: new Findings() });
      const file = createWriteStream(out, { mode: 0o600, flags: "wx" });
      await once(file, "open");
      let rows = 0;
      try {
        for await (const row of surveyRows(archive)) {
          rows += 1;
          if (!file.write(`${JSON.stringify(row)}\n`)) await once(file, "drain");
        }
      } finally {
        archive.close();
        file.end();
        await once(file, "close");
      }
      if (rows === 0) throw new CommandError("There is no answer to a survey in it.");
      console.log(`${rows} answers are in ${out}.`);
    });
}
