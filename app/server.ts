import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type NextFunction, type Request, type Response } from "express";
import helmet from "helmet";
import { answering } from "#app/answering/answering.server.tsx";
import type { LoadContext } from "./load-context.ts";
import { type FindReceiver, passOn } from "./pass-on.server.ts";

/** Enough for a long questionnaire; whoever sends more is told so before it is read. */
const BODY_LIMIT = 1024 * 1024;

const DRAIN_SECONDS = 10;

export interface ServerParts {
  readonly build: ServerBuild;
  /** Scripts, styles and images, as the build left them. */
  readonly clientFolder: string;
  readonly context: Omit<LoadContext, "nonce" | "now" | "drained">;
  ready(): Promise<{ readonly database: boolean; readonly migrated: boolean }>;
  /** Where what networks send is passed on to. */
  readonly findReceiver?: FindReceiver;
}

/** The pages behind their headers and limits, and the two addresses that say whether they are up. */
export function createApp({
  build,
  clientFolder,
  context,
  ready,
  findReceiver = () => null,
}: ServerParts): Express {
  const app = express();
  app.disable("x-powered-by");

  app.get("/health", (_request, response) => {
    response.set("cache-control", "no-store").json({ up: true });
  });
  app.get("/ready", async (_request, response) => {
    const state = await ready();
    const status = state.database && state.migrated ? 200 : 503;
    response.status(status).set("cache-control", "no-store").json(state);
  });

  // Names in assets/ hold a hash of the content, so what is there never changes.
  const assets = { immutable: true, maxAge: "1y", index: false, redirect: false } as const;
  const built = express.static(join(clientFolder, "assets"), assets);
  app.use("/assets", assetHeaders, compression(), built, notFound);

  app.use(giveNonce);
  app.use(headers);
  // Before compression and the limits of pages: what is passed on is not looked at.
  app.use(passOn(findReceiver));
  // Respondents' pages: no menu, no session, no script they depend on.
  app.use(
    answering({
      web: context.web,
      timeZone: context.settings.timeZone,
      clock: () => new Date(),
    }),
  );
  app.use(compression());
  app.use(express.static(clientFolder, { maxAge: "1h", index: false, redirect: false }));

  app.use(onlyPages);
  app.use(onlyOurForms);
  app.use(limitBody);
  app.use((_request, response, next) => {
    // Figures depend on who is looking: no shared cache may keep a page.
    response.set("cache-control", "private, no-store");
    next();
  });
  app.all(
    "*",
    createRequestHandler({
      build,
      mode: "production",
      getLoadContext: (_request, response) => ({
        ...context,
        nonce: response.locals.nonce,
        now: new Date(),
        drained: () => drained(response),
      }),
    }),
  );
  return app;
}

export interface Serving {
  readonly address: string;
  /** Lets what was asked be answered, for ten seconds at most. */
  close(): Promise<void>;
}

/** Listens. @throws with a message for a person when the port is taken. */
export async function serve(
  app: Express,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Serving> {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, app);
  await listen(server, host, port);
  const bound = server.address();
  const actual = typeof bound === "object" && bound !== null ? bound.port : port;
  return {
    address: `http://${addressed(host)}:${actual}`,
    close: () => drain(server),
  };
}

/** How a browser on this machine writes the host; “every address” is no address to type. */
function addressed(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

function giveNonce(_request: Request, response: Response, next: NextFunction): void {
  response.locals.nonce = randomBytes(16).toString("base64");
  next();
}

/** A page is made of thirty assets: what only a page can be asked about (frames, scripts, forms) would be said thirty times. */
function assetHeaders(_request: Request, response: Response, next: NextFunction): void {
  response.set("x-content-type-options", "nosniff");
  response.set("cross-origin-resource-policy", "same-origin");
  next();
}

const headers = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      "default-src": ["'self'"],
      "script-src": ["'self'", nonceOf],
      "style-src": ["'self'", nonceOf],
      // Charts place their marks with style attributes, which can run nothing.
      "style-src-attr": ["'unsafe-inline'"],
      "img-src": ["'self'", "data:"],
      "object-src": ["'none'"],
      "base-uri": ["'none'"],
      "form-action": ["'self'"],
      "frame-ancestors": ["'none'"],
    },
  },
  referrerPolicy: { policy: "same-origin" },
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
  xFrameOptions: { action: "deny" },
});

function nonceOf(_request: IncomingMessage, response: ServerResponse): string {
  return `'nonce-${(response as Response).locals.nonce}'`;
}

function notFound(_request: Request, response: Response): void {
  response.status(404).type("text").send("Not found");
}

/**
 * A page is read, or sent a form, and that is all: Remix would run a form's action for any other
 * method too, and has an older way to ask for what a page is made of, which nothing here uses.
 */
function onlyPages(request: Request, response: Response, next: NextFunction): void {
  if (!["GET", "HEAD", "POST"].includes(request.method)) {
    response.status(405).set("allow", "GET, HEAD, POST").type("text").send("Method not allowed");
  } else if ("_data" in request.query) notFound(request, response);
  else next();
}

/**
 * A form that another site made the browser send is refused before anybody is looked up. What does
 * not say where it comes from is left to the form's own address, which refuses it as well.
 */
function onlyOurForms(request: Request, response: Response, next: NextFunction): void {
  const { origin, host, "x-forwarded-host": forwarded } = request.headers;
  const from = origin !== undefined && URL.canParse(origin) ? new URL(origin).host : null;
  const ours = [
    host,
    String(forwarded ?? "")
      .split(",")[0]
      ?.trim(),
  ];
  if (request.method !== "POST" || origin === undefined || (from && ours.includes(from))) next();
  else response.status(403).type("text").send("Forbidden");
}

function limitBody(request: Request, response: Response, next: NextFunction): void {
  const length = Number(request.headers["content-length"] ?? 0);
  if (request.headers["transfer-encoding"] !== undefined) {
    // Browsers say how much they send. What does not say could go on for ever.
    response.status(411).type("text").send("Length required");
  } else if (length > BODY_LIMIT) {
    response.status(413).set("connection", "close").type("text").send("Too large");
  } else next();
}

/** Waits for a slow reader. Compression hides when that is, so it is looked at, not listened for. */
async function drained(response: Response): Promise<void> {
  while (response.writableNeedDrain && !response.destroyed) await wait(10);
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === "EADDRINUSE"
          ? `Another program already listens on ${host}:${port}. Set PORT to a free one.`
          : `Cannot listen on ${host}:${port} (${error.code}): check HOST and PORT.`;
      reject(new Error(reason));
    });
    server.listen(port, host, resolve);
  });
}

function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_SECONDS * 1000);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
