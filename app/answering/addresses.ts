import type { Request } from "express";

/** The language an address names. */
export function namedLanguage(request: Request): string | null {
  return typeof request.query.lang === "string" ? request.query.lang : null;
}

/** The same page in another language; relative, so that no page holds the code it was opened with. */
export function addressIn(request: Request, code: string): string {
  const search = new URLSearchParams(searchOf(request).slice(1));
  search.set("lang", code);
  return `?${search}`;
}

/** With its question mark; empty when there is none. */
export function searchOf(request: Request): string {
  const at = request.originalUrl.indexOf("?");
  return at < 0 ? "" : request.originalUrl.slice(at);
}
