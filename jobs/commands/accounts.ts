import type { Command } from "commander";
import { readSettings } from "#app/settings.server.ts";
import { exitCodes } from "../exit-codes.ts";
import { linkFromFile, listUnmatched } from "../link-accounts.ts";
import { withContext } from "../open-context.ts";
import { withImports } from "../with-imports.ts";

export function register(program: Command): void {
  const accounts = program
    .command("accounts")
    .description(
      "Accounts of networks that belong to nobody known: list them, say whose they are.",
    );
  accounts
    .command("list")
    .description("Write them as CSV, with an empty column for the HR number.")
    .option("--connection <key>", "of one connection only")
    .option("--json", "print one JSON object a line")
    .addHelpText("after", "\nExample:\n  $ barometer accounts list > accounts.csv")
    .action(async ({ connection, json }: { connection?: string; json?: true }) => {
      await withContext(readSettings(), new Date(), async (context) => {
        if (!json) console.log("connection;account;reason;address;number");
        for await (const one of listUnmatched(context, connection ?? null)) {
          const { connection: key, account, reason, address } = one;
          console.log(
            json ? JSON.stringify(one) : [key, account, reason, address, ""].map(cell).join(";"),
          );
        }
      });
    });
  accounts
    .command("match <file>")
    .description(
      "Take that file back: whoever has an HR number beside them belongs to that person.",
    )
    .option("--json", "print the outcome as JSON")
    .addHelpText("after", "\nExample:\n  $ barometer accounts match accounts.csv")
    .action(async (file: string, { json }: { json?: true }) => {
      const taken = await withImports(readSettings(), new Date(), (context) =>
        linkFromFile(context, file),
      );
      if (json) console.log(JSON.stringify(taken, null, 2));
      else {
        console.log(`${taken.linked} accounts linked by hand, ${taken.empty} lines left alone`);
        for (const { line, field, reason } of taken.refusals) {
          console.log(`  line ${line}, column ${field}: ${reason}`);
        }
      }
      if (taken.refusals.length > 0) process.exitCode = exitCodes.refusals;
    });
}

function cell(text: string): string {
  const safe = /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
