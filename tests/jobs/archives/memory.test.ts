import { join } from "node:path";
import { sql } from "kysely";
import { expect } from "vitest";
import { exitCodes } from "#jobs/exit-codes.ts";
import { emptyFolder } from "#tests/support/archives.ts";
import { settingsFor } from "#tests/support/command-settings.ts";
import { test } from "#tests/support/database.ts";
import { writeLargeExport } from "#tests/support/large-export.ts";
import { barometer } from "#tests/support/processes.ts";

/** Held whole, parsed, 50 MB of JSON take several times this. */
const HEAP = 96;

test("an export of 50 MB is read by a process that may not hold it", async ({
  database,
  worker,
}) => {
  const path = join(emptyFolder(), "result.json");
  const messages = await writeLargeExport(path, 50_000_000);
  const command = barometer(["ingest", "archive", "telegram", path], {
    ...settingsFor(database),
    NODE_OPTIONS: `--max-old-space-size=${HEAP}`,
  });
  expect(await command.ended, command.printed()).toBe(exitCodes.done);
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::integer as n from intake.activity`.execute(worker);
  expect(rows).toEqual([{ n: messages }]);
});
