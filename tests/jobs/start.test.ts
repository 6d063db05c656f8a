import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { exitCodes } from "#jobs/exit-codes.ts";
import { barometer, type Running, temporaryHome } from "#tests/support/processes.ts";

// Whole products start and stop here, on machines that may be busy with other tests.
vi.setConfig({ testTimeout: 120_000 });

function start(home: string, settings: Record<string, string> = {}): Running {
  return barometer(["start"], {
    BAROMETER_HOME: home,
    BAROMETER_DEMO: "no",
    PORT: "0",
    ...settings,
  });
}

async function addressOf(running: Running): Promise<string> {
  const [, address = ""] = await running.says(/is at (http:\S+)/);
  return address;
}

function postmasterOf(home: string): number {
  return Number(readFileSync(join(home, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}

test("one command serves the pages, and Ctrl-C leaves nothing behind", async () => {
  const home = temporaryHome();
  const running = start(home);
  const address = await addressOf(running);

  expect((await fetch(`${address}/health`)).status).toBe(200);
  const ready = await fetch(`${address}/ready`);
  expect(ready.status).toBe(200);
  expect(await ready.json()).toEqual({ database: true, migrated: true, demo: "none" });

  running.signal("SIGINT");
  expect(await running.ended).toBe(exitCodes.done);
  await expect(fetch(`${address}/health`)).rejects.toThrow();
  expect(existsSync(join(home, "postgres", "postmaster.pid"))).toBe(false);
});

test("what networks send is received behind the pages, and the pages outlive the receiver", async () => {
  const home = temporaryHome();
  const running = start(home);
  const address = await addressOf(running);
  const knock = async () =>
    (await fetch(`${address}/webhooks/whatsapp`, { method: "POST" })).status;

  await vi.waitFor(async () => expect(await knock()).toBe(401), 15_000);
  const { pid } = JSON.parse(readFileSync(join(home, "receiver.json"), "utf8"));
  process.kill(pid, "SIGKILL");
  await vi.waitFor(async () => expect(await knock()).toBe(503), { timeout: 5000, interval: 20 });
  expect((await fetch(`${address}/ready`)).status).toBe(200);
  await vi.waitFor(async () => expect(await knock()).toBe(401), 15_000);

  running.signal("SIGINT");
  expect(await running.ended).toBe(exitCodes.done);
  expect(existsSync(join(home, "receiver.json"))).toBe(false);
});

test("a second start on the same folder says where the first one is and leaves it alone", async () => {
  const home = temporaryHome();
  const address = await addressOf(start(home));

  const second = start(home);
  expect(await second.ended).toBe(exitCodes.busy);
  expect(second.printed()).toContain(address);
  expect((await fetch(`${address}/ready`)).status).toBe(200);
});

test("after a kill -9 nothing lingers but the database, and the next start takes it over", async () => {
  const home = temporaryHome();
  const first = start(home);
  const address = await addressOf(first);
  const database = postmasterOf(home);
  first.signal("SIGKILL");
  await first.ended;
  await vi.waitFor(() => expect(fetch(`${address}/health`)).rejects.toThrow(), 5000);

  const second = start(home);
  expect((await fetch(`${await addressOf(second)}/ready`)).status).toBe(200);
  expect(postmasterOf(home)).toBe(database);
  second.signal("SIGTERM");
  expect(await second.ended).toBe(exitCodes.done);
  expect(existsSync(join(home, "postgres", "postmaster.pid"))).toBe(false);
});

test("a database that is killed is brought back while the pages go on", async () => {
  const home = temporaryHome();
  const address = await addressOf(start(home));
  process.kill(postmasterOf(home), "SIGKILL");

  await vi.waitFor(async () => expect((await fetch(`${address}/ready`)).status).toBe(503), 5000);
  await vi.waitFor(async () => expect((await fetch(`${address}/ready`)).status).toBe(200), 15_000);
});

test("a port that is taken is named, and nothing is left running", async () => {
  const home = temporaryHome();
  const other = createServer();
  const port = await new Promise<string>((resolve) => {
    other.listen(0, "127.0.0.1", () => resolve(JSON.stringify(other.address())));
  }).then((text) => String(JSON.parse(text).port));
  onTestFinished(() => void other.close());

  const running = start(home, { PORT: port });
  expect(await running.ended).toBe(exitCodes.failed);
  expect(running.printed()).toMatch(new RegExp(`${port}.*PORT`));
  expect(existsSync(join(home, "postgres", "postmaster.pid"))).toBe(false);
});

test("a setting that is wrong ends the start before anything is touched", async () => {
  const home = temporaryHome();
  const running = start(home, { BAROMETER_NIGHT: "noon" });
  expect(await running.ended).toBe(exitCodes.wrongUse);
  expect(running.printed()).toContain("BAROMETER_NIGHT is “noon”");
  expect(existsSync(join(home, "credentials.json"))).toBe(false);
});
