import { Command, CommanderError } from "commander";
import { SettingsError } from "#app/settings.server.ts";
import { MissingRight } from "#db/migrate.ts";
import { CommandError, exitCodes } from "./exit-codes.ts";

/** Only the verb that is asked for is loaded: the pages run without the code that knows the keys. */
const verbs: Readonly<Record<string, () => Promise<{ register(program: Command): void }>>> = {
  start: () => import("./commands/start.ts"),
  web: () => import("./commands/web.ts"),
  receiver: () => import("./commands/receiver.ts"),
  worker: () => import("./commands/worker.ts"),
  migrate: () => import("./commands/migrate.ts"),
  demo: () => import("./commands/demo.ts"),
  nightly: () => import("./commands/nightly.ts"),
  ingest: () => import("./commands/ingest.ts"),
  import: () => import("./commands/import.ts"),
  networks: () => import("./commands/networks.ts"),
  sources: () => import("./commands/sources.ts"),
  references: () => import("./commands/references.ts"),
  accounts: () => import("./commands/accounts.ts"),
  scim: () => import("./commands/scim.ts"),
  barometers: () => import("./commands/barometers.ts"),
  viewers: () => import("./commands/viewers.ts"),
  waves: () => import("./commands/waves.ts"),
  letters: () => import("./commands/letters.ts"),
  codes: () => import("./commands/codes.ts"),
  digest: () => import("./commands/digest.ts"),
  thresholds: () => import("./commands/thresholds.ts"),
  people: () => import("./commands/people.ts"),
  audit: () => import("./commands/audit.ts"),
  doctor: () => import("./commands/doctor.ts"),
};

const program = new Command("barometer")
  .description(
    "Frontline Barometer: engagement, trust and adoption, without ever showing a person.",
  )
  .exitOverride()
  .showHelpAfterError();
const asked = verbs[process.argv[2] ?? ""];
for (const load of asked ? [asked] : Object.values(verbs)) (await load()).register(program);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
  if (!(error instanceof CommanderError)) console.error(saying(error));
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse;
  }
  if (error instanceof SettingsError) return exitCodes.wrongUse;
  return error instanceof CommandError ? error.exitCode : exitCodes.failed;
}

/** Errors we raised for people are told in one line; the others keep the place they came from. */
function saying(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const ours = [SettingsError, CommandError, MissingRight].some((kind) => error instanceof kind);
  return ours || error.constructor === Error ? error.message : (error.stack ?? error.message);
}
