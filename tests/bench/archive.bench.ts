import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { sql } from "kysely";
import { expect } from "vitest";
import { emptyFolder } from "#tests/support/archives.ts";
import { settingsFor } from "#tests/support/command-settings.ts";
import { test } from "#tests/support/database.ts";
import { writeLargeExport } from "#tests/support/large-export.ts";
import { barometer } from "#tests/support/processes.ts";

const BYTES = 2 * 1024 ** 3;

test("an export of 2 GB is imported in bounded memory", async ({ database, worker }) => {
  const path = join(emptyFolder(), "result.json");
  const messages = await writeLargeExport(path, BYTES);
  const began = performance.now();
  const command = barometer(["ingest", "archive", "telegram", path], {
    ...settingsFor(database),
    NODE_OPTIONS: "--max-old-space-size=256",
  });
  let peak = 0;
  const watching = setInterval(() => {
    peak = Math.max(peak, residentMemory(command.pid));
  }, 200);
  const code = await command.ended;
  clearInterval(watching);
  const seconds = (performance.now() - began) / 1000;
  expect(code, command.printed()).toBe(0);
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::integer as n from intake.activity`.execute(worker);
  expect(rows).toEqual([{ n: messages }]);
  const megabytes = Math.round(statSync(path).size / 1e6);
  console.log(
    `${megabytes} MB, ${messages} messages in ${seconds.toFixed(0)} s; ` +
      `at most ${Math.round(peak / 1024)} MB of memory (resident set, heap limited to 256 MB)`,
  );
});

/** KiB; where /proc is. */
function residentMemory(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
