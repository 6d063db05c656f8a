import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { expect } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import { openWave } from "#jobs/waves.ts";
import { outside } from "#tests/setup/network.ts";
import { serveAnswering, test } from "#tests/support/answering-site.ts";
import { asked, telephone } from "#tests/support/ask-wave.ts";
import { settingsFor } from "#tests/support/command-settings.ts";
import { contextOf } from "#tests/support/context.ts";
import { cutLineTo } from "#tests/support/cut-line.ts";
import { makeCompany } from "#tests/support/make-company.ts";
import { makeQuestions } from "#tests/support/make-questions.ts";
import { barometer } from "#tests/support/processes.ts";

const count = async (owner: Db, table: string) => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from ${sql.raw(table)}`.execute(owner);
  return rows[0]?.n;
};

const body = new URLSearchParams({ wave: "october", part: "1", q3: "1", to: "send" });

for (const javaScriptEnabled of [true, false]) {
  test(`the database goes for ten seconds while somebody sends: kept in their page, and sent once (${javaScriptEnabled ? "with" : "without"} scripts)`, async ({
    database,
    owner,
    worker,
    site,
  }) => {
    const [code = ""] = await asked({ database, owner, worker }, { mode: "anonymous" });
    const line = await cutLineTo(database.url("web"));
    const web = openDatabase(line.url, { max: 3 });
    const { address, close } = await serveAnswering(web);
    const page = await (
      await site.open({ ...telephone, baseURL: address, javaScriptEnabled })
    ).newPage();
    await page.goto(`/a/${code}`);
    await page.locator("label:has([name=q1][value='4'])").click();
    await page.fill("[name=q7]", "Une chose à dire.");
    line.cut();
    setTimeout(() => line.mend(), 10_000);
    await page.getByRole("button", { name: "Envoyer" }).click();
    await page.getByRole("heading", { name: "Vos réponses ne sont pas encore parties" }).waitFor();
    expect(await page.inputValue("[name=q7]")).toBe("Une chose à dire.");
    if (!javaScriptEnabled) {
      await wait(3_000);
      await page.getByRole("button", { name: "Réessayer" }).click();
    }
    await page.getByRole("heading", { name: "Merci" }).waitFor({ timeout: 30_000 });
    expect(await count(owner, "intake.answer_box")).toBe(1);
    expect(await count(owner, "intake.comment")).toBe(1);
    await close();
    await web.destroy();
  });
}

test("an answer whose acknowledgement was lost on the way is taken once, and thanked for", async ({
  database,
  owner,
  worker,
}) => {
  const [one = "", two = ""] = await asked({ database, owner, worker });
  const line = await cutLineTo(database.url("web"));
  const web = openDatabase(line.url, { max: 1 });
  const { address, close } = await serveAnswering(web);
  const send = (code: string) =>
    fetch(`${address}/a/${code}`, { method: "POST", body, redirect: "manual" });
  expect((await send(one)).headers.get("location")).toMatch(/^\/a\/thanks/);
  line.loseNextAnswer();
  expect((await send(two)).headers.get("location")).toMatch(/^\/a\/thanks/);
  expect(await count(owner, "intake.response")).toBe(2);
  // Whoever comes back with a code that was used is told so, not thanked again.
  expect((await send(two)).status).toBe(200);
  await close();
  await web.destroy();
});

test("sixteen at once with one code, by every way there is, are one answer", async ({
  database,
  owner,
  worker,
  site,
}) => {
  for (const mode of ["confidential", "anonymous"] as const) {
    if (mode === "confidential") await makeCompany(owner, { lyon: { people: 3 } });
    await makeQuestions(owner, { key: mode, mode });
    const context = contextOf(database, worker, "2026-03-02T08:00:00Z");
    const [one] = await openWave(context, { wave: mode });
    const code = one?.code ?? "";
    const fields = { wave: mode, part: "0", q1: "4", to: "send" };
    const outcomes = await Promise.all(
      Array.from({ length: 16 }, async (_, index) => {
        if (index % 4 === 0) {
          const { rows } = await sql<{ said: string }>`
            select intake.submit(${code}, '{"1": 2}') as said`.execute(worker);
          return rows[0]?.said;
        }
        const isKiosk = index % 4 === 1;
        const answer = await fetch(`${site.address}${isKiosk ? "/kiosk/answers" : `/a/${code}`}`, {
          method: "POST",
          body: new URLSearchParams({ ...fields, code }),
          redirect: "manual",
        });
        if (isKiosk) return (await answer.json()).state;
        return answer.status === 303 ? "accepted" : "already";
      }),
    );
    expect([mode, outcomes.toSorted()]).toEqual([
      mode,
      ["accepted", ...Array.from({ length: 15 }, () => "already")],
    ]);
  }
  expect(await count(owner, "intake.response")).toBe(1);
  expect(await count(owner, "intake.answer_box")).toBe(1);
});

test("the pages are killed while answers come in: every one that was acknowledged is there once", async ({
  database,
  owner,
  worker,
}) => {
  outside.close();
  await makeCompany(owner, { lyon: { people: 600 } });
  await makeQuestions(owner, { key: "october", mode: "anonymous" });
  const context = contextOf(database, worker, "2026-03-02T08:00:00Z");
  const codes = (await openWave(context, { wave: "october" })).map(({ code }) => code);
  const settings = { ...settingsFor(database), PORT: "0" };
  const start = async () => {
    const running = barometer(["web"], settings);
    const [, address = ""] = await running.says(/Listening on (http:\S+)/);
    return { running, address };
  };
  const first = await start();
  const acknowledged = new Set<string>();
  const send = async (address: string, code: string) => {
    const answer = await fetch(`${address}/a/${code}`, {
      method: "POST",
      body: new URLSearchParams({ wave: "october", q1: "4" }),
      redirect: "manual",
    }).catch(() => null);
    if (answer === null) return "lost";
    if (answer.status === 303) acknowledged.add(code);
    return answer.status === 303 ? "accepted" : "already";
  };
  const sent = codes.map((code, index) =>
    wait(Math.floor(index / 4)).then(() => send(first.address, code)),
  );
  while (acknowledged.size < 100) await wait(2);
  first.running.signal("SIGKILL");
  const outcomes = await Promise.all(sent);
  const lost = codes.filter((_, index) => outcomes[index] === "lost");
  expect(lost.length).toBeGreaterThan(0);
  const marks = async () => {
    const { rows } = await sql<{ hash: string }>`
      select encode(invitation_hash, 'hex') as hash from intake.answer_mark`.execute(owner);
    return new Set(rows.map(({ hash }) => hash));
  };
  const { rows: hashes } = await sql<{ code: string; hash: string }>`
    select code, encode(intake.invitation_hash(code), 'hex') as hash
    from unnest(${[...acknowledged]}::text[]) as code`.execute(owner);
  const there = await marks();
  expect(hashes.filter(({ hash }) => !there.has(hash))).toEqual([]);
  // Whoever was not answered sends again, and nobody is there twice.
  const second = await start();
  await Promise.all(lost.map((code) => send(second.address, code)));
  expect((await marks()).size).toBe(codes.length);
  expect(await count(owner, "intake.answer_box")).toBe(codes.length);
});
