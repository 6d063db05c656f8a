import { sql } from "kysely";
import { expect } from "vitest";
import type { Db } from "#db/client.server.ts";
import { resumeAnswers } from "#db/records/resume-answers.ts";
import { closeWave } from "#jobs/waves.ts";
import { asked } from "#tests/support/ask-wave.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";

async function submit(db: Db, code: string, answers: object, complete = true): Promise<string> {
  const { rows } = await sql<{ said: string }>`
    select intake.submit(${code}, ${JSON.stringify(answers)}::jsonb, ${complete}) as said`.execute(
    db,
  );
  return rows[0]?.said ?? "";
}

async function kept(owner: Db): Promise<unknown> {
  const { rows } = await sql`select answers, states, complete from intake.response`.execute(owner);
  return rows;
}

test("answers that come a few at a time are one answer: what is not mentioned stays, null takes back", async ({
  database,
  owner,
  worker,
  web,
}) => {
  const [code = ""] = await asked({ database, owner, worker });
  expect(await submit(web, code, { 1: 4, 2: 9 }, false)).toBe("accepted");
  // By a network, through the worker.
  expect(await submit(worker, code, { 3: 1, 2: null }, false)).toBe("accepted");
  expect(await submit(web, code, { 1: "declined" }, false)).toBe("accepted");
  expect(await resumeAnswers(web, code)).toEqual({
    state: "open",
    wave: "october",
    answers: { 3: 1 },
    declined: [1],
    comments: [],
    again: false,
  });
  expect(await submit(web, code, { 2: 7 })).toBe("accepted");
  expect(await kept(owner)).toEqual([
    {
      answers: [null, 7, 1, null, null, null, null],
      states: [2, 1, 1, 3, 3, 3, 3],
      complete: true,
    },
  ]);
  expect(await submit(web, code, { 2: 1 }, false)).toBe("already");
});

test("where the latest answer counts it may be changed until the close, and never becomes unfinished", async ({
  database,
  owner,
  worker,
  web,
}) => {
  const [code = ""] = await asked({ database, owner, worker }, { answerRule: "latest" });
  expect(await submit(web, code, { 1: 4 })).toBe("accepted");
  expect(await submit(web, code, { 1: 2 }, false)).toBe("accepted");
  expect(await resumeAnswers(web, code)).toMatchObject({ answers: { 1: 2 }, again: true });
  expect(await kept(owner)).toMatchObject([{ complete: true }]);
  await closeWave(contextOf(database, worker, "2026-03-20T17:00:00Z"), { wave: "october" });
  expect(await submit(web, code, { 1: 1 })).toBe("closed");
});

test("of an anonymous wave the first answer is final, whatever the rule says", async ({
  database,
  owner,
  worker,
  web,
}) => {
  const made = { answerRule: "latest", mode: "anonymous" } as const;
  const [code = ""] = await asked({ database, owner, worker }, made);
  expect(await submit(web, code, { 1: 4 })).toBe("accepted");
  expect(await submit(web, code, { 1: 2 })).toBe("already");
  expect(await resumeAnswers(web, code)).toEqual({ state: "already", wave: "october" });
});

test("a choice is one of its options, several are a bit each, an order names each once", async ({
  database,
  owner,
  worker,
  web,
}) => {
  const [code = ""] = await asked({ database, owner, worker });
  for (const wrong of [{ 3: 3 }, { 5: 8 }, { 5: -1 }, { 6: 64 }, { 6: 5 }, { 6: 4 }, { 6: 21 }]) {
    const [position] = Object.keys(wrong);
    await expect(submit(web, code, wrong, false)).rejects.toThrow(
      `the answer to question ${position} is none of its options`,
    );
  }
  for (const wrong of [{ 3: 1.5 }, { 5: 2.5 }, { 6: 0.5 }, { 2: 11 }]) {
    await expect(submit(web, code, wrong, false)).rejects.toThrow("is outside its scale");
  }
  // Third, then first, then second: 3 1 2 in base four.
  expect(await submit(web, code, { 3: 2, 5: 7, 6: 54 }, false)).toBe("accepted");
});

test("what is asked of some only is kept of those it was asked of", async ({
  database,
  owner,
  worker,
  web,
}) => {
  const [bus = "", foot = "", silent = ""] = await asked({ database, owner, worker });
  expect(await submit(web, bus, { 3: 2, 4: 5 })).toBe("accepted");
  expect(await submit(web, foot, { 3: 1, 4: 5 })).toBe("accepted");
  expect(await submit(web, silent, { 4: 5 })).toBe("accepted");
  const { rows } = await sql`
    select answers[3] as way, answers[4] as bus, states[4] as state from intake.response
    order by 1`.execute(owner);
  expect(rows).toEqual([
    { way: 1, bus: null, state: 3 },
    { way: 2, bus: 5, state: 1 },
    { way: null, bus: null, state: 3 },
  ]);
});

test("a wave closes beside answers that come in, and none is taken after", async ({
  database,
  owner,
  worker,
  web,
}) => {
  const codes = await asked({ database, owner, worker });
  const late = contextOf(database, worker, "2026-03-20T17:00:00Z");
  const [, ...outcomes] = await Promise.all([
    closeWave(late, { wave: "october" }),
    ...codes.flatMap((code) => [submit(web, code, { 1: 4 }), submit(worker, code, { 1: 2 })]),
  ]);
  const { rows } = await sql<{ n: number; late: number }>`
    select (select count(*)::integer from intake.response where complete) as n, late
    from records.wave`.execute(owner);
  const taken = outcomes.filter((said) => said === "accepted").length;
  const refused = outcomes.filter((said) => said === "closed").length;
  expect(rows).toEqual([{ n: taken, late: refused }]);
});
