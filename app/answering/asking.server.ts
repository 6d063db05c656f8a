import type { Request, Response } from "express";
import { NONCE } from "./shell.tsx";

/** More than the longest questionnaire with every comment written full. */
const LONGEST_FORM = 128 * 1024;

/** A form that is no form of ours, or too long to be one. */
export class Refused extends Error {
  override readonly name = "Refused";
  constructor(readonly status: number) {
    super("refused");
  }
}

/**
 * The fields of a form.
 * @throws {Refused} when another site made the browser send it, or its length is not said or too much.
 */
export async function readForm(request: Request): Promise<URLSearchParams> {
  if (isForeign(request)) throw new Refused(403);
  const length = request.headers["content-length"];
  if (length === undefined) throw new Refused(411);
  if (Number(length) > LONGEST_FORM) throw new Refused(413);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
}

/**
 * Without a referrer browsers write `null` for where a form of our own comes from; those that do say
 * beside it whether the site is the same.
 */
function isForeign({ headers }: Request): boolean {
  const { origin, host } = headers;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return true;
  if (origin === undefined || origin === "null") return false;
  const ours = [host, headers["x-forwarded-host"]].flat();
  return !URL.canParse(origin) || !ours.includes(new URL(origin).host);
}

/** Sends a page whose styles and scripts may run in this one answer; nothing keeps it, so it has no tag. */
export function sendPage(response: Response, status: number, html: string): void {
  const page = Buffer.from(html.replaceAll(NONCE, String(response.locals.nonce)));
  response
    .status(status)
    .set({ "content-type": "text/html; charset=utf-8", "content-length": String(page.length) })
    .end(page);
}

/** A code as it is known: typed in groups, in capitals, with letters taken for figures. Null when it is none. */
export function canonicalCode(typed: string): string | null {
  const plain = typed
    .toLowerCase()
    .replace(/[\s\u2010-\u2015_-]+/g, "")
    .replaceAll("o", "0")
    .replace(/[il]/g, "1");
  return /^[0-9a-hjkmnp-tv-z]{20}$/.test(plain) ? plain : null;
}
