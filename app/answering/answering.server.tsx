import compression from "compression";
import express, { type NextFunction, type Request, type Response, type Router } from "express";
import { addressIn, namedLanguage, searchOf } from "./addresses.ts";
import { type AskedWave, languagesOf } from "./asked-wave.ts";
import { canonicalCode, Refused, readForm, sendPage } from "./asking.server.ts";
import { type Around, Desk } from "./desk.server.ts";
import { readKiosk } from "./kiosk/kiosk.server.ts";
import { mayPass } from "./patient.ts";
import { showQuestions, takeAnswers } from "./respond.server.ts";
import { enterPage, saidPage, thanksPage } from "./said-pages.tsx";

/** The respondent's addresses: `/a/:code`, `/a` where a code is typed, `/kiosk` and `/kiosk/:site`. */
export function answering(around: Around): Router {
  const desk = new Desk(around);
  const router = express.Router({ caseSensitive: true });
  router.use(["/a", "/kiosk", "/kiosk.js", "/kiosk-worker.js"], guard);
  // What is taken says little and is sent before anything is made smaller.
  router.post("/a", caught(takeCode));
  router.post("/a/:code", caught(takeAnswers(desk)));
  router.use(["/a", "/kiosk", "/kiosk.js"], compression());
  router.get("/a", enter);
  router.get("/a/thanks", caught(thank(desk)));
  router.get("/a/paused", caught(pause(desk)));
  router.get("/a/:code", caught(showQuestions(desk)));
  readKiosk(router, desk, caught);
  router.use(["/a", "/kiosk"], noSuchPlace);
  return router;
}

export type Answer = (request: Request, response: Response) => Promise<void>;

/** Nothing on the way keeps what is said here, and nobody is told where its reader came from. */
function guard(request: Request, response: Response, next: NextFunction): void {
  response.set({ "cache-control": "private, no-store", "referrer-policy": "no-referrer" });
  if (["GET", "HEAD", "POST"].includes(request.method)) next();
  else response.status(405).set("allow", "GET, HEAD, POST").type("text").send("Method not allowed");
}

/** No error says more than that it happened: neither the page nor the log repeats a code. */
function caught(answer: Answer) {
  return (request: Request, response: Response): void => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else if (error instanceof Refused) {
        response.status(error.status).set("connection", "close").type("text").send("Refused");
      } else if (mayPass(error)) {
        const { words, languages } = around(request);
        const again = <meta httpEquiv="refresh" content="5" />;
        sendPage(
          response.set("retry-after", "5"),
          503,
          saidPage({ words, languages }, words.waiting, again),
        );
      } else {
        console.error(
          error instanceof Error ? `${error.name}: ${error.message}` : "an unknown error",
        );
        response.status(500).type("text").send("Something went wrong. Try again later.");
      }
    });
  };
}

function enter(request: Request, response: Response): void {
  sendPage(response, 200, enterPage(around(request), false));
}

async function takeCode(request: Request, response: Response): Promise<void> {
  const form = await readForm(request);
  const code = canonicalCode(form.get("code") ?? "");
  if (code === null) sendPage(response, 422, enterPage(around(request), true));
  else response.redirect(303, `/a/${code}${searchOf(request)}`);
}

function thank(desk: Desk): Answer {
  return async (request, response) => {
    const wave = await waveNamed(desk, request);
    const { words, languages } = around(request, wave);
    const html = await desk.said(`thanks ${wave?.key}`, words, () =>
      thanksPage({ words, languages }, wave, desk.timeZone),
    );
    sendPage(response, 200, html);
  };
}

function pause(desk: Desk): Answer {
  return async (request, response) => {
    const { words, languages } = around(request, await waveNamed(desk, request));
    sendPage(response, 200, saidPage({ words, languages }, words.paused));
  };
}

async function waveNamed(desk: Desk, request: Request): Promise<AskedWave | null> {
  const key = request.query.wave;
  return typeof key === "string" ? desk.wave(key) : null;
}

function noSuchPlace(request: Request, response: Response): void {
  const { words, languages } = around(request);
  sendPage(response, 404, saidPage({ words, languages }, words.unknown));
}

/** The words of a page, in a language of its wave, or in any where no wave says which. */
function around(request: Request, wave: AskedWave | null = null) {
  return languagesOf(
    wave,
    namedLanguage(request),
    request.headers["accept-language"] ?? null,
    (code) => addressIn(request, code),
  );
}
