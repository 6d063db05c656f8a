import type { Db } from "#db/client.server.ts";
import { openWave } from "#jobs/waves.ts";
import { contextOf } from "./context.ts";
import type { TestDatabase } from "./database.ts";
import { makeCompany } from "./make-company.ts";
import { type MadeQuestions, makeQuestions } from "./make-questions.ts";

export const telephone = { viewport: { width: 360, height: 740 } };

const opening = "2026-03-02T08:00:00Z";

export interface World {
  readonly database: TestDatabase;
  readonly owner: Db;
  readonly worker: Db;
}

/** An open wave of twelve people; their codes. */
export async function asked({ database, owner, worker }: World, made: Partial<MadeQuestions> = {}) {
  await makeCompany(owner, { lyon: { people: 12 } });
  await makeQuestions(owner, { key: "october", ...made });
  const context = contextOf(database, worker, opening);
  const invited = await openWave(context, { wave: "october" });
  return invited.map(({ code }) => code);
}
