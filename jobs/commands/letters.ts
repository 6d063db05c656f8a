import { accessSync, constants } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import type { Command } from "commander";
import { readSettings, type Settings } from "#app/settings.server.ts";
import { countLetters, type LetterCount, sendUnsureAgain } from "#db/intake/dispatch/tally.ts";
import type { Context } from "../context.ts";
import { CommandError, exitCodes } from "../exit-codes.ts";
import { closeWays, namesOf, openWays } from "../letters/open-ways.ts";
import { withContext } from "../open-context.ts";
import { sendLetters, type Way } from "../send-letters.ts";
import { takeReturned } from "../take-returned.ts";

export function register(program: Command): void {
  const letters = program
    .command("letters")
    .description("Invitations, reminders and the like: where they stand, what came back.");
  letters
    .command("list [wave]")
    .description("How many letters stand where, by channel. Never whose.")
    .option("--json", "print them as JSON")
    .addHelpText("after", "\nExample:\n  $ barometer letters list october-2026")
    .action(async (wave: string | undefined, { json }: { json?: true }) => {
      const counts = await withContext(readSettings(), new Date(), ({ db }) =>
        countLetters(db, wave ?? null),
      );
      if (json) console.log(JSON.stringify(counts, null, 2));
      else for (const count of counts) console.log(lineOf(count));
    });
  letters
    .command("send")
    .description("Send what is due now. The worker does it every minute by itself.")
    .addHelpText("after", "\nExample:\n  $ barometer letters send")
    .action(async () => {
      const settings = readSettings();
      const { publicAddress } = settings.sending;
      if (publicAddress === null) {
        throw new CommandError(
          "BAROMETER_ADDRESS does not say what address letters lead to.",
          exitCodes.wrongUse,
        );
      }
      const tally = await withWays(settings, (context, ways) =>
        sendLetters(context, { ways, publicAddress, clock: () => new Date(), wait }),
      );
      console.log(JSON.stringify(tally));
    });
  letters
    .command("again <wave>")
    .description(
      "Send again what nobody knows the end of (“unsure”). Some people will get a letter twice.",
    )
    .addHelpText("after", "\nExample:\n  $ barometer letters again october-2026")
    .action(async (wave: string) => {
      const again = await withContext(readSettings(), new Date(), ({ db, now }) =>
        sendUnsureAgain(db, wave, now),
      );
      console.log(`${again} letters will be sent again`);
    });
  letters
    .command("returned <path>")
    .description("Read mails that came back: bounces, and STOP. A mail, or a folder (Maildir).")
    .addHelpText("after", "\nExample:\n  $ barometer letters returned /var/mail/bounces/new")
    .action(async (path: string) => {
      mustBeReadable(path);
      const { bounced, stopped, others } = await withWays(readSettings(), (context, ways) =>
        takeReturned(context, path, { channels: namesOf(ways) }),
      );
      console.log(`${bounced} bounced, ${stopped} said STOP, ${others} others were left alone`);
    });
}

/** Before anything is opened: a path that is mistyped is no failure of ours. */
function mustBeReadable(path: string): void {
  try {
    accessSync(path, constants.R_OK);
  } catch (error) {
    const why =
      error instanceof Error && "code" in error && error.code === "EACCES"
        ? `${path} may not be read by this account. To do: run the command as an account that may, or let this one read it.`
        : `There is no file and no folder ${path}. To do: give the mailbox that bounces come back to: one mail as a file, or the folder “new” of a Maildir.`;
    throw new CommandError(why, exitCodes.wrongUse);
  }
}

function withWays<Result>(
  settings: Settings,
  work: (context: Context, ways: readonly Way[]) => Promise<Result>,
): Promise<Result> {
  return withContext(settings, new Date(), async (context) => {
    const ways = await openWays(context, settings.sending);
    try {
      return await work(context, ways);
    } finally {
      await closeWays(ways);
    }
  });
}

function lineOf({ wave, purpose, number, channel, state, letters }: LetterCount): string {
  const what = purpose === "remind" ? `remind ${number}` : purpose;
  const stands = channel === "code" && state === "waiting" ? "on paper" : state;
  return `${wave}: ${what} by ${channel ?? "what will be chosen"}: ${letters} ${stands}`;
}
