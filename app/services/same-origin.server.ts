/**
 * Refuses a form that another site made the browser send. A browser always says where a POST
 * comes from; what does not say is refused as well.
 */
export function requireSameOrigin(request: Request): void {
  const origin = request.headers.get("origin");
  const from = origin !== null && URL.canParse(origin) ? new URL(origin).host : null;
  // A proxy may call us by another name; no other site can make a browser send this header.
  const forwarded = request.headers.get("x-forwarded-host");
  const ours = [new URL(request.url).host, forwarded?.split(",")[0]?.trim()];
  if (from === null || !ours.includes(from)) {
    throw new Response(null, { status: 403, statusText: "Forbidden" });
  }
}

/** A place on this site to go on to; the start page for anything that leads elsewhere. */
export function safeNext(next: string | null): string {
  const here = "http://here.invalid";
  if (next === null || !/^\/(?![/\\])/.test(next) || !URL.canParse(next, here)) return "/";
  const { origin, pathname, search } = new URL(next, here);
  return origin === here && !pathname.startsWith("//") ? pathname + search : "/";
}
