import { createHash } from "node:crypto";
import { createCookie, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { askedFor, isLanguage, type Language } from "#app/i18n/language.ts";
import { dayIn } from "#app/model/period.ts";
import { may, type Page, type Viewer } from "#app/model/viewer.ts";
import type { Db } from "#db/client.server.ts";
import { readSession } from "#db/records/sessions.ts";
import { readViewer } from "#db/records/viewers.ts";

/** Everything a loader may know about who is asking and when. */
export interface Visit {
  readonly db: Db;
  readonly now: Date;
  /** Today in the company's time zone. */
  readonly today: string;
  readonly timeZone: string;
  readonly language: Language;
  /** The language when the address names it: then every link on the page names it too. */
  readonly addressLanguage: Language | null;
  readonly viewer: Viewer | null;
  /** The name of a population somebody typed, and which part of a long list: every page takes both. */
  readonly find?: string | null;
  readonly part?: number | null;
}

/** A visit by somebody who has signed in. */
export interface ViewerVisit extends Visit {
  readonly viewer: Viewer;
}

type Asked = Pick<LoaderFunctionArgs, "request" | "context">;

const sessionCookie = (key: string) =>
  createCookie("session", { httpOnly: true, sameSite: "lax", path: "/", secrets: [key] });

const languageCookie = createCookie("language", {
  sameSite: "lax",
  path: "/",
  maxAge: 365 * 86_400,
});

/** Several loaders answer one request: they share one look at the session. */
const visits = new WeakMap<Asked["context"], Promise<Visit>>();

export function openVisit(asked: Asked): Promise<Visit> {
  const visit = visits.get(asked.context) ?? look(asked);
  visits.set(asked.context, visit);
  return visit;
}

/**
 * Somebody who may read a page. Who has not signed in is asked to; who may not read it is
 * answered as if it did not exist.
 */
export async function openPage(asked: Asked, page?: Page): Promise<ViewerVisit> {
  const visit = await openVisit(asked);
  const { viewer } = visit;
  if (viewer === null) {
    const { pathname, search } = new URL(asked.request.url);
    throw redirect(`/sign-in?${new URLSearchParams({ next: pathname + search })}`);
  }
  // No name of anything holds a null byte, and the database refuses to look for one.
  const isNothing = new URL(asked.request.url).pathname.includes("%00");
  if (isNothing || (page !== undefined && !may(viewer, { do: "read-page", page }))) {
    throw refused(asked, viewer);
  }
  return { ...visit, viewer };
}

/**
 * What a viewer asked for and may not see, or what is not there: one answer for both, and a line in
 * the log, so that somebody who tries one address after the other is noticed.
 */
export function refused({ request, context }: Asked, { id }: Viewer): Response {
  context.log(`viewer ${id} asked for what is not theirs: ${new URL(request.url).pathname}`);
  return missing();
}

/** What does not exist and what may not be seen are answered with this, to the letter. */
export function missing(): Response {
  return new Response(null, { status: 404, statusText: "Not Found" });
}

/** The token that came with a request, as it is kept: hashed. Null when there is none. */
export async function sessionToken({ request, context }: Asked): Promise<Buffer | null> {
  const token: unknown = await sessionCookie(context.cookieKey).parse(
    request.headers.get("cookie"),
  );
  return typeof token === "string" ? hashToken(token) : null;
}

export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** The header that starts a session in the browser or, with an empty token, ends it. */
export function sessionHeader(
  { request, context }: Asked,
  token: string,
  expires: Date,
): Promise<string> {
  const secure = new URL(request.url).protocol === "https:";
  return sessionCookie(context.cookieKey).serialize(token, { expires, secure });
}

/** The header that keeps a language on this device. */
export function languageHeader(language: Language): Promise<string> {
  return languageCookie.serialize(language);
}

async function look(asked: Asked): Promise<Visit> {
  const { request, context } = asked;
  const { web: db, now, settings } = context;
  const today = dayIn(settings.timeZone, now);
  const token = await sessionToken(asked);
  const id = token && (await readSession(db, token, now));
  const viewer = id === null ? null : await readViewer(db, id, today);
  const address = new URL(request.url).searchParams;
  const named = address.get("lang");
  const addressLanguage = isLanguage(named) ? named : null;
  const kept: unknown = await languageCookie.parse(request.headers.get("cookie"));
  const language =
    addressLanguage ??
    (isLanguage(kept) ? kept : viewer?.language) ??
    askedFor(request.headers.get("accept-language"));
  const find = address.get("find");
  const part = /^[1-9]\d{0,3}$/.test(address.get("part") ?? "")
    ? Number(address.get("part"))
    : null;
  const { timeZone } = settings;
  return { db, now, today, timeZone, language, addressLanguage, viewer, find, part };
}
