import MailComposer from "nodemailer/lib/mail-composer";
import type { Letter } from "../channel.ts";
import { inHtml } from "../in-html.ts";

export interface Writers {
  /** `Baromètre <barometre@example.org>`. */
  readonly from: string;
  /** Where answers go, STOP among them; null for the writer. */
  readonly replyTo: string | null;
}

/**
 * A mail: text, and the same lines as HTML with the link to press. No picture and nothing that tells
 * when it was opened.
 */
export async function messageOf(
  letter: Letter,
  { from, replyTo }: Writers,
  messageId: string,
): Promise<Buffer> {
  const { to, subject, text, token, language, purpose, choice } = letter;
  const toPerson = purpose === "invite" || purpose === "remind" || purpose === "thank";
  const stopTo = addressIn(replyTo ?? from);
  const headers = {
    "Auto-Submitted": "auto-generated",
    "X-Auto-Response-Suppress": "All",
    "Content-Language": language,
    ...(toPerson
      ? { "List-Unsubscribe": `<mailto:${stopTo}?subject=${encodeURIComponent(`STOP ${token}`)}>` }
      : {}),
    ...(choice === undefined ? {} : { "List-Unsubscribe": `<${choice}>` }),
  };
  const composer = new MailComposer({
    from,
    to,
    ...(replyTo === null ? {} : { replyTo }),
    subject,
    text,
    html: letter.html ?? htmlOf(letter),
    messageId,
    headers,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** `a@b` of `Name <a@b>`. */
export function addressIn(mailbox: string): string {
  return /<([^<>]+)>\s*$/.exec(mailbox)?.[1] ?? mailbox.trim();
}

/** An address as a client may be led astray by it is written out, and the link is pressed. */
function htmlOf({ text, link, language }: Letter): string {
  const direction = /^(ar|he|fa|ur)\b/.test(language) ? "rtl" : "ltr";
  const paragraphs = text.split("\n").map((line) => {
    const said = inHtml(line).replaceAll(
      inHtml(link),
      `<a href="${inHtml(link)}" style="color:#14191e;font-weight:600">${inHtml(link)}</a>`,
    );
    return `<p style="margin:0 0 .75em">${said}</p>`;
  });
  return `<!doctype html><html lang="${inHtml(language)}" dir="${direction}"><meta charset="utf-8"><body style="font:17px/1.5 sans-serif;color:#14191e">${paragraphs.join("")}</body></html>`;
}
