import { sql } from "kysely";
import { describe, expect, onTestFinished } from "vitest";
import type { CanonicalRecord, MemberRecord } from "#app/model/canonical.ts";
import { decrypt, pseudonym } from "#app/privacy/pseudonym.server.ts";
import type { Db } from "#db/client.server.ts";
import { ensureConnection, findConnection } from "#db/intake/connection.ts";
import { writeAddressWays } from "#db/records/address-ways.ts";
import { type MattermostWorld, serveMattermost } from "#fixtures/mattermost-server.ts";
import type { Context } from "#jobs/context.ts";
import { Findings } from "#jobs/imports/findings.ts";
import { type Reading, storeRecords } from "#jobs/imports/store-records.ts";
import { ingest } from "#jobs/steps/ingest.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { plant, week } from "#tests/support/mattermost-plant.ts";

const token = "plant-token";

describe("what a network no longer tells", () => {
  test("a reaction that was taken back counts as withdrawn, and its week is counted again", async ({
    database,
    worker,
  }) => {
    const context = contextOf(database, worker, "2026-11-09T02:10:00Z");
    await read(context, plant);
    expect(await withdrawn(worker)).toBe(0);
    await sql`delete from counts.touched_week`.execute(worker);

    const later = { ...context, now: new Date("2026-11-09T08:00:00Z") };
    const { message } = await read(later, withoutSomeReactions());
    expect(message).toMatch(/0 new, \d+ withdrawn/);
    const { rows } = await sql<{ verb: number; at: Date; acts: number }>`
      select verb, withdrawn_at as at, count(*) as acts from intake.activity
      where withdrawn_at > '2026-11-09' group by 1, 2`.execute(worker);
    expect(rows).toEqual([{ verb: 3, at: later.now, acts: removed() }]);
    const weeks = await sql`select week::text from counts.touched_week`.execute(worker);
    expect(weeks.rows).toEqual([{ week: "2026-11-02" }]);

    await read({ ...context, now: new Date("2026-11-09T09:00:00Z") }, plant);
    expect(await withdrawn(worker)).toBe(0);
  });

  /** Of `p1`, `p2` and `p3` in one group and `p4` in another, those that are gone afterwards. */
  const acts = [1, 2, 3].map((number) => act(`p${number}`, "g1"));
  const cases: Record<
    string,
    [told: CanonicalRecord[], reading: Partial<Reading>, gone: string[]]
  > = {
    "is withdrawn": [[group("g1"), ...acts.slice(0, 2)], {}, ["p3"]],
    "stays where something was refused": [
      [group("g1"), { type: "refusal", where: "channel 1", reason: "HTTP 403" }],
      {},
      [],
    ],
    "stays in the group that was refused, and nowhere else": [
      [
        group("g1"),
        group("g2"),
        { type: "refusal", where: "channel 1", reason: "HTTP 403", groups: ["g1"] },
      ],
      {},
      ["p4"],
    ],
    "is withdrawn although a setting cannot be understood": [
      [
        group("g1"),
        { type: "refusal", where: "a setting", reason: "write it otherwise", groups: [] },
      ],
      {},
      ["p1", "p2", "p3"],
    ],
    "stays in a group that is not listed any more": [[group("g2")], {}, ["p4"]],
    "stays where nobody says that all of it is told": [[group("g1")], { stands: [] }, []],
    "stays when it is of a kind that is not told": [[group("g1")], { stands: ["react"] }, []],
  };
  test.for(Object.entries(cases))("%s", async ([, [told, reading, gone]], { database, worker }) => {
    const context = contextOf(database, worker, "2026-11-09T02:10:00Z");
    const connectionId = await connect(context);
    const before = [group("g1"), ...acts, group("g2"), act("p4", "g2")];
    await store(context, connectionId, before);
    await store(context, connectionId, told, { stands: ["post"], ...reading });
    const { rows } = await sql<{ n: number; groups: number }>`
      select count(*) as n, count(*) filter (where g.external_id = 'g1') as groups
      from intake.activity a join intake."group" g on g.id = a.group_id
      where withdrawn_at is not null`.execute(worker);
    const inFirst = gone.filter((id) => id !== "p4").length;
    expect(rows).toEqual([{ n: gone.length, groups: inFirst }]);
  });

  test("nobody has left a group whose members were told up to a refusal", async ({
    database,
    worker,
  }) => {
    const context = contextOf(database, worker, "2026-11-09T02:10:00Z");
    const connectionId = await connect(context);
    const inside = (members: readonly string[], id: string): CanonicalRecord[] =>
      members.map((one) => ({ type: "membership", group: id, member: one, joinedAt: null }));
    const whole = { tellsMemberships: true };
    await store(
      context,
      connectionId,
      ["g1", "g2"].flatMap((id) => [group(id), ...inside(["ada", "bo"], id)]),
      whole,
    );
    const cut = {
      type: "refusal",
      where: "channel 1",
      reason: "HTTP 403",
      groups: ["g1"],
    } as const;
    const told = ["g1", "g2"].flatMap((id) => [group(id), ...inside(["ada"], id)]);
    await store(context, connectionId, [...told, cut], whole);
    const { rows } = await sql`
      select g.external_id as "group", a.external_id as member from intake.membership m
      join intake."group" g on g.id = m.group_id join intake.account a on a.id = m.account_id
      where left_at is not null`.execute(worker);
    expect(rows).toEqual([{ group: "g2", member: "bo" }]);
  });
});

describe("an account", () => {
  test("is gone since the day the network says, else since it was first seen so", async ({
    database,
    worker,
  }) => {
    const context = contextOf(database, worker, "2026-11-09T02:10:00Z");
    const connectionId = await connect(context);
    const told = { active: false, endedAt: "2026-10-01T08:00:00Z" };
    await store(context, connectionId, [member("ada", told), member("bo", { active: false })]);
    expect(await dates(worker)).toEqual([
      ["ada", told.endedAt],
      ["bo", "2026-11-09T02:10:00Z"],
    ]);

    const next = { ...context, now: new Date("2026-11-10T02:10:00Z") };
    await store(next, connectionId, [
      member("ada", { active: true }),
      member("bo", { active: false }),
    ]);
    expect(await dates(worker)).toEqual([
      ["ada", null],
      ["bo", "2026-11-09T02:10:00Z"],
    ]);
  });

  test("is known by its telephone, and can be recognised as long as it is nobody's", async ({
    database,
    worker,
  }) => {
    const context = contextOf(database, worker, "2026-11-09T02:10:00Z");
    const connectionId = await connect(context);
    const [telephone, email] = ["+33612345678", "dina@example.org"];
    const all = [
      member("ada", { telephone }),
      member("dina", { email }),
      member("bot", { kind: "bot", email: "bot@example.org" }),
    ];
    await store(context, connectionId, all);
    const accounts = async () =>
      worker
        .selectFrom("intake.account")
        .where("connectionId", "=", connectionId)
        .orderBy("externalId")
        .select(["id", "externalId", "label", "telephoneKey"])
        .execute();
    const [ada, bot, dina] = await accounts();
    const { keys } = context;
    expect(ada?.telephoneKey).toEqual(pseudonym(keys.pseudonym, "telephone", telephone));
    expect(decrypt(keys.directory, ada?.label ?? Buffer.of())).toBe(telephone);
    expect(decrypt(keys.directory, dina?.label ?? Buffer.of())).toBe(email);
    expect(bot?.label).toBeNull();

    // Read again, nothing is written: a label encrypted anew would look like a change every night.
    await store(context, connectionId, all);
    expect(await accounts()).toEqual([ada, bot, dina]);
    await store(context, connectionId, [member("dina", { email: "dina.faure@example.org" })]);
    const label = (await accounts())[2]?.label ?? Buffer.of();
    expect(decrypt(keys.directory, label)).toBe("dina.faure@example.org");
  });

  test("has the other addresses the company takes for the same, as long as it does", async ({
    database,
    worker,
  }) => {
    const context = contextOf(database, worker, "2026-11-09T02:10:00Z");
    const connectionId = await connect(context);
    const ada = member("ada", { email: "ada+chat@example.org" });
    const ways = { plusTags: true, domains: [["example.org", "example.com"]] };
    const addresses = async () => {
      const { rows } = await sql<{ derived: boolean; n: number; moments: number }>`
        select derived, count(*) as n, count(distinct seen_at) as moments
        from intake.account_address group by 1 order by 1`.execute(worker);
      return rows;
    };
    await store(context, connectionId, [ada]);
    await writeAddressWays(worker, ways, "a test");
    await store({ ...context, now: new Date("2026-11-10T02:10:00Z") }, connectionId, [ada]);
    expect(await addresses()).toEqual([
      { derived: false, n: 1, moments: 1 },
      { derived: true, n: 3, moments: 1 },
    ]);
    const { rows } = await sql`select distinct seen_at from intake.account_address`.execute(worker);
    expect(rows).toEqual([{ seenAt: context.now }]);
    await writeAddressWays(worker, { plusTags: false, domains: [] }, "a test");
    await store(context, connectionId, [ada]);
    expect(await addresses()).toEqual([{ derived: false, n: 1, moments: 1 }]);
  });
});

/** Every third reaction of the week is no longer there. */
function withoutSomeReactions(): MattermostWorld {
  return {
    ...plant,
    postsOf: (id) =>
      plant.postsOf(id).map((post) => ({
        ...post,
        reactions: (post.reactions ?? []).filter(({ createdAt }) => !isRemoved(createdAt)),
      })),
  };
}

function isRemoved(createdAt: number): boolean {
  return createdAt >= week.from.getTime() && createdAt < week.to.getTime() && createdAt % 3 === 0;
}

/** Of what was stored: what the bot does is not, nor what happens in the archived channel. */
function removed(): number {
  const bots = new Set(plant.users.filter(({ kind }) => kind === "bot").map(({ id }) => id));
  return plant.channels
    .filter(({ deletedAt }) => deletedAt === undefined)
    .flatMap(({ id }) => plant.postsOf(id).flatMap((post) => post.reactions ?? []))
    .filter(({ createdAt, userId }) => isRemoved(createdAt) && !bots.has(userId)).length;
}

async function read(context: Context, world: MattermostWorld) {
  const server = await serveMattermost(world, { token });
  onTestFinished(() => server.close());
  await ensureConnection(context.db, context.keys.secrets, {
    ...{ key: "mattermost", network: "mattermost", title: "Mattermost", supplies: [] },
    settings: { url: server.url, token },
  });
  const connection = await findConnection(context.db, "mattermost");
  if (connection === null) throw new Error("there is no connection");
  return ingest(context, connection, week);
}

async function withdrawn(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from intake.activity where withdrawn_at > '2026-11-09'`.execute(db);
  return rows[0]?.n ?? 0;
}

function connect({ db, keys }: Context): Promise<number> {
  const chat = { key: "chat", network: "mattermost", title: "Chat", supplies: ["post"] };
  return ensureConnection(db, keys.secrets, chat);
}

function store(
  context: Context,
  connectionId: number,
  records: readonly CanonicalRecord[],
  reading: Partial<Reading> = {},
) {
  return storeRecords(context, {
    ...{ connectionId, source: "chat: night", window: week, refusals: new Findings(), ...reading },
    records: (async function* () {
      yield* records;
    })(),
  });
}

function group(id: string): CanonicalRecord {
  const unknown = { purpose: null, name: null, createdAt: null, archivedAt: null };
  return { type: "group", id, privacy: "closed", ...unknown };
}

function act(id: string, inside: string): CanonicalRecord {
  return {
    ...{ type: "activity", verb: "post", id, member: "m1", group: inside, isQuestion: false },
    ...{ root: null, target: null, at: "2026-11-03T08:00:00.000Z", withdrawnAt: null },
  };
}

function member(id: string, parts: Partial<MemberRecord>): MemberRecord {
  return { type: "member", id, email: null, kind: "person", active: true, ...parts };
}

async function dates(db: Db) {
  const rows = await db
    .selectFrom("intake.account")
    .where("externalId", "in", ["ada", "bo"])
    .orderBy("externalId")
    .select(["externalId", "deactivatedAt"])
    .execute();
  return rows.map(({ externalId, deactivatedAt }) => [
    externalId,
    deactivatedAt?.toISOString().replace(".000", "") ?? null,
  ]);
}
