import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { expect } from "vitest";
import { type ChatCompanySettings, openChatCompany } from "#tests/support/chat-company.ts";
import { ada, bob, secrets, startTelegram } from "#tests/support/chat-vendors.ts";
import { test } from "#tests/support/database.ts";

const telegram: ChatCompanySettings = {
  network: "telegram",
  start: startTelegram,
  settings: ({ url }) => ({ ...secrets.telegram, url, writes: "yes" }),
  accounts: [ada.telegram, bob.telegram],
};

/** Older than anything the company is answered. */
const before = new Date("2026-11-01T00:00:00Z");

test("an answer the keys do not open is left aside, and those after it are taken", async ({
  database,
  owner,
  worker,
  web,
}) => {
  const { chat, connectionId, invite, turn, stored, lines } = await openChatCompany(
    { database, owner, worker, web },
    telegram,
  );
  await invite();
  await owner
    .insertInto("intake.inboundAnswer")
    .values({ connectionId, answer: randomBytes(32), value: randomBytes(90), receivedAt: before })
    .execute();
  await chat.tap(bob.telegram, "Plutôt d’accord");
  await turn();
  expect(await stored()).toEqual([{ complete: false, answers: [4, null, null, null] }]);
  expect(lines.join("\n")).toContain("1 illegible");
  const said = lines.length;
  await turn();
  expect(lines.length).toBe(said);
});

test("an answer that cannot be stored is tried again, and keeps nobody else waiting", async ({
  database,
  owner,
  worker,
  web,
}) => {
  const { chat, invite, turn, stored, lines } = await openChatCompany(
    { database, owner, worker, web },
    telegram,
  );
  await invite();
  await sql`create function public.picky() returns trigger language plpgsql as
    $$ begin
      if new.answers[1] = 1 then raise exception 'not this one'; end if;
      return new;
    end $$`.execute(owner);
  await sql`create trigger picky before insert or update on intake.response
    for each row execute function public.picky()`.execute(owner);
  await chat.tap(ada.telegram, "Pas du tout d’accord");
  await chat.tap(bob.telegram, "Plutôt d’accord");
  await turn();
  expect(await stored()).toEqual([{ complete: false, answers: [4, null, null, null] }]);
  expect(chat.inbox(bob.telegram).at(-1)?.text).toContain("Recommanderiez-vous");
  expect(lines.at(-1)).toBe("Answers in chats: 1 taken, 1 failed");
  await sql`drop function public.picky() cascade`.execute(owner);
  await turn();
  expect(await stored()).toEqual([
    { complete: false, answers: [1, null, null, null] },
    { complete: false, answers: [4, null, null, null] },
  ]);
});

test("a delivery the keys do not open keeps no answer after it waiting", async ({
  database,
  owner,
  worker,
  web,
}) => {
  const { chat, connectionId, invite, turn, stored } = await openChatCompany(
    { database, owner, worker, web },
    telegram,
  );
  await invite();
  await owner
    .insertInto("intake.delivery")
    .values({
      connectionId,
      message: randomBytes(32),
      records: randomBytes(90),
      receivedAt: before,
    })
    .execute();
  await chat.tap(bob.telegram, "Plutôt d’accord");
  await turn();
  expect(await stored()).toEqual([{ complete: false, answers: [4, null, null, null] }]);
  const { rows } = await sql`
    select attempts, records is null as stored from intake.delivery order by id`.execute(owner);
  expect(rows).toEqual([
    { attempts: 5, stored: false },
    { attempts: 0, stored: true },
  ]);
});

test("an account that has passed to somebody else counts for its former owner no more", async ({
  database,
  owner,
  worker,
  web,
}) => {
  const { chat, invite, turn, stored, lines } = await openChatCompany(
    { database, owner, worker, web },
    telegram,
  );
  await invite();
  await sql`
    with passed as (
      update intake.account_link set valid = daterange(null, '2026-01-01') where person_id = 1
      returning account_id
    )
    insert into intake.account_link (account_id, person_id, matched_by, valid, import_id)
    select account_id, 3, 'hand', daterange('2026-01-01', null), 1 from passed`.execute(owner);
  await chat.tap(ada.telegram, "Plutôt d’accord");
  await turn();
  expect(await stored()).toEqual([]);
  expect(lines.join()).toContain("1 foreign");
});
