import { readFileSync, statSync, writeFileSync } from "node:fs";
import type { Command } from "commander";
import { letterLanguages } from "#app/i18n/letters/read.ts";
import { readSettings } from "#app/settings.server.ts";
import { listSites, openWaves, type PrintableWave } from "#db/intake/code-sheets.ts";
import { LARGEST_FILE } from "#jobs/channels/time-clock.ts";
import type { Context } from "../context.ts";
import { CommandError, exitCodes } from "../exit-codes.ts";
import { closeWays, namesOf, openWays } from "../letters/open-ways.ts";
import { withContext } from "../open-context.ts";
import { printCodes, printTerminal } from "../print-codes.ts";
import { takeVotes } from "../take-votes.ts";

interface SheetOptions {
  readonly wave?: string;
  readonly language?: readonly string[];
  readonly everybody?: true;
  readonly out?: string;
}

export function register(program: Command): void {
  const codes = program
    .command("codes")
    .description(
      "Sheets of codes to print, the page of a time clock, and the votes it wrote down.",
    );
  codes
    .command("sheet <site>", { isDefault: true })
    .description("The slips of a site as a page to print: those whom no message reaches.")
    .option("--wave <key>", "which, when several are open")
    .option(
      "--language <languages...>",
      "what each slip says it in; the questionnaire's when left out",
    )
    .option("--everybody", "also those a message reaches")
    .option("--out <file>", "write it there, readable by nobody else; else to stdout")
    .addHelpText("after", "\nExample:\n  $ barometer codes lyon --out lyon.html")
    .action(async (named: string, { wave: key, language, everybody, out }: SheetOptions) => {
      const settings = readSettings();
      const publicAddress = addressOf(settings.sending);
      const { page, slips, site } = await withContext(settings, new Date(), async (context) => {
        const wave = await oneWave(context, key);
        const ways = await openWays(context, settings.sending);
        await closeWays(ways);
        const printed = await printCodes(context, {
          wave,
          site: named,
          publicAddress,
          languages: spoken(language ?? wave.languages),
          everybody: everybody ?? false,
          channels: namesOf(ways),
        });
        if (printed === null) {
          const sites = (await listSites(context.db)).join(", ");
          throw wrongUse(`There is no site “${named}”. There are: ${sites || "none"}.`);
        }
        return printed;
      });
      put(page, out);
      console.error(
        `${slips} slips. Whoever holds one can answer once: print it where it is needed.\nA device they can share: ${publicAddress}/kiosk/${encodeURIComponent(site)}`,
      );
    });
  codes
    .command("terminal")
    .description("A plain page for the screen of a time clock, or a poster, with one square.")
    .option("--wave <key>", "which, when several are open")
    .option("--language <languages...>", "what it says it in")
    .option("--to <path>", "where the square leads", "/a")
    .option("--out <file>", "write it there; else to stdout")
    .addHelpText("after", "\nExample:\n  $ barometer codes terminal --to /kiosk --out clock.html")
    .action(async ({ wave: key, language, to, out }: SheetOptions & { readonly to: string }) => {
      const settings = readSettings();
      const address = new URL(to, `${addressOf(settings.sending)}/`).href;
      const page = await withContext(settings, new Date(), async (context) => {
        const wave = await oneWave(context, key);
        return printTerminal(context, {
          wave,
          address,
          languages: spoken(language ?? wave.languages),
        });
      });
      put(page, out);
    });
  codes
    .command("votes <file>")
    .description(
      "Take a CSV of votes from a time clock: code;question;answer, or a column a question.",
    )
    .option("--wave <key>", "which, when several are open")
    .addHelpText("after", "\nExample:\n  $ barometer codes votes kelio.csv")
    .action(async (file: string, { wave: key }: SheetOptions) => {
      if (statSync(file).size > LARGEST_FILE) throw wrongUse("The file is larger than 20 MB.");
      const text = readFileSync(file, "utf8");
      const { outcomes, refusals } = await withContext(
        readSettings(),
        new Date(),
        async (context) => takeVotes(context, await oneWave(context, key), text),
      );
      const told = Object.entries(outcomes).filter(([, people]) => people > 0);
      console.log(told.map(([outcome, people]) => `${people} ${outcome}`).join(", ") || "no votes");
      for (const { line, reason } of refusals) console.error(`line ${line}: ${reason}`);
      if (refusals.length > 0) process.exitCode = exitCodes.refusals;
    });
}

async function oneWave({ db }: Context, key: string | undefined): Promise<PrintableWave> {
  const waves = await openWaves(db);
  const wanted = key === undefined ? waves : waves.filter((one) => one.key === key);
  const [wave, other] = wanted;
  if (wave === undefined)
    throw wrongUse(key === undefined ? "No wave is open." : `No open wave is called “${key}”.`);
  if (other !== undefined) {
    throw wrongUse(`Several waves are open: --wave ${waves.map((one) => one.key).join(" or ")}.`);
  }
  return wave;
}

function spoken(languages: readonly string[]): readonly string[] {
  const known = languages
    .flatMap((one) => one.split(","))
    .filter((one) => letterLanguages.includes(one));
  return known.length === 0 ? ["en"] : known;
}

function addressOf({ publicAddress }: { readonly publicAddress: string | null }): string {
  if (publicAddress !== null) return publicAddress;
  throw wrongUse("BAROMETER_ADDRESS does not say what address the squares lead to.");
}

/** Codes open pages: a file of them is its owner's alone. */
function put(page: string, out: string | undefined): void {
  if (out === undefined) process.stdout.write(page);
  else writeFileSync(out, page, { mode: 0o600 });
}

function wrongUse(message: string): CommandError {
  return new CommandError(message, exitCodes.wrongUse);
}
