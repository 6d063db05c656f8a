import { type Command, InvalidArgumentError } from "commander";
import { dayIn } from "#app/model/period.ts";
import { mayHaveNews, periodOf, readDigest } from "#app/services/digest.server.ts";
import { readSettings } from "#app/settings.server.ts";
import { readMailChoice } from "#db/records/viewer-mail.ts";
import { readViewer } from "#db/records/viewers.ts";
import { viewerOf } from "#db/records/viewers-to-tell.ts";
import { CommandError, exitCodes } from "../exit-codes.ts";
import { newsHtml } from "../letters/news-html.ts";
import { newsText } from "../letters/news-text.ts";
import { withContext } from "../open-context.ts";

interface Options {
  readonly dryRun?: string;
  readonly rhythm?: "weekly" | "monthly";
  readonly date?: string;
  readonly html?: true;
}

export function register(program: Command): void {
  program
    .command("digest")
    .description("Print the mail a viewer is sent once a week or month. Sends nothing.")
    .option("--dry-run <viewer>", "whose: the address of their account")
    .option("--rhythm <weekly|monthly>", "instead of what they chose", readRhythm)
    .option("--date <day>", "as if it were sent on this day", readDay)
    .option("--html", "print it as mail programs show it")
    .addHelpText("after", "\nExample:\n  $ barometer digest --dry-run director@demo.example")
    .action(async ({ dryRun, rhythm, date, html }: Options) => {
      if (dryRun === undefined) {
        throw new CommandError(
          "Digests are sent by themselves, in the morning after a night. --dry-run <viewer> prints one.",
          exitCodes.wrongUse,
        );
      }
      const settings = readSettings();
      const printed = await withContext(settings, new Date(), async ({ db, now, timeZone }) => {
        const today = dayIn(timeZone, now);
        const id = await viewerOf(db, dryRun);
        const viewer = id === null ? null : await readViewer(db, id, today);
        if (viewer === null) {
          throw new CommandError(`“${dryRun}” has no account.`, exitCodes.wrongUse);
        }
        if (!mayHaveNews(viewer)) {
          throw new CommandError(`“${dryRun}” may read nothing that a digest tells.`);
        }
        const chosen = (await readMailChoice(db, viewer.id)).digest;
        const wanted = rhythm ?? (chosen === "never" ? "monthly" : chosen);
        const news = await readDigest(viewer, periodOf(wanted, date ?? today), { db, timeZone });
        const address = settings.sending.publicAddress ?? "http://barometer.example";
        return html ? newsHtml(news, address) : `${news.subject}\n\n${newsText(news, address)}`;
      });
      console.log(printed);
    });
}

function readRhythm(text: string): "weekly" | "monthly" {
  if (text === "weekly" || text === "monthly") return text;
  throw new InvalidArgumentError("weekly or monthly.");
}

function readDay(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new InvalidArgumentError("Give a day, such as 2026-03-02.");
}
