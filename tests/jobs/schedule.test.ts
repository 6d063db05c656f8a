import type PgBoss from "pg-boss";
import { expect, onTestFinished, vi } from "vitest";
import { NIGHT, openQueue, prepareQueue } from "#db/queue.server.ts";
import { scheduleNights } from "#jobs/schedule.ts";
import { type TestDatabase, test } from "#tests/support/database.ts";

const settings = { night: { hour: 3, minute: 30 }, timeZone: "Europe/Paris" };

async function openWorker(database: TestDatabase): Promise<PgBoss> {
  const queue = openQueue(database.url("worker"));
  await queue.start();
  onTestFinished(() => queue.stop({ graceful: false }));
  return queue;
}

test("nights are asked for at the company's hour, in its time zone", async ({ database }) => {
  await prepareQueue(database.url("owner"));
  const queue = await openWorker(database);
  await scheduleNights(queue, settings, async () => {});
  expect(await queue.getSchedules()).toEqual([
    expect.objectContaining({ name: NIGHT, cron: "30 3 * * *", timezone: "Europe/Paris" }),
  ]);
});

test("two workers never run two nights at a time", async ({ database }) => {
  await prepareQueue(database.url("owner"));
  const workers = [await openWorker(database), await openWorker(database)];
  await workers[0]?.send(NIGHT, {});
  await workers[0]?.send(NIGHT, {});

  const run = { now: 0, most: 0, finished: 0 };
  for (const queue of workers) {
    await scheduleNights(queue, settings, async () => {
      run.now += 1;
      run.most = Math.max(run.most, run.now);
      await new Promise((resolve) => setTimeout(resolve, 300));
      run.now -= 1;
      run.finished += 1;
    });
  }
  await vi.waitFor(() => expect(run.finished).toBe(2), 20_000);
  expect(run.most).toBe(1);
  // A night that has just ended is still being marked so: the database must not go before that.
  for (const queue of workers) await queue.stop({ graceful: true, wait: true, timeout: 10_000 });
});

test("preparing the queue again at the next start changes nothing", async ({ database }) => {
  await prepareQueue(database.url("owner"));
  await prepareQueue(database.url("owner"));
  const queue = await openWorker(database);
  expect((await queue.getQueue(NIGHT))?.policy).toBe("singleton");
});

test("the worker uses the queue and may not change its tables", async ({ database, worker }) => {
  await prepareQueue(database.url("owner"));
  await expect(
    worker.schema.createTable("pgboss.mine").addColumn("n", "integer").execute(),
  ).rejects.toThrow("permission denied");
});
