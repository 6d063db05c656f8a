import { Agent, type ClientRequest, type IncomingHttpHeaders, request } from "node:http";
import type { NextFunction, Request, Response } from "express";

/** Where the receiver listens; null while there is none. */
export type FindReceiver = () => { readonly host: string; readonly port: number } | null;

const MEGABYTE = 1024 * 1024;
const TIMEOUT_MS = 30_000;
const ABSENT = "What receives this is not running. Try again later.";
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/**
 * The only two addresses that are passed on, and how much each may be sent: Meta's deliveries have up
 * to 3 MB, a group of an identity provider tens of thousands of members.
 */
const doors = [
  { path: "/webhooks/", most: 3 * MEGABYTE },
  { path: "/scim/v2", most: 4 * MEGABYTE },
];

/**
 * These speak of one connection only (RFC 9110, 7.6.1), or are nobody's business behind this door:
 * the session cookie, and a wish for compression.
 */
const dropped = new Set([
  "accept-encoding",
  "connection",
  "cookie",
  "expect",
  "host",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "set-cookie",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/**
 * Passes what networks and identity providers send on to the receiver, as it comes, and its answer
 * back. The web process knows no key to read it with, and does not look.
 */
export function passOn(find: FindReceiver) {
  // As many as come: whoever sends slowly, on purpose or not, is not to keep the others waiting.
  const agent = new Agent({ keepAlive: true });
  return (incoming: Request, outgoing: Response, next: NextFunction): void => {
    const door = doors.find(({ path }) => leadsTo(incoming.path, path));
    const receiver = door === undefined ? null : find();
    if (door === undefined) next();
    else if (!methods.includes(incoming.method)) say(outgoing, 405, "This is not how to ask.");
    else if (Number(incoming.headers["content-length"] ?? 0) > door.most) {
      say(outgoing, 413, "Too large.");
    } else if (receiver === null) say(outgoing, 503, ABSENT);
    else {
      const upstream = request({
        ...receiver,
        agent,
        method: incoming.method,
        path: incoming.originalUrl,
        headers: forwarded(incoming),
        timeout: TIMEOUT_MS,
      });
      join(incoming, outgoing, upstream, door.most);
    }
  };
}

function leadsTo(path: string, door: string): boolean {
  return path.startsWith(door.endsWith("/") ? door : `${door}/`) || path === door;
}

function join(incoming: Request, outgoing: Response, upstream: ClientRequest, most: number): void {
  let passed = 0;
  incoming.on("data", (chunk: Buffer) => {
    passed += chunk.length;
    if (passed <= most) return;
    incoming.unpipe(upstream);
    say(outgoing, 413, "Too large.");
    upstream.destroy();
    // What still comes is thrown away, so that the answer is read before the line is cut.
    incoming.resume();
  });
  upstream.on("response", (answer) => {
    // One that was refused here needs no other answer.
    if (outgoing.headersSent) return void answer.resume();
    outgoing.writeHead(answer.statusCode ?? 502, passable(answer.headers));
    answer.pipe(outgoing);
    answer.on("error", () => outgoing.destroy());
  });
  upstream.on("timeout", () => upstream.destroy(new Error("no answer in time")));
  upstream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "ECONNREFUSED" || error.code === "ENOTFOUND") {
      say(outgoing, 503, ABSENT);
    } else say(outgoing, 502, "What receives this did not answer. Try again later.");
  });
  // Whoever hangs up is waited for no longer.
  outgoing.on("close", () => upstream.destroy());
  incoming.pipe(upstream);
}

function forwarded(incoming: Request): IncomingHttpHeaders {
  const { headers, socket } = incoming;
  const from = [headers["x-forwarded-for"], socket.remoteAddress].flat().filter(Boolean);
  return {
    ...passable(headers),
    // Where a body ends is said even if `Connection` names it: or what it holds were another request.
    ...(headers["content-length"] === undefined
      ? {}
      : { "content-length": headers["content-length"] }),
    ...(headers["transfer-encoding"] === undefined ? {} : { "transfer-encoding": "chunked" }),
    "x-forwarded-for": from.join(", "),
    "x-forwarded-proto": headers["x-forwarded-proto"] ?? "http",
    "x-forwarded-host": headers["x-forwarded-host"] ?? headers.host ?? "",
  };
}

function passable(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const named = [headers.connection].flat().join(",").toLowerCase().split(",");
  const ours = new Set([...dropped, ...named.map((name) => name.trim())]);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ours.has(name)));
}

/** A plain sentence; what is still being sent is not waited for. */
function say(response: Response, status: number, sentence: string): void {
  if (response.headersSent) return;
  const again = status === 502 || status === 503 ? { "retry-after": "10" } : {};
  response
    .status(status)
    .set({ "cache-control": "no-store", connection: "close", ...again })
    .type("text")
    .send(`${sentence}\n`);
}
