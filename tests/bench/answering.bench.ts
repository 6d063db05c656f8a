import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import express from "express";
import { sql } from "kysely";
import { expect } from "vitest";
import { readForm } from "#app/answering/asking.server.ts";
import type { Questionnaire } from "#app/model/questionnaire.ts";
import { serve } from "#app/server.ts";
import { projectRoot } from "#app/settings.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { openWave } from "#jobs/waves.ts";
import { outside } from "#tests/setup/network.ts";
import { serveAnswering } from "#tests/support/answering-site.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { makeCompany } from "#tests/support/make-company.ts";
import { everyKind, makeQuestions } from "#tests/support/make-questions.ts";
import { temporaryHome } from "#tests/support/processes.ts";

const MINUTE = 60;
const RATE = 500;
/** Answers for each measurement of what is possible at most. */
const MANY = 9_000;
const TURNS = 5;

const fiveQuestions: Questionnaire = {
  ...everyKind,
  key: "five",
  sections: [],
  questions: ["one", "two", "three", "four", "five"].map((item) => ({
    item,
    kind: "agreement",
    low: 1,
    high: 5,
    indicator: null,
    wordings: { fr: `Question ${item}`, en: `Question ${item}` },
  })),
};

interface Load {
  readonly perSecond: number;
  readonly median: number;
  readonly p99: number;
  readonly slowest: number;
  readonly outcomes: Readonly<Record<string, number>>;
}

async function load(plan: object): Promise<Load> {
  const file = join(temporaryHome(), "plan.json");
  writeFileSync(file, JSON.stringify(plan));
  const script = join(projectRoot, "tests/bench/answering-load.js");
  const { stdout } = await promisify(execFile)(process.execPath, [script, file]);
  return JSON.parse(stdout);
}

test("the opening minute of a wave: 500 a second, none lost, and half as fast as a bare INSERT at least", async ({
  database,
  owner,
  worker,
}) => {
  // What watches over the network in tests takes its time for each request.
  outside.close();
  await makeCompany(owner, { lyon: { people: RATE * MINUTE + MANY } });
  for (const mode of ["confidential", "anonymous"] as const) {
    await makeQuestions(owner, { key: mode, mode, questionnaire: fiveQuestions });
  }
  await sql`create table public.bare (answers text not null)`.execute(owner);
  await sql`grant insert on public.bare to barometer_web`.execute(owner);
  const context = contextOf(database, worker, "2026-03-02T08:00:00Z");
  const codes = {
    confidential: (await openWave(context, { wave: "confidential" })).map(({ code }) => code),
    anonymous: (await openWave(context, { wave: "anonymous" })).map(({ code }) => code),
  };
  await sql`analyze`.execute(owner);
  const web = openDatabase(database.url("web"), { max: 10 });
  const { app, close: closeOwn } = await serveAnswering(web);
  const beside = express();
  beside.post("/bare", async (request, response) => {
    const form = await readForm(request);
    await sql`insert into public.bare values (${String(form)})`.execute(web);
    response.redirect(303, "/a/thanks");
  });
  beside.use(app);
  const { address, close } = await serve(beside, { host: "127.0.0.1", port: 0 });
  const bodyFor = (wave: string) => `wave=${wave}&part=0&q1=4&q2=5&q3=3&q4=no&q5=2&to=send`;

  // By turns, so that whatever else the machine does weighs on each alike.
  const rates: Record<string, number[]> = { bare: [], confidential: [], anonymous: [] };
  const measure = async (name: keyof typeof rates, paths: readonly string[], body: string) => {
    const result = await load({ address, paths, body, lanes: 64, perSecond: null });
    expect(result.outcomes).toEqual({ "303 /a/thanks": paths.length });
    rates[name]?.push(result.perSecond);
  };
  for (let turn = 0; turn < TURNS; turn += 1) {
    const some = <Item>(items: readonly Item[]) =>
      items.slice(-MANY).slice((turn * MANY) / TURNS, ((turn + 1) * MANY) / TURNS);
    const bare = some(codes.confidential).map(() => "/bare");
    await measure("bare", bare, bodyFor("confidential"));
    for (const mode of ["confidential", "anonymous"] as const) {
      const paths = some(codes[mode]).map((code) => `/a/${code}`);
      await measure(mode, paths, bodyFor(mode));
    }
  }
  const middle = (name: keyof typeof rates) =>
    (rates[name] ?? []).toSorted((a, b) => a - b)[Math.floor(TURNS / 2)] ?? 0;
  console.log(`answers a second: ${JSON.stringify(rates)}`);
  for (const mode of ["confidential", "anonymous"] as const) {
    const ratio = middle(mode) / middle("bare");
    console.log(`${mode}: ${Math.round(100 * ratio)} % of a bare INSERT`);
    expect.soft(ratio).toBeGreaterThan(0.5);
  }

  const minute = codes.confidential.slice(0, RATE * MINUTE).map((code) => `/a/${code}`);
  const result = await load({
    address,
    paths: minute,
    body: bodyFor("confidential"),
    lanes: 256,
    perSecond: RATE,
  });
  console.log(`a minute: ${JSON.stringify(result)}`);
  expect(result.outcomes).toEqual({ "303 /a/thanks": minute.length });
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from intake.response where complete`.execute(owner);
  expect(rows).toEqual([{ n: minute.length + MANY }]);
  await close();
  await closeOwn();
  await web.destroy();
});

test("bytes of a respondent's page, all told", async ({ database, owner, worker, web }) => {
  outside.close();
  await makeCompany(owner, { lyon: { people: 2 } });
  const long: Questionnaire = {
    ...everyKind,
    key: "long",
    questions: Array.from({ length: 50 }, (_, index) => ({
      item: `long-${index}`,
      kind: "agreement",
      low: 1,
      high: 5,
      indicator: null,
      wordings: { fr: `Énoncé numéro ${index}, avec des mots qui changent : ${Math.sin(index)}` },
    })),
    sections: [],
  };
  const context = contextOf(database, worker, "2026-03-02T08:00:00Z");
  const { address, close } = await serveAnswering(web);
  for (const [key, questionnaire] of Object.entries({
    five: fiveQuestions,
    every: everyKind,
    long,
  })) {
    await makeQuestions(owner, { key, mode: "anonymous", questionnaire });
    const [one] = await openWave(context, { wave: key });
    const answer = await fetch(`${address}/a/${one?.code}`, {
      headers: { "accept-encoding": "gzip" },
    });
    const html = await answer.text();
    const headers = [...answer.headers].reduce(
      (sum, [name, value]) => sum + name.length + value.length + 4,
      0,
    );
    const bytes = gzipSync(html).length + headers;
    console.log(
      `${key}: ${html.length} characters, ${bytes} bytes over the wire with ${headers} of headers`,
    );
    expect(answer.headers.get("content-encoding")).toBe("gzip");
    // Nothing else is asked for: the style is inside, and the mark of the tab is empty.
    expect(html).not.toMatch(/<link(?! rel="icon" href="data:)|<script[^>]* src=|<img|url\(/);
    expect(bytes).toBeLessThan(20_000);
  }
  await close();
});
