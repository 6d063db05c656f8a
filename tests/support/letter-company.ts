import { encrypt, pseudonym } from "#app/privacy/pseudonym.server.ts";
import type { Db } from "#db/client.server.ts";
import type { Keys } from "#jobs/context.ts";
import { makeCompany } from "./make-company.ts";

/** How somebody of the company can be reached, by the directory. */
export interface Reachable {
  readonly email?: string;
  readonly telephone?: string;
  readonly language?: string;
}

/** A company of one team whose directory is what `people` says; ids run from 1 in that order. */
export async function makeReachable(
  owner: Db,
  keys: Pick<Keys, "directory" | "pseudonym">,
  people: readonly Reachable[],
): Promise<void> {
  await makeCompany(owner, { lyon: { people: people.length } });
  const entries = people.flatMap(({ email, telephone }, index) =>
    [["email", email] as const, ["telephone", telephone] as const].flatMap(([kind, value]) =>
      value === undefined
        ? []
        : [
            {
              personId: index + 1,
              kind,
              value: encrypt(keys.directory, value),
              matchKey: pseudonym(keys.pseudonym, kind, value),
            },
          ],
    ),
  );
  if (entries.length > 0) await owner.insertInto("intake.directory").values(entries).execute();
  const { id: segmentId } = await owner
    .selectFrom("intake.segment")
    .where("key", "=", "language")
    .select("id")
    .executeTakeFirstOrThrow();
  for (const language of new Set(people.flatMap(({ language: spoken }) => spoken ?? []))) {
    const { id: optionId } = await owner
      .insertInto("intake.segmentOption")
      .values({ segmentId, key: language, names: JSON.stringify({ fr: language, en: language }) })
      .returning("id")
      .executeTakeFirstOrThrow();
    await owner
      .insertInto("intake.personSegment")
      .values(
        people.flatMap((person, index) =>
          person.language !== language
            ? []
            : [{ personId: index + 1, segmentId, optionId, valid: "[2025-01-01,)", importId: 1 }],
        ),
      )
      .execute();
  }
}
