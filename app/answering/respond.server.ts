import type { Request, Response } from "express";
import type { Standing } from "#db/records/resume-answers.ts";
import { addressIn, cameFrom, namedLanguage } from "./addresses.ts";
import type { AskedWave } from "./asked-wave.ts";
import { languagesOf } from "./asked-wave.ts";
import { canonicalCode, readForm, sendPage } from "./asking.server.ts";
import type { Desk } from "./desk.server.ts";
import { readGiven } from "./given.ts";
import { type Draft, emptyDraft } from "./parts.ts";
import { mayPass } from "./patient.ts";
import { askedIn, partsIn, questionsPage } from "./questions-page.tsx";
import { saidPage, waitingPage } from "./said-pages.tsx";

const statuses = { unknown: 404, closed: 410, already: 200, slower: 429 } as const;

/** The questions behind a code, with what its holder had answered where that is kept. */
export function showQuestions(desk: Desk) {
  return async (request: Request, response: Response): Promise<void> => {
    const code = canonicalCode(request.params.code ?? "");
    const standing = code === null ? null : await desk.standing(cameFrom(request), code);
    if (standing?.state !== "open") {
      const why = code === null ? "unknown" : (standing?.state ?? "slower");
      return say(request, response, why, await waveOf(desk, standing));
    }
    const wave = await desk.wave(standing.wave);
    if (wave === null) return say(request, response, "unknown", null);
    const draft: Draft = { ...emptyDraft, ...standing };
    const part = partAsked(request.query, wave, draft);
    const page = { ...wordsFor(request, wave), wave, draft, part, timeZone: desk.timeZone };
    const isFresh = [standing.answers, standing.declined, standing.comments].every(
      (kept) => Object.keys(kept).length === 0,
    );
    sendPage(response, 200, isFresh ? await desk.freshPage(page) : questionsPage(page));
  };
}

/** Takes what a page sends: kept, or handed in for good. */
export function takeAnswers(desk: Desk) {
  return async (request: Request, response: Response): Promise<void> => {
    const form = await readForm(request);
    const code = canonicalCode(request.params.code ?? "");
    if (code === null) return say(request, response, "unknown", null);
    try {
      await take(desk, code, form, request, response);
    } catch (error) {
      if (!mayPass(error)) throw error;
      const around = wordsFor(request, null);
      sendPage(response.set("retry-after", "5"), 503, waitingPage(around, form));
    }
  };
}

async function take(
  desk: Desk,
  code: string,
  form: URLSearchParams,
  request: Request,
  response: Response,
): Promise<void> {
  const from = cameFrom(request);
  const key = form.get("wave") ?? (await keyOf(desk, from, code));
  const wave = key === null ? null : await desk.wave(key);
  if (wave === null) return say(request, response, "unknown", null);
  const isKept = wave.mode === "confidential";
  const to = isKept ? (form.get("to") ?? "send") : "send";
  const parts = partsIn({ wave });
  const part = Math.min(Math.max(0, Number(form.get("part")) || 0), parts.length - 1);
  const { answers, draft } = readGiven(form, parts[part]?.placed ?? [], isKept);
  if (draft.amiss.length > 0 && to !== "save") {
    const around = wordsFor(request, wave);
    const page = { ...around, wave, draft, part, timeZone: desk.timeZone };
    return sendPage(response, 422, questionsPage(page));
  }
  const outcome = await desk.handIn(from, { code, answers, complete: to === "send" });
  const isOurs = outcome === "already" && form.get("again") === "1";
  if (outcome === "accepted" || isOurs) {
    if (to === "save") response.writeHead(204).end();
    else {
      const location = onward(to, wave, part, namedLanguage(request));
      // Without a body: in the opening minute these are most of what is sent.
      response.writeHead(303, { location, "content-length": "0" }).end();
    }
  } else if (to === "save") response.status(409).end();
  else say(request, response, outcome ?? "slower", wave);
}

function onward(to: string, wave: AskedWave, part: number, language: string | null): string {
  const lang = language === null ? {} : { lang: language };
  const search = (fields: Readonly<Record<string, string>>) =>
    `?${new URLSearchParams({ ...fields, ...lang })}`;
  if (to === "next") return search({ part: String(part + 1) });
  if (to === "back") return search({ part: String(part - 1), back: "1" });
  if (to === "pause") return `/a/paused${search({ wave: wave.key })}`;
  return `/a/thanks${search({ wave: wave.key })}`;
}

/** The part an address names; past those of which nothing is asked after the answers so far. */
function partAsked(query: Request["query"], wave: AskedWave, draft: Draft): number {
  const last = partsIn({ wave }).length - 1;
  const step = query.back === "1" ? -1 : 1;
  let part = Math.min(Math.max(0, Math.trunc(Number(query.part)) || 0), last);
  while (part + step >= 0 && part + step <= last) {
    if (askedIn({ wave, draft, part }).placed.length > 0) break;
    part += step;
  }
  return part;
}

function say(
  request: Request,
  response: Response,
  why: keyof typeof statuses | "accepted",
  wave: AskedWave | null,
): void {
  const state = why === "accepted" ? "already" : why;
  const around = wordsFor(request, wave);
  sendPage(response, statuses[state], saidPage(around, around.words[state]));
}

async function waveOf(desk: Desk, standing: Standing | null): Promise<AskedWave | null> {
  return standing !== null && "wave" in standing ? desk.wave(standing.wave) : null;
}

async function keyOf(
  desk: Desk,
  address: string | undefined,
  code: string,
): Promise<string | null> {
  const standing = await desk.standing(address, code);
  return standing !== null && "wave" in standing ? standing.wave : null;
}

function wordsFor(request: Request, wave: AskedWave | null) {
  return languagesOf(
    wave,
    namedLanguage(request),
    request.headers["accept-language"] ?? null,
    (code) => addressIn(request, code),
  );
}
