import { truncateSync } from "node:fs";
import { expect } from "vitest";
import type { CanonicalRecord } from "#app/model/canonical.ts";
import type { Db } from "#db/client.server.ts";
import { ensureConnection, findConnection, readSettingsOf } from "#db/intake/connection.ts";
import { ArchiveError } from "#jobs/connectors/archive.ts";
import { defineConnector } from "#jobs/connectors/connector.ts";
import type { Context } from "#jobs/context.ts";
import { ingestArchive } from "#jobs/imports/archive/ingest-archive.ts";
import { reportLines } from "#jobs/imports/report.ts";
import { zipOf } from "#tests/support/archives.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";

const NOW = "2026-11-21T02:00:00Z";

/** A network of which only its export matters: a line an act. */
const noticeboard = defineConnector({
  network: "noticeboard",
  title: "Noticeboard",
  settings: { prefix: { label: "before every id", optional: true } },
  files: {
    declares: { each: ["members", "post"], historyDays: null, delayHours: 0 },
    formats: ["export (zip)"],
    async *read({ archive, settings }): AsyncGenerator<CanonicalRecord> {
      const entry = archive.find("posts.csv");
      if (entry === null) throw new ArchiveError("There is no posts.csv: export again.");
      for await (const { id, who, at } of entry.rows(["id", "who", "at"])) {
        yield { type: "member", id: who, email: null, kind: "person", active: true };
        yield {
          ...{ type: "activity", id: (settings.prefix ?? "") + id, verb: "post", member: who, at },
          ...{ group: null, root: null, target: null, isQuestion: false, withdrawnAt: null },
        };
      }
    },
  },
});

function posts(count: number): string {
  const lines = Array.from({ length: count }, (_, id) => {
    const at = new Date(Date.UTC(2026, 10, 2) + id * 1000).toISOString();
    return `${id};person ${id % 50};${at};some text\n`;
  });
  return `id;who;at;text\n${lines.join("")}`;
}

function take(context: Context, path: string, more = {}) {
  return ingestArchive(context, {
    connector: noticeboard,
    path,
    connection: "noticeboard",
    ...more,
  });
}

test("an export is read into a connection of its own, and covers its days", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  const report = await take(context, await zipOf({ "posts.csv": posts(100) }));
  expect(report).toMatchObject({ kind: "activity", state: "kept", read: 200, refused: 0 });
  expect(report.summary).toMatch(/^100 new\./);
  const connection = await findConnection(worker, "noticeboard");
  expect(connection).toMatchObject({
    ...{ network: "noticeboard", title: "Noticeboard", fedBy: "files", supplies: ["post"] },
    coveredTo: new Date("2026-11-02T23:00:00Z"),
  });
});

test("an export under a key of its own has a name of its own", async ({ database, worker }) => {
  const context = contextOf(database, worker, NOW);
  await take(context, await zipOf({ "posts.csv": posts(1) }), { connection: "board-lille" });
  expect(await findConnection(worker, "board-lille")).toMatchObject({
    title: "Noticeboard (board-lille)",
  });
});

test("read twice, or again after it was cut off half-way, nothing is doubled", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  const path = await zipOf({ "posts.csv": posts(120_000) });
  let read = 0;
  const killed = defineConnector({
    ...noticeboard,
    files: {
      ...(noticeboard.files as NonNullable<typeof noticeboard.files>),
      async *read(source) {
        for await (const record of noticeboard.files?.read(source) ?? []) {
          read += 1;
          if (read > 130_000) throw new ArchiveError("The disk was pulled out.");
          yield record;
        }
      },
    },
  });
  await expect(take(context, path, { connector: killed })).rejects.toThrow(
    /disk was pulled out\.\nWhat was read before that is kept\. Run the same command again/,
  );
  const kept = await count(worker);
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(120_000);
  await take(context, path);
  expect(await count(worker)).toBe(120_000);
  expect((await take(context, path)).summary).toMatch(/^0 new, 120000 were there already/);
});

test("into a live connection, what the night has covered stays as it is", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  await ensureConnection(worker, context.keys.secrets, {
    ...{ key: "noticeboard", network: "noticeboard", title: "Our board", supplies: ["post"] },
    settings: { prefix: "n" },
  });
  await take(context, await zipOf({ "posts.csv": posts(3) }));
  expect(await findConnection(worker, "noticeboard")).toMatchObject({
    ...{ title: "Our board", fedBy: "network", coveredTo: null },
  });
  await take(context, await zipOf({ "posts.csv": posts(3) }), { settings: { prefix: "m" } });
  const connection = await findConnection(worker, "noticeboard");
  expect(connection).toMatchObject({ title: "Our board", fedBy: "network" });
  expect(await readSettingsOf(worker, context.keys.secrets, connection?.id ?? 0)).toEqual({
    prefix: "m",
  });
  expect(await count(worker)).toBe(6);
});

test("lines that cannot be read are told with their place, the rest is kept", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  const text = `${posts(2)}3;person\n4;person 4;2026-11-02T10:00:00Z;x\n`;
  const report = await take(context, await zipOf({ "posts.csv": text }));
  expect(report).toMatchObject({ refused: 1, state: "kept" });
  expect(report.refusals).toMatchObject([
    {
      line: 4,
      reason: expect.stringContaining("export.zip: The line does not have as many fields"),
    },
  ]);
  expect(reportLines(report).join("\n")).toMatch(/refused: line 4.*: export\.zip: The line/);
  expect(reportLines(report).join("\n")).not.toContain("column");
  expect(await count(worker)).toBe(3);
});

test("the wrong archive says what is missing, and makes no connection", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  await expect(take(context, await zipOf({ "other.csv": "x" }))).rejects.toThrow(
    "There is no posts.csv: export again.",
  );
  const cut = await zipOf({ "posts.csv": posts(10) });
  truncateSync(cut, 200);
  await expect(take(context, cut)).rejects.toThrow(/export\.zip is cut short/);
  expect(await findConnection(worker, "noticeboard")).toBeNull();
});

test("an archive of which nothing can be kept makes no connection, and says what can be read", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  const refusing = defineConnector({
    ...noticeboard,
    files: {
      ...(noticeboard.files as NonNullable<typeof noticeboard.files>),
      async *read({ archive }): AsyncGenerator<CanonicalRecord> {
        for (const { label } of archive.entries) {
          yield { type: "progress", done: 1, total: 1 };
          yield { type: "refusal", where: label, reason: "It is no board." };
        }
      },
    },
  });
  const taking = take(context, await zipOf({ "a.csv": "x" }), { connector: refusing });
  await expect(taking).rejects.toThrow(
    "export.zip: nothing in it could be kept.\n  export.zip: It is no board.\n" +
      "Is it what Noticeboard lets one export? What can be read: export (zip).",
  );
  expect(await findConnection(worker, "noticeboard")).toBeNull();
});

test("an export is not read into the connection of another network", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  await ensureConnection(worker, context.keys.secrets, {
    ...{ key: "board", network: "mattermost", title: "Chat", supplies: [] },
  });
  await expect(
    take(context, await zipOf({ "posts.csv": posts(1) }), { connection: "board" }),
  ).rejects.toThrow(/is one to mattermost, not to noticeboard/);
});

async function count(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom("intake.activity")
    .select((eb) => eb.fn.countAll<string>().as("n"))
    .executeTakeFirstOrThrow();
  return Number(n);
}
