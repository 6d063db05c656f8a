import type { Command } from "commander";
import { readSettings } from "#app/settings.server.ts";
import { withGround } from "../ground.ts";

export function register(program: Command): void {
  program
    .command("migrate")
    .description("Bring the database up to date, and create the logins the product uses.")
    .option("--json", "print the names of what was applied as JSON")
    .addHelpText("after", "\nExample:\n  $ barometer migrate --json")
    .action(async ({ json }: { json?: true }) => {
      const settings = readSettings();
      await withGround(settings, console.error, async ({ migrated }) => {
        if (json) console.log(JSON.stringify({ applied: migrated }));
        else if (migrated.length === 0) console.log("The database is up to date.");
        else for (const name of migrated) console.log(`Applied ${name}`);
      });
    });
}
