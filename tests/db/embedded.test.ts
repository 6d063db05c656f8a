import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import pg from "pg";
import { expect, onTestFinished, test, vi } from "vitest";
import { readPlace } from "#db/embedded/place.server.ts";
import { type Embedded, startEmbedded } from "#db/embedded.server.ts";
import { barometer, temporaryHome } from "#tests/support/processes.ts";

async function start(home: string, log: (line: string) => void = () => {}): Promise<Embedded> {
  const server = await startEmbedded(home, log);
  onTestFinished(() => server.stop());
  return server;
}

async function ask(server: Embedded, question: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
  const { rows } = await client.query({ text: question, rowMode: "array" });
  await client.end();
  return rows.flat();
}

test("a first start makes a database that listens to this machine only", async () => {
  const home = temporaryHome();
  const server = await start(home);
  expect(server.reused).toBe(false);
  expect(
    await ask(
      server,
      `select current_database(), current_setting('server_encoding'),
              current_setting('listen_addresses'), current_setting('fsync')`,
    ),
  ).toEqual(["barometer", "UTF8", "127.0.0.1", "on"]);
  for (const secret of ["credentials.json", "postgres.json", "postgres.log"]) {
    expect(statSync(join(home, secret)).mode & 0o077, secret).toBe(0);
  }
});

test("a later start finds the same data on the same port", async () => {
  const home = temporaryHome();
  const first = await start(home);
  await ask(first, "create table kept as select 7 as n");
  await first.stop();

  const second = await start(home);
  expect(second.port).toBe(first.port);
  expect(await ask(second, "select n from kept")).toEqual([7]);
});

test("a home folder that was moved takes its database along", async () => {
  const home = temporaryHome();
  const first = await start(home);
  await ask(first, "create table kept as select 7 as n");
  await first.stop();
  const elsewhere = join(temporaryHome(), "moved");
  renameSync(home, elsewhere);

  expect(await ask(await start(elsewhere), "select n from kept")).toEqual([7]);
});

test("a command joins the server that runs and leaves it running", async () => {
  const home = temporaryHome();
  const server = await start(home);
  const command = barometer(["migrate", "--json"], { BAROMETER_HOME: home });
  expect(await command.ended).toBe(0);
  expect(await ask(server, "select count(*) > 0 from public.migration")).toEqual([true]);
});

test("what was committed is there after a kill -9 of the server", async () => {
  const home = temporaryHome();
  const first = await start(home);
  await ask(first, "create table kept as select 7 as n");
  process.kill(first.pid, "SIGKILL");
  await vi.waitFor(() => expect(ask(first, "select 1")).rejects.toThrow(), 5000);

  const second = await start(home);
  expect(second.reused).toBe(false);
  expect(await ask(second, "select n from kept")).toEqual([7]);
});

test("a pid file whose number belongs to another process by now is no obstacle", async () => {
  const home = temporaryHome();
  const first = await start(home);
  const file = join(readPlace(home)?.data ?? "", "postmaster.pid");
  const lines = readFileSync(file, "utf8").split("\n");
  await first.stop();
  writeFileSync(file, [process.pid, ...lines.slice(1)].join("\n"));

  expect((await start(home)).reused).toBe(false);
});

test("a first start that was killed half-way is begun again", async () => {
  const home = temporaryHome();
  mkdirSync(join(home, "postgres.new"));
  writeFileSync(join(home, "postgres.new", "PG_VERSION"), "18");
  expect((await start(home)).port).toBeGreaterThan(0);
});

test("a password file that is not this database's is said to be the reason", async () => {
  const home = temporaryHome();
  const first = await start(home);
  await first.stop();
  rmSync(join(home, "credentials.json"));
  await expect(startEmbedded(home, () => {})).rejects.toThrow(/credentials\.json.*backup/);
});

test.runIf(process.getuid?.() === 0)(
  "as root, under a folder closed to all others, the data goes where it can be read, and that is said",
  async () => {
    const closed = temporaryHome();
    chmodSync(closed, 0o700);
    const home = join(closed, "home");
    const said: string[] = [];
    const server = await start(home, (line) => said.push(line));

    const data = readPlace(home)?.data ?? "";
    onTestFinished(() => rmSync(dirname(data), { recursive: true, force: true }));
    expect(data.startsWith(closed)).toBe(false);
    expect(said.join("\n")).toContain(dirname(data));
    expect(existsSync(join(data, "PG_VERSION"))).toBe(true);
    expect(await ask(server, "select 1")).toEqual([1]);
  },
);
