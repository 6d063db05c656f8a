import { plainWords } from "./plain-words.ts";

/** What a mail in the mailbox of returns says of a letter of ours. */
export interface Returned {
  /** The letter's. */
  readonly token: string;
  /** It could not be delivered, for good; or its reader wants no more of them. */
  readonly says: "bounced" | "stop";
  /** `5.1.1`, for a bounce. */
  readonly why: string;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
/** The word alone: whoever writes about something that stops keeps their letters. */
const STOP = /^\s*(stop|arr[êe]t)[\s.!]*$/i;
/** How mail programs begin the subject of an answer. */
const answered = /^\s*((re|aw|sv|antw|rép)\s*:\s*)*/i;
const LONGEST_LOOKED_AT = 200_000;

/**
 * Reads one mail of the mailbox where bounces and answers arrive: a delivery status notification
 * (RFC 3464) that says `failed` with a permanent status, or a mail whose subject or first line is STOP
 * (or ARRÊT) with the letter's token in it. Null for anything else: holidays, delays, and people's own words,
 * which nobody reads here.
 */
export function readReturned(mail: string): Returned | null {
  const text = mail.slice(0, LONGEST_LOOKED_AT).replace(/\r\n/g, "\n");
  const end = text.indexOf("\n\n");
  const head = (end < 0 ? text : text.slice(0, end)).replace(/\n[ \t]+/g, " ");
  return bounceIn(head, text) ?? stopIn(head, text);
}

function bounceIn(head: string, text: string): Returned | null {
  if (!/^content-type:.*report-type="?delivery-status/im.test(head)) return null;
  const status = /^content-type:\s*message\/delivery-status\b/im.exec(text);
  if (status === null) return null;
  const fields = text.slice(status.index);
  if (!/^action:\s*failed\b/im.test(fields)) return null;
  const why = /^status:\s*(5\.\d{1,3}\.\d{1,3})\b/im.exec(fields)?.[1];
  // A full mailbox and a policy pass; only an address that is wrong is given up.
  if (why === undefined || /^5\.(2\.2|7\.\d+)$/.test(why)) return null;
  const token = tokenIn(head, "to") ?? tokenIn(fields, "message-id");
  return token === null ? null : { token, says: "bounced", why };
}

function stopIn(head: string, mail: string): Returned | null {
  if (/^auto-submitted:\s*(?!no\b)\S/im.test(head)) return null;
  const { subject, first } = plainWords(head, mail);
  const asked = subject.replace(answered, "").replace(UUID, "");
  if (!STOP.test(asked) && !STOP.test(first)) return null;
  const token =
    UUID.exec(subject)?.[0] ?? tokenIn(head, "in-reply-to") ?? tokenIn(head, "references");
  return token === null ? null : { token: token.toLowerCase(), says: "stop", why: "STOP" };
}

function tokenIn(text: string, header: string): string | null {
  const line = new RegExp(`^${header}:(.*)$`, "im").exec(text)?.[1] ?? "";
  return UUID.exec(line)?.[0].toLowerCase() ?? null;
}
