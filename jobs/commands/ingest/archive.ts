import type { Command } from "commander";
import { readSettings } from "#app/settings.server.ts";
import type { Connector } from "#jobs/connectors/connector.ts";
import { connectors } from "#jobs/connectors/index.ts";
import { ingestArchive } from "#jobs/imports/archive/ingest-archive.ts";
import { CommandError, exitCodes } from "../../exit-codes.ts";
import { finishImports, type ReportOptions, withImports } from "../../with-imports.ts";
import { collectSetting, type Settings, setOption, takeSettings } from "../networks/settings.ts";

interface Options extends ReportOptions {
  readonly connection?: string;
  readonly title?: string;
  readonly set?: Settings;
}

/** `barometer ingest archive`: what a network lets one export. */
export function registerArchive(ingest: Command): void {
  const readable = connectors.flatMap(({ network, files }) =>
    files === undefined ? [] : [`  ${network}: ${files.formats.join(", ")}`],
  );
  ingest
    .command("archive <network> <path>")
    .description("Read what a network lets one export: a zip, a folder or a single file.")
    .option("--connection <key>", "the connection it belongs to; the network's name when not said")
    .option("--title <text>", "how that connection is called, when it is made")
    .option(...setOption, collectSetting)
    .option("--json", "print the report as JSON")
    .addHelpText(
      "after",
      `
What can be read:
${readable.join("\n")}

Example:
  $ barometer ingest archive slack export-2026.zip

A zip is read where it lies; nothing of it is unpacked, and no text is kept. Killed half-way, or run
twice: run it again, nothing is doubled.
Exit code 3: something was refused, the rest is kept. 1: nothing was kept, or the archive ends too early.`,
    )
    .action(async (network: string, path: string, options: Options) => {
      const connector = knownConnector(network);
      const settings = await takeSettings(connector, options.set ?? {});
      const report = await withImports(readSettings(), new Date(), (context) =>
        ingestArchive(context, {
          ...{ connector, path, title: options.title, settings },
          connection: options.connection ?? network,
        }),
      );
      finishImports([report], options);
    });
}

function knownConnector(network: string): Connector {
  const connector = connectors.find((one) => one.network === network);
  if (connector?.files === undefined) {
    const names = connectors.filter(({ files }) => files !== undefined).map((one) => one.network);
    throw wrongUse(
      `There are no files of “${network}” to be read. This version reads those of ${names.join(", ") || "none"}; ` +
        "of anything else with a mapping: barometer ingest file --mapping.",
    );
  }
  return connector;
}

function wrongUse(message: string): CommandError {
  return new CommandError(message, exitCodes.wrongUse);
}
