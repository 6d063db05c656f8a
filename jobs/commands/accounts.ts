import { type Command, Option } from "commander";
import { asWritten } from "#app/privacy/addresses.ts";
import { readSettings } from "#app/settings.server.ts";
import { readAddressWays, writeAddressWays } from "#db/records/address-ways.ts";
import { CommandError, exitCodes } from "../exit-codes.ts";
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
  accounts
    .command("addresses")
    .description("Say which ways of writing an e-mail address mean the same person.")
    .addOption(new Option("--plus-tags <yes|no>", "ada+news@… is ada@…").choices(["yes", "no"]))
    .option(
      "--same <domains>",
      "domains that stand for each other, with commas; may be repeated, replaces what was said before",
      (line: string, all: readonly string[]) => [...all, line],
      [],
    )
    .option("--none", "every address means itself again")
    .option("--json", "print what is in force as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  $ barometer accounts addresses --plus-tags yes --same example.org,old.example\n\nIn force when the networks are read next.",
    )
    .action(async ({ plusTags, same, none, json }: WaysOptions) => {
      await withContext(readSettings(), new Date(), async ({ db }) => {
        const before = none ? asWritten : await readAddressWays(db);
        const ways = {
          plusTags: plusTags === undefined ? before.plusTags : plusTags === "yes",
          domains: same.length === 0 ? before.domains : same.map(domainsOf),
        };
        await writeAddressWays(db, ways, "barometer accounts addresses");
        if (json) return console.log(JSON.stringify(ways));
        console.log(`Plus-tags: ${ways.plusTags ? "left out" : "kept"}`);
        for (const line of ways.domains) console.log(`The same people: ${line.join(", ")}`);
      });
    });
}

interface WaysOptions {
  readonly plusTags?: "yes" | "no";
  readonly same: readonly string[];
  readonly none?: true;
  readonly json?: true;
}

function domainsOf(line: string): readonly string[] {
  const domains = line.split(",").map((one) => one.trim().toLowerCase().replace(/^@/, ""));
  if (domains.length > 1 && domains.every((one) => /^[^\s@]+\.[^\s@]+$/.test(one))) return domains;
  throw new CommandError(
    `“${line}” is not a list of at least two domains, like example.org,old.example.`,
    exitCodes.wrongUse,
  );
}

function cell(text: string): string {
  const safe = /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
