import { describe, expect, onTestFinished } from "vitest";
import { ensureConnection, findConnection } from "#db/intake/connection.ts";
import { serveMattermost } from "#fixtures/mattermost-server.ts";
import type { Context } from "#jobs/context.ts";
import { ingest } from "#jobs/steps/ingest.ts";
import { windowOf, windowsOf } from "#jobs/steps/windows.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { activityAt, plant, week } from "#tests/support/mattermost-plant.ts";

const token = "plant-token";
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const long = { from: day("2026-08-01"), to: day("2026-11-09") };

describe("a first reading", () => {
  const never = { bookmark: null, coveredTo: null };

  test("is cut into windows, oldest first, and nothing is left out between them", () => {
    const windows = windowsOf(long, never, 28);
    expect(windows.map(({ from }) => from.toISOString().slice(0, 10))).toEqual([
      "2026-08-01",
      "2026-08-29",
      "2026-09-26",
      "2026-10-24",
    ]);
    expect(windows.slice(1).map(({ from }) => from)).toEqual(
      windows.slice(0, -1).map(({ to }) => to),
    );
    expect(windows.at(-1)?.to).toEqual(long.to);
    expect(windowsOf(long, never, undefined)).toEqual([long]);
  });

  test("goes on with the window that was cut", () => {
    const bookmark = { cursor: "7", windowFrom: day("2026-08-29"), windowTo: day("2026-09-26") };
    const coveredTo = day("2026-08-29");
    const window = windowOf(
      { coveredTo, beginsOn: "2026-08-01" },
      { now: day("2026-11-10"), timeZone: "UTC" },
    );
    const windows = windowsOf(window, { bookmark, coveredTo }, 28);
    expect(windows[0]).toEqual({ from: bookmark.windowFrom, to: bookmark.windowTo });
    expect(windows[1]?.from).toEqual(bookmark.windowTo);
    expect(windows).toHaveLength(3);
  });

  test("is followed by nights of one window, two days of it read again", () => {
    const coveredTo = day("2026-11-08");
    const bookmark = { cursor: "9", windowFrom: day("2026-10-24"), windowTo: coveredTo };
    const window = { from: day("2026-11-06"), to: day("2026-11-09") };
    expect(windowsOf(window, { bookmark, coveredTo }, 28)).toEqual([window]);
  });
});

test("a first reading that breaks off keeps the windows it has read, and ends with the same as a whole one", async ({
  database,
  worker,
}) => {
  const bars: [label: string, done: number, total: number | null][] = [];
  const context: Context = {
    ...contextOf(database, worker, "2026-11-09T00:10:00Z"),
    progress: (...bar) => bars.push(bar),
  };
  const server = await serveMattermost(plant, { token });
  const { url, close } = await breakingAfter(() => (bars.at(-1)?.[1] ?? 0) >= 400, server.url);
  onTestFinished(() => server.close());
  await connect(context, url);
  await expect(night(context)).rejects.toThrow(
    /^Mattermost: GET .*HTTP 401.* Nothing is known of it since 2026-05-10 22:00 UTC\.$/,
  );
  await close();
  // One bar over the whole, in days: what is left can be estimated from the first window on.
  expect(new Set(bars.map(([label, , total]) => `${label}: ${total}`))).toEqual(
    new Set(["Mattermost, days: 547"]),
  );
  const days = bars.map(([, done]) => done);
  expect(days).toEqual(days.toSorted((one, other) => one - other));
  const covered = (await findConnection(worker, "mattermost"))?.coveredTo;
  expect(covered).toEqual(new Date("2026-05-10T22:00:00Z"));

  await connect(context, server.url);
  expect(await night(context)).toMatchObject({ refused: 0 });
  const [from, to] = [day("2025-05-11").getTime(), week.to.getTime()];
  const { count } = await worker
    .selectFrom("intake.activity")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  expect(count).toBe(activityAt(plant, from, to).length);
});

test("a network that was never read says so when it fails", async ({ database, worker }) => {
  const context = contextOf(database, worker, "2026-11-09T00:10:00Z");
  const server = await serveMattermost(plant, { token: "another" });
  onTestFinished(() => server.close());
  await connect(context, server.url);
  await expect(night(context)).rejects.toThrow(/^Mattermost: .*It has not been read yet\.$/);
});

async function connect({ db, keys }: Context, url: string): Promise<void> {
  await ensureConnection(db, keys.secrets, {
    ...{ key: "mattermost", network: "mattermost", title: "Mattermost", supplies: [] },
    beginsOn: "2025-05-12",
    settings: { url, token },
  });
}

async function night(context: Context) {
  const connection = await findConnection(context.db, "mattermost");
  if (connection === null) throw new Error("there is no connection");
  return ingest(context, connection, windowOf(connection, context));
}

/** The same server through a door that closes: its token expires in the middle. */
async function breakingAfter(isOver: () => boolean, url: string) {
  const { createServer } = await import("node:http");
  const server = createServer(async (request, response) => {
    if (isOver()) return response.writeHead(401).end('{"message":"expired"}');
    const { authorization = "" } = request.headers;
    const answer = await fetch(`${url}${request.url}`, { headers: { authorization } });
    response.writeHead(answer.status).end(await answer.text());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, close };
}
