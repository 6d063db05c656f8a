import { sql } from "kysely";
import { expect } from "vitest";
import { codeOf } from "#app/privacy/codes.server.ts";
import { codesOf } from "#jobs/codes.ts";
import { closeWave, openWave } from "#jobs/waves.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { makeCompany, makeWave } from "#tests/support/make-company.ts";

const opening = "2026-03-02T08:00:00Z";

test("a reminder finds the code of the invitation again, and nobody does once the wave has closed", async ({
  database,
  owner,
  worker,
  web,
}) => {
  await makeCompany(owner, { lyon: { people: 12 } });
  await makeWave(owner, { key: "2026-1" });
  const context = contextOf(database, worker, opening);
  const invitations = await openWave(context, { wave: "2026-1" });
  const { rows } = await sql<{ id: number }>`select id from records.wave`.execute(owner);
  const waveId = rows[0]?.id ?? 0;
  const people = invitations.map(({ personId }) => personId);

  const again = await codesOf(context, waveId, people);
  expect([...again]).toEqual(
    expect.arrayContaining(invitations.map(({ personId, code }) => [personId, code])),
  );
  expect(new Set(again.values()).size).toBe(12);
  expect(await codesOf(context, waveId, [999])).toEqual(new Map());
  await expect(sql`select * from intake.code_salt`.execute(web)).rejects.toThrow(/permission/);

  await closeWave(contextOf(database, worker, "2026-03-20T08:00:00Z"), { wave: "2026-1" });
  expect(await codesOf(context, waveId, people)).toEqual(new Map());
  const { rows: salts } = await sql`select * from intake.code_salt`.execute(owner);
  expect(salts).toEqual([]);
});

test("the same person has another code in another wave, and under another key", () => {
  const person = Buffer.alloc(32, 7);
  const [key, salt] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const code = codeOf(key, salt, person);
  expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{20}$/);
  expect(codeOf(key, salt, person)).toBe(code);
  expect(codeOf(key, Buffer.alloc(32, 3), person)).not.toBe(code);
  expect(codeOf(Buffer.alloc(32, 4), salt, person)).not.toBe(code);
});
