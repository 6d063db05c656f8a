import { sql } from "kysely";
import { expect } from "vitest";
import { pseudonym } from "#app/privacy/pseudonym.server.ts";
import { letterAddress, openLetter, sealLetter } from "#app/privacy/sealed-letter.server.ts";
import type { Db } from "#db/client.server.ts";
import { askLink, listLinkedByHand, listUnmatched } from "#db/records/accounts.ts";
import { readLetterAddress } from "#db/records/letter-address.ts";
import type { Context } from "#jobs/context.ts";
import { linkFromFile, listUnmatched as listForTerminal } from "#jobs/link-accounts.ts";
import { matchAccountsNow } from "#jobs/steps/match-accounts.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { fileOf } from "#tests/support/files.ts";
import { takePeople } from "#tests/support/import-people.ts";

const staff = [
  "matricule,email,telephone,equipe",
  "100,ada@example.org,+33612345678,Quai",
  "200,bruno@example.org,+33600000002,Quai",
  "300,chloe@example.org,+33600000002,Quai",
];
const mapping = {
  number: "matricule",
  email: "email",
  telephone: "telephone",
  unit: { path: ["equipe"] },
};

test("an account is linked by HR number before address, and by address before telephone", async ({
  database,
  worker,
  owner,
}) => {
  const context = contextOf(database, worker, "2026-11-10T03:00:00Z");
  await takePeople(context, "2026-11-01", staff, mapping);
  await account(owner, context, "by-number", { number: "100", email: "bruno@example.org" });
  await account(owner, context, "by-address", {
    email: "ADA@example.org",
    telephone: "+33600000099",
  });
  await account(owner, context, "by-telephone", { telephone: "+33612345678" });

  await matchAccountsNow(context);

  expect(await linksOf(owner)).toEqual([
    { account: "by-address", person: "100", by: "email" },
    { account: "by-number", person: "100", by: "number" },
    { account: "by-telephone", person: "100", by: "telephone" },
  ]);
});

test("a telephone two people share is nobody's, and the page says so", async ({
  database,
  worker,
  owner,
  steward,
}) => {
  const context = contextOf(database, worker, "2026-11-10T03:00:00Z");
  await takePeople(context, "2026-11-01", staff, mapping);
  await account(owner, context, "shared", { telephone: "+33600000002" });
  await account(owner, context, "unknown", { email: "nobody@example.org" });
  await account(owner, context, "bare", {});

  await matchAccountsNow(context);

  expect(await linksOf(owner)).toEqual([]);
  const unmatched = await listUnmatched(steward, "admin@example.org", {
    connection: "chat",
    after: 0,
    most: 10,
  });
  expect(unmatched.map(({ externalId, reason }) => [externalId, reason])).toEqual([
    ["shared", "several"],
    ["unknown", "nobody"],
    ["bare", "nothing"],
  ]);
});

test("a telephone that changes hands takes nothing of what was done before along", async ({
  database,
  worker,
  owner,
}) => {
  const context = contextOf(database, worker, "2026-11-10T03:00:00Z");
  await takePeople(context, "2026-11-01", staff, mapping);
  await account(owner, context, "ada's", { telephone: "+33612345678" });
  await matchAccountsNow(context);

  const handedOver = [
    staff[0] ?? "",
    "100,ada@example.org,,Quai",
    "200,bruno@example.org,+33612345678,Quai",
  ];
  const later = { ...context, now: new Date("2026-11-20T03:00:00Z") };
  await takePeople(later, "2026-11-20", handedOver, mapping);
  await matchAccountsNow(later);
  const whose = [
    { person: "100", valid: "(,2026-11-20)" },
    { person: "200", valid: "[2026-11-20,)" },
  ];
  expect(await historyOf(owner)).toEqual(whose);
  // Nor does it the next night, when nothing has changed.
  const { changed } = await matchAccountsNow({ ...later, now: new Date("2026-11-21T03:00:00Z") });
  expect(changed).toBe(0);
  expect(await historyOf(owner)).toEqual(whose);
});

test("a telephone that comes to be shared is nobody's from then on, and the past stays", async ({
  database,
  worker,
  owner,
}) => {
  const context = contextOf(database, worker, "2026-11-10T03:00:00Z");
  await takePeople(context, "2026-11-01", staff, mapping);
  await account(owner, context, "ada's", { telephone: "+33612345678" });
  await matchAccountsNow(context);
  const shared = [...staff.slice(0, 2), "200,bruno@example.org,+33612345678,Quai"];
  for (const day of ["2026-11-20", "2026-11-21"]) {
    const night = { ...context, now: new Date(`${day}T03:00:00Z`) };
    await takePeople(night, day, shared, mapping);
    await matchAccountsNow(night);
    expect(await historyOf(owner)).toEqual([{ person: "100", valid: "(,2026-11-20)" }]);
  }
});

test("a letter nobody can open names nobody, and keeps no other waiting", async ({
  database,
  worker,
  owner,
  steward,
}) => {
  const context = contextOf(database, worker, "2026-11-10T03:00:00Z");
  await takePeople(context, "2026-11-01", staff, mapping);
  const spoilt = await account(owner, context, "spoilt", {});
  const fine = await account(owner, context, "fine", {});
  const actor = "admin@example.org";
  const number = sealLetter(letterAddress(context.keys.directory), "100");
  await askLink(steward, actor, { account: spoilt, number: Buffer.from("no letter at all") });
  await askLink(steward, actor, { account: fine, number });
  await matchAccountsNow(context);
  expect(await linksOf(owner)).toEqual([{ account: "fine", person: "100", by: "hand" }]);
});

test("another way to write an address counts only where the address itself is nobody's", async ({
  database,
  worker,
  owner,
}) => {
  const context = contextOf(database, worker, "2026-11-10T03:00:00Z");
  await takePeople(context, "2026-11-01", staff, mapping);
  const id = await account(owner, context, "tagged", { email: "bruno@example.org" });
  await address(owner, context, id, "ada@example.org", true);

  await matchAccountsNow(context);

  expect(await linksOf(owner)).toEqual([{ account: "tagged", person: "200", by: "email" }]);
});

test("a link made by hand is remembered night after night, and can be undone", async ({
  database,
  worker,
  owner,
  steward,
  web,
}) => {
  const context = contextOf(database, worker, "2026-11-10T03:00:00Z");
  await takePeople(context, "2026-11-01", staff, mapping);
  const id = await account(owner, context, "by-hand", { email: "nobody@example.org" });
  const letterBox = await readLetterAddress(web);
  if (letterBox === null) throw new Error("no night has said where letters go");

  await askLink(steward, "admin@example.org", {
    account: id,
    number: sealLetter(letterBox, "200"),
  });
  await matchAccountsNow(context);
  await matchAccountsNow({ ...context, now: new Date("2026-11-11T03:00:00Z") });
  expect(await linksOf(owner)).toEqual([{ account: "by-hand", person: "200", by: "hand" }]);
  expect(await listLinkedByHand(steward, "admin@example.org")).toMatchObject([
    { externalId: "by-hand" },
  ]);

  await askLink(steward, "admin@example.org", { account: id, number: null });
  await matchAccountsNow(context);
  expect(await linksOf(owner)).toEqual([]);
});

test("an HR number waits sealed, and is gone once it was used", async ({
  database,
  worker,
  owner,
  steward,
}) => {
  const context = contextOf(database, worker, "2026-11-10T03:00:00Z");
  await takePeople(context, "2026-11-01", staff, mapping);
  const id = await account(owner, context, "x", {});
  const box = letterAddress(context.keys.directory);
  await askLink(steward, "admin@example.org", { account: id, number: sealLetter(box, "999") });
  const waiting = await owner.selectFrom("intake.linkRequest").selectAll().execute();
  expect(waiting[0]?.number?.includes("999")).toBe(false);

  await matchAccountsNow(context);

  const done = await owner.selectFrom("intake.linkRequest").selectAll().execute();
  expect(done).toMatchObject([{ outcome: "nobody", number: null, askedBy: "admin@example.org" }]);
  await expect(steward.selectFrom("intake.linkRequest").selectAll().execute()).rejects.toThrow(
    "permission denied",
  );
  await expect(steward.selectFrom("intake.account").selectAll().execute()).rejects.toThrow(
    "permission denied",
  );
});

test("the file of accounts is filled in and taken back; what is wrong in it is told by line", async ({
  database,
  worker,
  owner,
}) => {
  const context = contextOf(database, worker, "2026-11-10T03:00:00Z");
  await takePeople(context, "2026-11-01", staff, mapping);
  await account(owner, context, "one", {});
  await account(owner, context, "two", {});
  const listed: string[] = [];
  for await (const { connection, account: name } of listForTerminal(context, null)) {
    listed.push(`${connection};${name}`);
  }
  expect(listed).toEqual(["chat;one", "chat;two"]);

  const file = fileOf("accounts.csv", [
    "connection;account;reason;address;number",
    "chat;one;nothing;;300",
    "chat;two;nothing;;",
    "chat;two;nothing;;999",
    "chat;three;nothing;;100",
  ]);
  const taken = await linkFromFile(context, file);

  expect(taken).toMatchObject({ linked: 1, empty: 1 });
  expect(taken.refusals.map(({ line, field }) => [line, field]).toSorted()).toEqual([
    [4, "number"],
    [5, "account"],
  ]);
  expect(await linksOf(owner)).toEqual([{ account: "one", person: "300", by: "hand" }]);
});

test("a letter is read by the worker it was sealed for, and by nobody else", () => {
  const [ours, theirs] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const letter = sealLetter(letterAddress(ours), "matricule 7");
  expect(openLetter(ours, letter)).toBe("matricule 7");
  expect(() => openLetter(theirs, letter)).toThrow();
  letter.writeUInt8(letter.readUInt8(letter.length - 1) ^ 1, letter.length - 1);
  expect(() => openLetter(ours, letter)).toThrow();
});

interface Known {
  readonly number?: string;
  readonly email?: string;
  readonly telephone?: string;
}

async function account(
  owner: Db,
  context: Context,
  externalId: string,
  { number, email, telephone }: Known,
): Promise<number> {
  const key = (kind: "number" | "telephone", value: string | undefined) =>
    value === undefined ? null : pseudonym(context.keys.pseudonym, kind, value);
  await sql`insert into records.connection (key, network, title) values ('chat', 'mattermost', 'Chat')
    on conflict do nothing`.execute(owner);
  const { rows } = await sql<{ id: number }>`
    insert into intake.account (connection_id, external_id, number_key, telephone_key)
    select id, ${externalId}, ${key("number", number)}, ${key("telephone", telephone)}
    from records.connection where key = 'chat' returning id`.execute(owner);
  const id = rows[0]?.id ?? 0;
  if (email !== undefined) await address(owner, context, id, email, false);
  return id;
}

async function address(
  owner: Db,
  { keys }: Context,
  accountId: number,
  email: string,
  derived: boolean,
): Promise<void> {
  const emailKey = pseudonym(keys.pseudonym, "email", email);
  const seenAt = new Date("2026-11-09T03:00:00Z");
  await owner
    .insertInto("intake.accountAddress")
    .values({ accountId, emailKey, derived, seenAt })
    .execute();
}

/** Who stands behind a pseudonym. */
function numbersByKey(): ReadonlyMap<string, string> {
  const key = Buffer.alloc(32, 1);
  const numbers = ["100", "200", "300"];
  return new Map(
    numbers.map((number) => [pseudonym(key, "number", number).toString("hex"), number]),
  );
}

/** Whose the only account there is was, and when. */
async function historyOf(owner: Db) {
  const numbers = numbersByKey();
  const { rows } = await sql<{ key: Buffer; valid: string }>`
    select p.key, l.valid::text from intake.account_link l join intake.person p on p.id = l.person_id
    where l.retired_by is null order by l.valid`.execute(owner);
  return rows.map(({ key, valid }) => ({ person: numbers.get(key.toString("hex")), valid }));
}

/** Whose each account is, by HR number. */
async function linksOf(owner: Db) {
  const numbers = numbersByKey();
  const { rows } = await sql<{ account: string; key: Buffer; by: string }>`
    select a.external_id as account, p.key, l.matched_by as by
    from intake.account_link l join intake.account a on a.id = l.account_id
    join intake.person p on p.id = l.person_id
    where l.retired_by is null and l.valid @> '2026-11-10'::date order by 1`.execute(owner);
  return rows.map(({ account: name, key: person, by }) => ({
    account: name,
    person: numbers.get(person.toString("hex")),
    by,
  }));
}
