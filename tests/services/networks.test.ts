import { expect } from "vitest";
import { wordsFor } from "#app/services/around.ts";
import { freshnessOf } from "#app/services/barometer/fresh.ts";
import { readNetworks } from "#app/services/networks.server.ts";
import type { Db } from "#db/client.server.ts";
import { test } from "#tests/support/database.ts";

const around = { language: "fr", timeZone: "Europe/Paris", today: "2026-03-18" } as const;

async function connect(owner: Db, title: string, supplies: readonly string[]): Promise<number> {
  const { id } = await owner
    .insertInto("records.connection")
    .values({ key: title.toLowerCase(), network: "mattermost", title, supplies, beginsOn: null })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

interface MadeStep {
  readonly name: string;
  readonly connectionId?: number;
  readonly state?: "done" | "failed";
  readonly counts?: readonly [read: number, kept: number, refused: number];
  readonly refusals?: readonly { where: string; reason: string; occurrences: number }[];
  readonly message?: string;
}

/** A night whose steps take ten seconds each. */
async function night(owner: Db, day: string, steps: readonly MadeStep[]): Promise<void> {
  const at = (seconds: number) => new Date(Date.parse(`${day}T01:00:00Z`) + seconds * 1000);
  const failed = steps.some(({ state }) => state === "failed");
  const { id } = await owner
    .insertInto("records.night")
    .values({
      startedAt: at(0),
      finishedAt: at(steps.length * 10),
      heartbeatAt: at(0),
      state: failed ? "failed" : "done",
      onlyNetwork: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  for (const [index, step] of steps.entries()) {
    const [read, kept, refused] = step.counts ?? [0, 0, 0];
    await owner
      .insertInto("records.nightStep")
      .values({
        nightId: id,
        position: index + 1,
        name: step.name,
        connectionId: step.connectionId ?? null,
        windowFrom: null,
        windowTo: null,
        read,
        kept,
        refused,
        refusals: JSON.stringify(step.refusals ?? []),
        startedAt: at(index * 10),
        finishedAt: at(index * 10 + 10),
        state: step.state ?? "done",
        message: step.message ?? null,
      })
      .execute();
  }
}

test("before anything is connected the page has no nights and says so", async ({ web }) => {
  const reading = await readNetworks({ ...around, db: web });
  expect(reading).toMatchObject({ connections: [], nights: [], failed: [] });
  expect(reading.sentence).toBe("Aucune nuit n’a encore tourné.");
});

test("a matrix says what each network supplies, one by one or as totals, and what it does not", async ({
  owner,
  web,
}) => {
  await connect(owner, "Chat", ["post", "react"]);
  const declaration = {
    live: {
      each: ["members", "post", "react"],
      totals: ["message"],
      historyDays: 90,
      delayHours: 48,
    },
    files: null,
    webhook: true,
    sent: null,
    people: false,
  } as const;
  await owner
    .insertInto("records.network")
    .values({
      network: "mattermost",
      title: "Mattermost",
      position: 1,
      declaration: JSON.stringify(declaration),
    })
    .execute();
  const { coverage } = await readNetworks({ ...around, db: web });
  expect(coverage.connected).toMatchObject([
    {
      title: "Chat",
      way: "live",
      sends: true,
      historyDays: 90,
      delayHours: 48,
      supplied: { members: "each", groups: null, post: "each", message: "totals", view: null },
    },
  ]);
  expect(coverage.offered.map(({ key }) => key)).toEqual(["mattermost live"]);
});

test("a network of files supplies what its mapping names, and no more is claimed", async ({
  owner,
  web,
}) => {
  await owner
    .insertInto("records.connection")
    .values({
      ...{ key: "badge", network: "file", title: "Badge", fedBy: "files", beginsOn: null },
      supplies: ["message"],
    })
    .execute();
  const { coverage } = await readNetworks({ ...around, db: web });
  expect(coverage.connected[0]?.supplied).toMatchObject({
    members: "each",
    message: "each",
    post: null,
    view: null,
  });
});

test("a network that refuses its token is told in French, with what to do and since when", async ({
  owner,
  web,
}) => {
  const chat = await connect(owner, "Chat", ["post"]);
  const coveredTo = new Date("2026-11-17T01:00:00Z");
  await owner.updateTable("records.connection").set({ coveredTo }).execute();
  await night(owner, "2026-11-18", [
    { name: "read chat", connectionId: chat, state: "failed", message: "GET …: HTTP 401" },
  ]);
  await owner
    .updateTable("records.nightStep")
    .set({ trouble: "unauthorised", troubleStatus: 401 })
    .execute();
  const { failed } = await readNetworks({ ...around, db: web });
  expect(failed).toMatchObject([
    { network: "Chat", trouble: "unauthorised", status: 401, coveredTo },
  ]);
});

test("what failed in a network that has ended is nothing to look at any more", async ({
  owner,
  web,
}) => {
  const chat = await connect(owner, "Chat", ["post"]);
  await night(owner, "2026-11-18", [
    { name: "read chat", connectionId: chat, state: "failed", message: "GET …: HTTP 401" },
  ]);
  expect((await readNetworks({ ...around, db: web })).failed).toHaveLength(1);
  await owner
    .updateTable("records.connection")
    .set({ state: "ended", endedOn: "2026-11-18" })
    .execute();
  const { failed, nights } = await readNetworks({ ...around, db: web });
  expect(failed).toEqual([]);
  expect(nights[0]?.state).toBe("failed");
});

test("what failed comes first, with its reason, whatever night it was in", async ({
  owner,
  web,
}) => {
  const chat = await connect(owner, "Chat", ["post"]);
  await night(owner, "2026-11-18", [
    { name: "close-waves" },
    { name: "read chat", connectionId: chat, state: "failed", message: "503 after 5 attempts" },
  ]);
  await night(owner, "2026-11-19", [
    { name: "close-waves" },
    { name: "read chat", connectionId: chat, counts: [120, 100, 20] },
  ]);
  const { failed, nights, sentence } = await readNetworks({ ...around, db: web });
  expect(failed).toMatchObject([{ network: "Chat", message: "503 after 5 attempts" }]);
  expect(nights.map(({ state }) => state)).toEqual(["done", "failed"]);
  expect(nights[1]?.steps.map(({ state }) => state)).toEqual(["failed", "done"]);
  expect(sentence).toContain("s’est bien passée");
  expect(sentence).toContain("1 nuit en échec sur 2");
});

test("a network that fails in the same way night after night is told once, with how often", async ({
  owner,
  web,
}) => {
  const chat = await connect(owner, "Chat", ["post"]);
  for (const day of ["2026-11-17", "2026-11-18", "2026-11-19"]) {
    await night(owner, day, [{ name: "read chat", connectionId: chat, state: "failed" }]);
  }
  await owner.updateTable("records.nightStep").set({ trouble: "failing" }).execute();
  const { failed } = await readNetworks({ ...around, db: web });
  expect(failed).toMatchObject([
    {
      nights: 3,
      since: new Date("2026-11-17T01:00:00Z"),
      startedAt: new Date("2026-11-19T01:00:00Z"),
    },
  ]);
});

test("a night says how long it took and how many rows it read, kept and refused", async ({
  owner,
  web,
}) => {
  const chat = await connect(owner, "Chat", ["post"]);
  const forum = await connect(owner, "Forum", ["post"]);
  await night(owner, "2026-11-19", [
    { name: "read chat", connectionId: chat, counts: [120, 100, 20] },
    { name: "read forum", connectionId: forum, counts: [30, 30, 0] },
  ]);
  const { nights } = await readNetworks({ ...around, db: web });
  expect(nights[0]).toMatchObject({ seconds: 20, rows: { read: 150, kept: 130, refused: 20 } });
});

test("refusals give kinds and how often, never which row or whose", async ({ owner, web }) => {
  const chat = await connect(owner, "Chat", ["post"]);
  await night(owner, "2026-11-19", [
    {
      name: "read chat",
      connectionId: chat,
      counts: [9, 6, 3],
      refusals: [
        { where: "line 12", reason: "no author", occurrences: 1 },
        { where: "mila@halles.example", reason: "no author", occurrences: 2 },
      ],
    },
  ]);
  const reading = await readNetworks({ ...around, db: web });
  expect(reading.nights[0]?.steps[0]?.reasons).toEqual([{ reason: "no author", occurrences: 3 }]);
  expect(JSON.stringify(reading)).not.toContain("mila");
});

test("the steps that count people, accounts or answers give no number", async ({ owner, web }) => {
  await night(owner, "2026-11-19", [
    { name: "match accounts", counts: [3, 3, 0], message: "3 accounts belong to somebody" },
    { name: "close-waves", counts: [4, 4, 0], message: "4 anonymous answers moved" },
  ]);
  const { nights } = await readNetworks({ ...around, db: web });
  expect(nights[0]?.rows).toEqual({ read: 0, kept: 0, refused: 0 });
  for (const { rows, message } of nights[0]?.steps ?? []) {
    expect([rows, message]).toEqual([null, null]);
  }
});

test("only the last fourteen nights are there", async ({ owner, web }) => {
  for (let day = 1; day <= 16; day += 1) {
    await night(owner, `2026-11-${String(day).padStart(2, "0")}`, [{ name: "forget" }]);
  }
  const { nights } = await readNetworks({ ...around, db: web });
  expect(nights).toHaveLength(14);
  expect(nights[0]?.startedAt).toEqual(new Date("2026-11-16T01:00:00Z"));
});

test("a network of which yesterday is not known is behind, on the page of networks and where freshness is told", async ({
  owner,
  web,
}) => {
  const until = async (title: string, coveredTo: string | null, supplies = ["post"]) => {
    const id = await connect(owner, title, supplies);
    await owner
      .updateTable("records.connection")
      .set({ coveredTo: coveredTo === null ? null : new Date(coveredTo), beginsOn: "2026-03-01" })
      .where("id", "=", id)
      .execute();
  };
  // Read up to a midnight in Paris: the last day is the one before.
  await until("Relais", "2026-03-15T23:00:00Z");
  await until("Mattermost", "2026-03-17T01:00:00Z");
  await until("Slack", null);
  await until("WhatsApp", null, []);
  const { connections } = await readNetworks({ ...around, db: web });
  expect(connections.filter(({ behind }) => behind).map(({ title }) => title)).toEqual([
    "Relais",
    "Slack",
  ]);
  const words = wordsFor("fr");
  const fresh = await freshnessOf(web, null, null, around, words);
  expect(fresh.sentence).toContain(
    "Pas encore à jour\u00a0: Relais est lu jusqu’au 15 mars 2026 et Slack n’a encore rien rapporté.",
  );
  expect(fresh.facts.map(({ text }) => text).join(" ")).not.toContain("WhatsApp");
});
