import type { Request, Response, Router } from "express";
import { sayAsked } from "#app/i18n/asked/asked.ts";
import type { Said } from "#app/i18n/asked/words.ts";
import { spokenIn } from "#app/i18n/spoken.ts";
import { addressIn, cameFrom, namedLanguage } from "../addresses.ts";
import { languagesOf } from "../asked-wave.ts";
import { canonicalCode, readForm, sendPage } from "../asking.server.ts";
import type { Desk } from "../desk.server.ts";
import { readGiven } from "../given.ts";
import { mayPass } from "../patient.ts";
import { partsIn } from "../questions-page.tsx";
import { saidPage } from "../said-pages.tsx";
import device from "./device.js?raw";
import { kioskPage, kioskQuestions } from "./kiosk-page.tsx";
import worker from "./worker.js?raw";

type Answer = (request: Request, response: Response) => Promise<void>;

/** The addresses of a shared device: its page, its two scripts, and what they ask for. */
export function readKiosk(
  router: Router,
  desk: Desk,
  caught: (answer: Answer) => (request: Request, response: Response) => void,
): void {
  router.get("/kiosk", (request, response) => {
    sendPage(response, 200, kioskPage(around(request)));
  });
  router.get("/kiosk/:site", caught(standAt(desk)));
  router.get("/kiosk.js", script(device));
  router.get("/kiosk-worker.js", script(worker));
  router.post("/kiosk/open", caught(open(desk)));
  router.post("/kiosk/answers", caught(take(desk)));
}

/**
 * The same page, saying at which site the device stands, in the language spoken there until somebody
 * chooses another. Nothing else follows from the site: answers say nothing of where they were given.
 */
function standAt(desk: Desk): Answer {
  return async (request, response) => {
    // While the database is away the device works on, and does not say where it is.
    const site = await desk.site(request.params.site ?? "").catch((error: unknown) => {
      if (!mayPass(error)) throw error;
      return { name: null, country: null };
    });
    if (site === null) {
      const { words, languages } = around(request);
      sendPage(response, 404, saidPage({ words, languages }, words.unknown));
      return;
    }
    const { words, languages } = around(request, spokenIn(site.country));
    sendPage(response, 200, kioskPage({ words, languages, site: site.name }));
  };
}

function script(text: string) {
  return (_request: Request, response: Response): void => {
    response.type("text/javascript").send(text);
  };
}

/** Says where a code stands and, where it opens, the questions in every language they exist in. */
function open(desk: Desk): Answer {
  return async (request, response) => {
    const form = await readForm(request);
    const code = canonicalCode(form.get("code") ?? "");
    const standing = code === null ? null : await desk.standing(cameFrom(request), code);
    const state = code === null ? "unknown" : (standing?.state ?? "slower");
    const wave = standing?.state === "open" ? await desk.wave(standing.wave) : null;
    if (wave === null) {
      const { words } = around(request);
      const said: Said = words[state === "open" ? "unknown" : state];
      response.json({
        state,
        title: sayAsked(words, said.title),
        text: sayAsked(words, said.text),
      });
      return;
    }
    const { languages } = languagesOf(wave, null, null, () => "");
    const questions = Object.fromEntries(
      languages.map(({ words }) => [words.code, kioskQuestions(wave, words, desk.timeZone)]),
    );
    response.json({ state, questions });
  };
}

/** Takes finished answers, also those that waited on the device: a code is taken once, and says so. */
function take(desk: Desk): Answer {
  return async (request, response) => {
    const form = await readForm(request);
    const address = cameFrom(request);
    const code = canonicalCode(form.get("code") ?? "");
    try {
      const standing = code === null ? null : await desk.standing(address, code);
      if (standing === null) {
        response.status(code === null ? 200 : 429).json({ state: "unknown" });
        return;
      }
      // Without a connection nobody knew which wave a code was for: of another one it tells nothing.
      const isOther = standing.state === "open" && standing.wave !== form.get("wave");
      const wave = standing.state === "open" && !isOther ? await desk.wave(standing.wave) : null;
      if (code === null || wave === null) {
        if (standing.state === "closed" && code !== null) {
          await desk.handIn(address, { code, answers: {}, complete: true });
        }
        response.json({ state: isOther ? "other" : standing.state });
        return;
      }
      // Nobody knows which came first: what was sent from elsewhere meanwhile stays as it is.
      if (standing.state === "open" && standing.again && form.get("waited") === "1") {
        response.json({ state: "already" });
        return;
      }
      const placed = partsIn({ wave, isWhole: true })[0]?.placed ?? [];
      const { answers } = readGiven(form, placed, false);
      response.json({ state: await desk.handIn(address, { code, answers, complete: true }) });
    } catch (error) {
      if (!mayPass(error)) throw error;
      response.status(503).set("retry-after", "10").json({ state: "waiting" });
    }
  };
}

function around(request: Request, spoken: string | null = null) {
  return languagesOf(
    null,
    namedLanguage(request) ?? spoken,
    request.headers["accept-language"] ?? null,
    (code) => addressIn(request, code),
  );
}
