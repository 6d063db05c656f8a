import express, { type Express, type NextFunction, type Request, type Response } from "express";
import type { Delivery } from "#jobs/connectors/webhook.ts";
import { knownConnections } from "./known-connections.ts";
import type { ReceiverParts } from "./parts.ts";
import { publishedKeys } from "./published-keys.ts";
import { type Answer, receive } from "./receive.ts";
import { scimRouter } from "./scim/router.ts";
import { surveyDoor } from "./surveys.ts";
import type { Tally } from "./tally.ts";

/** Meta's deliveries may be 3 MB; nobody else's come near it. */
const LARGEST = 3 * 1024 * 1024;

/** What listens to networks and identity providers, behind the web process and on loopback only. */
export function createReceiver(parts: ReceiverParts, tally: Tally): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  const find = knownConnections(parts);
  const hearing = { ...parts, published: publishedKeys(parts.now) };

  app.get("/health", (_request, response) => {
    response.set("cache-control", "no-store").json({ up: true });
  });
  // What a signature is made of is the bytes on the wire: nothing is decompressed or decoded.
  const raw = express.raw({ type: () => true, limit: LARGEST, inflate: false });
  const takeSurvey = surveyDoor(parts, tally);
  app.all("/webhooks/surveys/:source", raw, (request, response, next) => {
    const told = deliveryOf(request);
    takeSurvey(request.params.source ?? "", told ?? nobody)
      .then((answer) => send(response, answer))
      .catch(next);
  });
  app.all("/webhooks/:network/:connection?", raw, (request, response, next) => {
    const { network = "", connection = network } = request.params;
    const delivery = deliveryOf(request);
    find(network, connection)
      .then((known) =>
        receive(hearing, tally, delivery === null ? null : known, delivery ?? nobody),
      )
      .then((answer) => send(response, answer))
      .catch(next);
  });
  app.use("/scim/v2", scimRouter(parts));
  app.use((_request: Request, response: Response) => {
    send(response, { status: 404, type: "text/plain", body: "Not found.\n" });
  });
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    send(response, trouble(error, parts));
  });
  return app;
}

const nobody: Delivery = {
  method: "GET",
  headers: {},
  query: new URLSearchParams(),
  body: new Uint8Array(),
};

function deliveryOf({ method, headers, originalUrl, body }: Request): Delivery | null {
  if (method !== "GET" && method !== "POST") return null;
  const told = Object.entries(headers).map(([name, value]) => [name, [value].flat().join(", ")]);
  const { searchParams: query } = new URL(originalUrl, "http://receiver");
  const bytes = Buffer.isBuffer(body) ? body : new Uint8Array();
  return { method, headers: Object.fromEntries(told), query, body: bytes };
}

function send(response: Response, { status, type, body }: Answer): void {
  response.status(status).set("cache-control", "no-store");
  if (status === 503) response.set("retry-after", "10");
  response.type(type).send(body);
}

/** The networks try again after a 503, so nothing is lost while the database is away. */
function trouble(error: unknown, { log }: ReceiverParts): Answer {
  const status = error instanceof Error && "status" in error ? Number(error.status) : 500;
  if (status === 413) return { status, type: "text/plain", body: "Too large.\n" };
  if (status >= 400 && status < 500) {
    return { status, type: "text/plain", body: "Not understood.\n" };
  }
  const code = error instanceof Error && "code" in error ? String(error.code) : "no code";
  log(`Webhooks: a delivery could not be kept (${code}); it will be sent again`);
  return { status: 503, type: "text/plain", body: "Try again later.\n" };
}
