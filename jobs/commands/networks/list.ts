import type { Command } from "commander";
import type { Declaration } from "#app/model/declaration.ts";
import { readSettings } from "#app/settings.server.ts";
import { type Connection, listConnections } from "#db/intake/connection.ts";
import { type Offered, offeredBy } from "#jobs/connectors/declared.ts";
import { connectors } from "#jobs/connectors/index.ts";
import { listMappings } from "#jobs/imports/mapping/find-mapping.ts";
import { withContext } from "../../open-context.ts";

/** What `barometer networks` answers when nothing more is said. */
export function registerList(networks: Command): void {
  networks
    .command("list", { isDefault: true })
    .description("The connections there are; the networks there could be, and what each supplies.")
    .option("--json", "print them as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  $ barometer networks --json | jq '.networks[] | {network, rights}'",
    )
    .action(async ({ json }: { json?: true }) => {
      const settings = readSettings();
      const known = await withContext(settings, new Date(), ({ db }) => listConnections(db));
      const offered = connectors.map(offeredBy);
      const mappings = listMappings(settings.home).map(({ name, kind, about, isShipped }) => ({
        name,
        kind,
        about,
        isShipped,
      }));
      if (json) {
        const all = { connections: known, networks: offered, mappings };
        return console.log(JSON.stringify(all, null, 2));
      }
      for (const connection of known) console.log(connectionLine(connection));
      for (const one of offered) console.log(offeredLines(one).join("\n"));
      for (const { name, kind, about } of mappings) {
        console.log(`mapping ${name}: files of ${kind}. ${about}`);
      }
    });
}

/** A network as a person reads it: how it can be read, what it supplies, what it asks for. */
export function offeredLines({ network, title, settings, rights, ...ways }: Offered) {
  const { live, files, webhook, sent, people } = ways;
  const names = Object.entries(settings).map(([name, { optional }]) =>
    optional ? `[${name}]` : name,
  );
  return [
    `${network}: ${title}`,
    ...(live === null ? [] : [`  at night: ${suppliedIn(live)}`]),
    ...(files === null ? [] : [`  from files (${files.formats.join(", ")}): ${suppliedIn(files)}`]),
    ...(webhook
      ? [`  by what it sends itself, within minutes${sent === null ? "" : `: ${suppliedIn(sent)}`}`]
      : []),
    ...(people ? ["  and people, units and managers, as an HR file does"] : []),
    ...rights.map(
      ({ name, for: what, optional }) => `  ${optional ? "may" : "must"} have ${name}: ${what}`,
    ),
    `  settings: ${names.join(", ") || "none"}`,
  ];
}

function suppliedIn({ each, totals = [], historyDays, delayHours }: Declaration): string {
  const apart = totals.filter((verb) => !each.includes(verb));
  const parts = [
    each.join(", "),
    ...(apart.length === 0 ? [] : [`as totals ${apart.join(", ")}`]),
    historyDays === null ? "back to the beginning" : `${historyDays} days back`,
    ...(delayHours === 0 ? [] : [`${delayHours} hours late`]),
  ];
  return parts.filter((part) => part !== "").join("; ");
}

function connectionLine({ key, title, network, fedBy, state, coveredTo }: Connection): string {
  const covered = coveredTo === null ? "never read" : `read up to ${coveredTo.toISOString()}`;
  return `connected as ${key}: ${title} (${network}${fedBy === "files" ? ", fed by files" : ""}), ${state}, ${covered}`;
}
