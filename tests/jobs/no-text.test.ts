import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { HttpResponse } from "msw";
import { afterAll, describe, expect, onTestFinished, vi } from "vitest";
import type { Db } from "#db/client.server.ts";
import { ensureConnection, findConnection } from "#db/intake/connection.ts";
import { canary, readRecording } from "#fixtures/recording.ts";
import type { Connector } from "#jobs/connectors/connector.ts";
import type { Context } from "#jobs/context.ts";
import type { StepReport } from "#jobs/steps/step.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { type Disturbance, replay } from "#tests/support/replay.ts";
import { half, isJsonIn } from "#tests/support/told.ts";

// The real steps, without the patience that real servers ask for, and apart from those other files hold.
vi.resetModules();
vi.doMock("#jobs/connectors/http.ts", async (original) => {
  const real = await original<typeof import("#jobs/connectors/http.ts")>();
  const soon = { perSecond: null, sleep: async () => {} };
  return { ...real, doorsWith: (options = {}) => real.doorsWith({ ...soon, ...options }) };
});
const { connectors } = await import("#jobs/connectors/index.ts");
const { ingest } = await import("#jobs/steps/ingest.ts");
const { readPeople } = await import("#jobs/steps/read-people.ts");
afterAll(() => {
  vi.doUnmock("#jobs/connectors/http.ts");
  vi.resetModules();
});

const read = connectors.filter(({ live }) => live !== undefined);

describe("what people write is nowhere once a night has read it", () => {
  test.for(read.map((connector) => [connector.title, connector] as const))(
    "in %s",
    { timeout: 60_000 },
    async ([, connector], { database, owner, worker }) => {
      const recording = await readRecording(connector.network);
      const context = contextOf(database, worker, new Date(recording.to).toISOString());
      const said = listening();
      const folder = emptyTemporaryFolder();
      await connect(context, connector);

      for (const fault of [null, cut, echoing]) {
        replay(recording, fault ?? (() => null));
        const outcome = await night({ ...context, log: (line) => void said.push(line) }, connector);
        said.push(
          outcome.error === null ? JSON.stringify(outcome.report) : `${outcome.error.stack}`,
        );
        if (fault === null) expect(outcome.error).toBeNull();
      }

      // What is looked for where it must be, so that looking is known to find.
      const known = recording.expected.find(({ type }) => type === "member" || type === "group");
      if (known !== undefined && "id" in known) {
        expect(await tablesWith(owner, known.id)).not.toEqual([]);
      }
      expect(await tablesWith(owner, canary)).toEqual([]);
      expect(said.join("\n")).not.toContain(canary);
      expect(filesWith(folder, canary)).toEqual([]);
    },
  );
});

/** Every second answer breaks off in the middle of what somebody wrote. */
const cut: Disturbance = (exchange, { attempt }) => {
  if (exchange.status !== 200 || !isJsonIn(exchange) || attempt % 2 === 0) return null;
  return new HttpResponse(half(exchange.body), { headers: exchange.headers });
};

/** A server that repeats what people wrote in a page of its own, where an answer was expected. */
const echoing: Disturbance = (_, { attempt }) =>
  attempt % 2 === 0 ? null : new HttpResponse(`<h1>Oops</h1><p>${canary}</p>`, { status: 200 });

/** The recorded week, by the step that reads this network. */
async function night(
  context: Context,
  { network, live }: Connector,
): Promise<{ report: StepReport | null; error: Error | null }> {
  const { from, to } = await readRecording(network);
  const window = { from: new Date(from), to: new Date(to) };
  const connection = await findConnection(context.db, network);
  if (connection === null || live === undefined) throw new Error(`${network} cannot be read`);
  try {
    const report = live.tellsPeople
      ? await readPeople(context, connection, live, window)
      : await ingest(context, connection, window);
    return { report, error: null };
  } catch (error) {
    return { report: null, error: error instanceof Error ? error : new Error(String(error)) };
  }
}

async function connect({ db, keys }: Context, { network, title }: Connector): Promise<void> {
  const { settings, from } = await readRecording(network);
  const told = { key: network, network, title, supplies: [], beginsOn: from.slice(0, 10) };
  await ensureConnection(db, keys.secrets, { ...told, settings });
}

/** Whatever is printed, by us or by a library. */
function listening(): string[] {
  const said: string[] = [];
  for (const way of ["log", "info", "warn", "error", "debug"] as const) {
    const spy = vi.spyOn(console, way).mockImplementation((...words) => {
      said.push(words.map(String).join(" "));
    });
    onTestFinished(() => spy.mockRestore());
  }
  return said;
}

function emptyTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "barometer-canary-"));
  vi.stubEnv("TMPDIR", folder);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => readFileSync(path).includes(text));
}

/** The tables, whatever their schema, that have this in any column: as text, or as bytes. */
async function tablesWith(db: Db, text: string): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1`.execute(db);
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ has: boolean }>`
      select exists (select from ${sql.raw(name)} as t where position(lower(${text}) in lower(t::text)) > 0
        or position(encode(convert_to(${text}, 'UTF8'), 'hex') in t::text) > 0) as has`.execute(db);
    if (rows[0]?.has) found.push(name);
  }
  return found;
}
