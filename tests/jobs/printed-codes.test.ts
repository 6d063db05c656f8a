import { sql } from "kysely";
import { encode } from "uqr";
import { expect } from "vitest";
import { pseudonym } from "#app/privacy/pseudonym.server.ts";
import type { Db } from "#db/client.server.ts";
import { openWaves } from "#db/intake/code-sheets.ts";
import { queueLetters } from "#db/intake/dispatch.ts";
import type { Context } from "#jobs/context.ts";
import { printCodes, printTerminal } from "#jobs/print-codes.ts";
import { takeVotes } from "#jobs/take-votes.ts";
import { openWave } from "#jobs/waves.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { makeCompany, makeWave } from "#tests/support/make-company.ts";

const at = "2026-03-02T08:00:00Z";
const publicAddress = "https://barometer.example.org";

async function openedAt(
  owner: Db,
  context: Context,
  mode: "confidential" | "anonymous" = "confidential",
) {
  await makeCompany(owner, {
    quay: { people: 12, site: "lyon" },
    desk: { people: 3, site: "lyon" },
    nice: { people: 11, site: "nice" },
  });
  const key = pseudonym(context.keys.pseudonym, "number", "A0042");
  await owner.updateTable("intake.person").set({ key }).where("id", "=", 20).execute();
  await makeWave(owner, { key: "spring", mode });
  const invitations = await openWave(context, { wave: "spring" });
  const [wave] = await openWaves(context.db);
  if (wave === undefined) throw new Error("the wave did not open");
  const due = { waveId: wave.id, purpose: "invite", dueAt: new Date(at), personIds: null } as const;
  await queueLetters(context.db, due);
  return { wave, codes: invitations.map(({ code }) => code) };
}

const sheetOf = (
  context: Context,
  wave: Awaited<ReturnType<typeof openedAt>>["wave"],
  site = "lyon",
) =>
  printCodes(context, {
    wave,
    site,
    publicAddress,
    languages: ["fr", "ar"],
    everybody: false,
    channels: [],
  });

const typed = (code: string) => code.toUpperCase().replace(/(.{4})(?=.)/g, "$1 ");

test("a site's sheet holds a slip for each of its people, in two languages, and says of none whose it is", async ({
  database,
  owner,
  worker,
}) => {
  const context = contextOf(database, worker, at);
  const { wave, codes } = await openedAt(owner, context);
  const { page = "", slips } = (await sheetOf(context, wave)) ?? {};
  expect(slips).toBe(15);
  const printed = codes.filter((code) => page.includes(typed(code)));
  expect(printed).toEqual(codes.slice(0, 15));
  // In the order of the codes, which is no order of people.
  const order = printed.toSorted((a, b) => page.indexOf(typed(a)) - page.indexOf(typed(b)));
  const team = new Set(codes.slice(0, 12));
  expect(order.filter((code) => team.has(code))).toEqual([...team].toSorted());
  expect(page).toContain("Lyon · Quay");
  // Three people are no group of their own.
  expect(page).not.toContain("Desk");
  expect(page).toContain('dir="rtl"');
  expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
  // Whether somebody has answered does not show: the sheet printed again is the same.
  await sql`select intake.submit(${codes[0]}, '{"1": 4, "2": 3}')`.execute(owner);
  expect((await sheetOf(context, wave))?.page).toBe(page);
  expect(await sheetOf(context, wave, "nowhere")).toBeNull();
});

test("a printed invitation counts as given", async ({ database, owner, worker }) => {
  const context = contextOf(database, worker, at);
  const { wave } = await openedAt(owner, context);
  await sheetOf(context, wave);
  const { rows } = await sql`
    select channel, state, count(*) as letters from intake.dispatch group by 1, 2 order by 2`.execute(
    owner,
  );
  expect(rows).toEqual([
    { channel: "code", state: "sent", letters: 15 },
    { channel: "code", state: "waiting", letters: 11 },
  ]);
});

test("the square of a slip is its page, and a quarter of it may be covered", async ({
  database,
  owner,
  worker,
}) => {
  const context = contextOf(database, worker, at);
  const { wave, codes } = await openedAt(owner, context);
  const { page = "" } = (await sheetOf(context, wave)) ?? {};
  const { data, size } = encode(`${publicAddress}/a/${codes[0]}`, { ecc: "Q", border: 4 });
  const slip = page.split("<article").find((one) => one.includes(typed(codes[0] ?? ""))) ?? "";
  const dark = data.flat().filter(Boolean).length;
  expect(slip).toContain(`viewBox="0 0 ${size * 10} ${size * 10}"`);
  expect(slip.match(/M\d+,\d+h10v10h-10z/g)?.length).toBe(dark);
});

test("the page of a time clock is the same for everybody and needs nothing but HTML", async ({
  database,
  owner,
  worker,
}) => {
  const context = contextOf(database, worker, at);
  const { wave, codes } = await openedAt(owner, context);
  const languages = ["fr", "en"];
  const page = printTerminal(context, { wave, address: `${publicAddress}/a`, languages });
  expect(page).toContain("barometer.example.org/a");
  expect(page).toContain("Votre avis compte");
  expect(page).toContain("Your view counts");
  expect(page).not.toContain("<script");
  expect(codes.some((code) => page.includes(code))).toBe(false);
});

test("votes of a time clock count once each, by code or by number, whatever else stands in the file", async ({
  database,
  owner,
  worker,
}) => {
  const context = contextOf(database, worker, at);
  const { wave, codes } = await openedAt(owner, context);
  const byCode = [
    "Nom;Heure;Code;Q1;stay",
    `Dupont;08:01;${typed(codes[0] ?? "")};4;5`,
    `Martin;08:02;${codes[1]};2;`,
    "Rien;08:03;0000 0000 0000 0000 0000;3;3",
    `Faux;08:04;${codes[2]};9;3`,
    "Vide;08:05;;3;3",
  ].join("\r\n");
  const first = await takeVotes(context, wave, byCode);
  expect(first.outcomes).toEqual({ accepted: 2, unknown: 1, closed: 0, already: 0 });
  expect(first.refusals.map(({ line }) => line).toSorted()).toEqual([5, 6]);
  expect((await takeVotes(context, wave, byCode)).outcomes).toMatchObject({
    accepted: 0,
    already: 2,
  });
  const { rows } = await sql<{ answers: number[] }>`
    select answers from intake.response order by answers`.execute(owner);
  expect(rows).toEqual([{ answers: [2, null] }, { answers: [4, 5] }]);
  const byNumber = "matricule,question,vote\na0042,transparent,3\nA0042,stay,4\nZ9,1,3\n";
  expect((await takeVotes(context, wave, byNumber)).outcomes).toMatchObject({
    accepted: 1,
    unknown: 1,
  });
});

test("an anonymous wave takes no file that says by number who voted what, and takes codes", async ({
  database,
  owner,
  worker,
}) => {
  const context = contextOf(database, worker, at);
  const { wave, codes } = await openedAt(owner, context, "anonymous");
  await expect(takeVotes(context, wave, "number;Q1\nA0042;3\n")).rejects.toThrow(/anonymous/);
  const { outcomes } = await takeVotes(context, wave, `code;Q1\n${codes[0]};3\n`);
  expect(outcomes.accepted).toBe(1);
  await expect(takeVotes(context, wave, "door;Q1\n4;3\n")).rejects.toThrow(/who voted/);
  await expect(takeVotes(context, wave, "code;door\nabc;3\n")).rejects.toThrow(/what was voted/);
});

test("votes with the codes of another wave are not counted there, and replace nothing sent since", async ({
  database,
  owner,
  worker,
}) => {
  const context = contextOf(database, worker, at);
  const { wave, codes } = await openedAt(owner, context);
  await makeWave(owner, { key: "summer" });
  await sql`update records.wave set answer_rule = 'latest' where key = 'summer'`.execute(owner);
  const others = await openWave(context, { wave: "summer" });
  const mixed = `code;Q1\n${codes[0]};4\n${others[0]?.code};5\n`;
  expect((await takeVotes(context, wave, mixed)).outcomes).toMatchObject({
    accepted: 1,
    unknown: 1,
  });
  const stored = () =>
    sql`select answers[1] as first from intake.response order by 1`.execute(owner);
  expect((await stored()).rows).toEqual([{ first: 4 }]);

  const [summer] = await openWaves(context.db);
  if (summer === undefined) throw new Error("the wave did not open");
  const file = `code;Q1\n${others[1]?.code};2\n`;
  expect((await takeVotes(context, summer, file)).outcomes).toMatchObject({ accepted: 1 });
  await sql`select intake.submit(${others[1]?.code}, '{"1": 5}')`.execute(owner);
  expect((await takeVotes(context, summer, file)).outcomes).toMatchObject({ already: 1 });
  expect((await stored()).rows).toEqual([{ first: 4 }, { first: 5 }]);
});

test("a file of votes that is no CSV is refused by its line, and no code in it is repeated", async ({
  database,
  owner,
  worker,
}) => {
  const context = contextOf(database, worker, at);
  const { wave, codes } = await openedAt(owner, context);
  const broken = `code;Q1\n${codes[0]}"1;4\n`;
  const said = await takeVotes(context, wave, broken).then(
    () => "nothing",
    (error: Error) => error.message,
  );
  expect(said).toBe("Line 2 cannot be read: its quotation marks do not fit.");
});
