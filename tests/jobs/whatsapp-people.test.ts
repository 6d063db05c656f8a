import { sql } from "kysely";
import { expect } from "vitest";
import type { CanonicalRecord } from "#app/model/canonical.ts";
import { readConsent } from "#db/intake/deliveries/consents.ts";
import { keepMessages } from "#db/intake/deliveries.ts";
import type { Context } from "#jobs/context.ts";
import { drain } from "#jobs/receiver/drain.ts";
import { contextOf } from "#tests/support/context.ts";
import { type Handles, test as withDatabase } from "#tests/support/database.ts";
import { connectWhatsapp } from "#tests/support/whatsapp-shop.ts";

const NOW = "2026-11-09T02:10:00Z";

/** What is told, message by message and in this order, and who did what in the end. */
async function openPlace({ database, worker }: Pick<Handles, "database" | "worker">) {
  const context = contextOf(database, worker, NOW);
  const id = await connectWhatsapp(context);
  let messages = 0;
  const tell = async (...records: readonly CanonicalRecord[]) => {
    messages += 1;
    const message = { id: `message ${messages}`, records };
    await keepMessages(worker, context.keys.directory, id, [message], context.now);
    await drain(context, { id, key: "whatsapp" });
  };
  return { context, id, tell, who: () => whoDid(context) };
}

const test = withDatabase.extend<{ place: Awaited<ReturnType<typeof openPlace>> }>({
  place: async ({ database, worker }: Handles, use) => use(await openPlace({ database, worker })),
});

const alias = (formerly: string, member: string) => ({ type: "alias", formerly, member }) as const;
const did = (member: string, id: string, at = "2026-11-08T10:00:00Z") => {
  const nowhere = { group: null, root: null, target: null, withdrawnAt: null };
  return {
    type: "activity",
    id,
    verb: "message",
    member,
    isQuestion: false,
    at,
    ...nowhere,
  } as const;
};
const said = (member: string, given: boolean, at: string) =>
  ({ type: "consent", id: `${member} ${at}`, member, given, at }) as const;

test("what somebody did before their id changed stays theirs, and late word of it finds them", async ({
  place,
}) => {
  await place.tell(did("FR.1", "a"));
  await place.tell(alias("FR.1", "FR.2"), did("FR.2", "b"));
  await place.tell(did("FR.1", "c"));
  await place.tell(alias("FR.1", "FR.2"));
  expect(await place.who()).toEqual({ "FR.2": ["a", "b", "c"] });
  await place.tell(alias("FR.2", "FR.3"), did("FR.1", "d"));
  expect(await place.who()).toEqual({ "FR.3": ["a", "b", "c", "d"] });
});

test("word of the new id that comes before the change makes one person of the two in the end", async ({
  place,
}) => {
  await place.tell(did("FR.1", "a"), said("FR.1", false, "2026-11-08T09:00:00Z"));
  await place.tell(did("FR.2", "b"), said("FR.2", true, "2026-11-08T11:00:00Z"));
  await place.tell(alias("FR.1", "FR.2"));
  expect(await place.who()).toEqual({ "FR.2": ["a", "b"] });
  expect(await consents(place)).toEqual([true, true]);
  const { rows } = await sql`select from counts.touched_week where week = '2026-11-02'`.execute(
    place.context.db,
  );
  expect(rows.length).toBe(1);
});

test("a STOP said under the former id holds under the new one, also when it comes late", async ({
  place,
}) => {
  await place.tell(said("FR.1", false, "2026-11-08T09:00:00Z"));
  await place.tell(did("FR.1", "a"));
  await place.tell(alias("FR.1", "FR.2"));
  expect(await consents(place)).toEqual([false, false]);
  await place.tell(said("FR.2", true, "2026-11-08T10:00:00Z"));
  await place.tell(said("FR.1", false, "2026-11-08T11:00:00Z"));
  expect(await consents(place)).toEqual([false, false]);
});

test("changes told in the wrong order come to the same", async ({ place }) => {
  await place.tell(did("FR.1", "a"));
  await place.tell(alias("FR.2", "FR.3"), did("FR.3", "c"));
  await place.tell(alias("FR.1", "FR.2"));
  await place.tell(did("FR.2", "b"));
  expect(await place.who()).toEqual({ "FR.3": ["a", "b", "c"] });
});

test("who was known by a number alone is the same person once a user id comes with it", async ({
  place,
}) => {
  await place.tell(did("telephone:x", "a"));
  await place.tell(alias("telephone:x", "FR.1"), did("FR.1", "b"));
  await place.tell(did("telephone:x", "c"));
  expect(await place.who()).toEqual({ "FR.1": ["a", "b", "c"] });
});

test("a number that is given to somebody else takes nobody's past along", async ({ place }) => {
  await place.tell(alias("telephone:x", "FR.1"), did("FR.1", "a"));
  await place.tell(alias("telephone:x", "FR.9"), did("FR.9", "b"));
  await place.tell(did("telephone:x", "c"));
  expect(await place.who()).toEqual({ "FR.1": ["a"], "FR.9": ["b", "c"] });
});

test("what a hand linked stays linked when two accounts become one", async ({ place, owner }) => {
  const { db } = place.context;
  await place.tell(did("FR.1", "a"));
  await place.tell(did("FR.2", "b"));
  await sql`
    with import as (
      insert into intake.import (kind, source, state) values ('people', 'test', 'kept') returning id
    ), person as (
      insert into intake.person (key, import_id) select '\\x01', id from import returning id
    )
    insert into intake.account_link (account_id, person_id, matched_by, valid, import_id)
    select a.id, person.id, 'hand', daterange(null, null), import.id
    from intake.account a, person, import where a.external_id = 'FR.2'`.execute(owner);
  await place.tell(alias("FR.1", "FR.2"));
  const { rows } = await sql`
    select a.external_id as id, l.matched_by as by from intake.account_link l
    join intake.account a on a.id = l.account_id`.execute(db);
  expect(rows).toEqual([{ id: "FR.2", by: "hand" }]);
});

test("two people who are known apart stay two when a number goes from one to the other", async ({
  place,
  owner,
}) => {
  await place.tell(did("telephone:x", "a"));
  await place.tell(did("FR.9", "b"));
  await sql`
    with import as (
      insert into intake.import (kind, source, state) values ('people', 'test', 'kept') returning id
    ), person as (
      insert into intake.person (key, import_id)
      select key, id from import, unnest(array['\\x01', '\\x02']::bytea[]) as key returning id, key
    )
    insert into intake.account_link (account_id, person_id, matched_by, valid, import_id)
    select a.id, person.id, 'number', daterange(null, null), import.id
    from person join intake.account a
      on a.external_id = case when person.key = '\\x01' then 'telephone:x' else 'FR.9' end, import`.execute(
    owner,
  );
  await place.tell(alias("telephone:x", "FR.9"), did("FR.9", "c"));
  await place.tell(alias("telephone:x", "FR.9"), did("telephone:x", "d"));
  expect(await place.who()).toEqual({ "telephone:x": ["a"], "FR.9": ["b", "c", "d"] });
});

async function consents({ context, id }: { context: Context; id: number }) {
  return [await readConsent(context.db, id, "FR.1"), await readConsent(context.db, id, "FR.2")];
}

/** The acts of each account, by their ids: hashes are looked up among the letters. */
async function whoDid({ db }: Context): Promise<Readonly<Record<string, readonly string[]>>> {
  const { rows } = await sql<{ who: string; acts: string[] }>`
    select w.external_id as who, array_agg(letter order by letter) as acts
    from intake.activity a join intake.account w on w.id = a.account_id,
      unnest(array['a', 'b', 'c', 'd']) as letter
    where a.external_hash = hashtextextended(a.connection_id || ':' || letter, 0)
    group by 1`.execute(db);
  return Object.fromEntries(rows.map(({ who, acts }) => [who, acts]));
}
