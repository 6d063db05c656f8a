import type { Request, Response } from "express";
import { isObject } from "./kept.ts";
import type { ScimParts } from "./parts.ts";
import { ScimError } from "./scim-error.ts";

type Next = () => void;

/** Express 4 does not wait for promises: whatever fails is answered here. */
export function answering(
  parts: ScimParts,
  work: (request: Request, response: Response, next: Next) => Promise<void>,
) {
  return (request: Request, response: Response, next: Next) => {
    work(request, response, next).catch((error: unknown) => refuse(parts, response, error));
  };
}

/** A refusal in the form of RFC 7644 (3.12). Nothing of what was sent is logged or repeated. */
export function refuse(parts: ScimParts, response: Response, error: unknown): void {
  if (response.headersSent) return void response.end();
  const known = error instanceof ScimError ? error : unreadable(error);
  if (known.status === 500) {
    const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
    parts.log(`SCIM: a request failed: ${error instanceof Error ? error.name : "error"}${code}`);
  }
  send(response, known.status, known.body);
}

/** What Express says of a body it cannot read. */
function unreadable(error: unknown): ScimError {
  const type = isObject(error) || error instanceof Error ? (error as { type?: unknown }).type : "";
  if (type === "entity.too.large") return new ScimError(413, null, "The request is too large.");
  if (type === "entity.parse.failed" || type === "encoding.unsupported") {
    return new ScimError(400, "invalidSyntax", "The request is not JSON.");
  }
  return new ScimError(500, null, "The request could not be answered.");
}

/** JSON under its own name (RFC 7644, 3.1). */
export function send(response: Response, status: number, body: object): void {
  response.status(status).type("application/scim+json").send(JSON.stringify(body));
}
