import { sql } from "kysely";
import { expect } from "vitest";
import { test } from "#tests/support/database.ts";

test("every login signs in to the test's own database under its own name", async ({
  database,
  owner,
  worker,
  web,
  steward,
  reader,
}) => {
  const identity = sql<{ login: string; name: string }>`
    select current_user as login, current_database() as name`;
  for (const [login, db] of Object.entries({ worker, web, steward, reader })) {
    const { rows } = await identity.execute(db);
    expect(rows).toEqual([{ login: `barometer_${login}`, name: database.name }]);
  }
  const { rows } = await identity.execute(owner);
  expect(rows[0]?.name).toBe(database.name);
});
