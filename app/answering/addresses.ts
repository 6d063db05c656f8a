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

/** This machine, and networks no address of which is anybody's on the internet. */
const near = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd])/i;

/**
 * Where a request comes from. A proxy beside us says it of whoever it passes on: without that, the wrong
 * codes of one would slow everybody down. Nobody farther away is believed.
 */
export function cameFrom({ headers, socket }: Request): string | undefined {
  const peer = socket.remoteAddress?.replace(/^::ffff:/, "");
  if (peer === undefined || !near.test(peer)) return peer;
  const said = [headers["x-forwarded-for"]].flat().join(",").split(",").at(-1)?.trim();
  return said || peer;
}
