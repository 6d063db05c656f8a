import type { Db } from "../client.server.ts";

/** An account nobody could be found for, as the worker may tell it to an administrator's terminal. */
export interface Unmatched {
  readonly id: number;
  readonly connection: string;
  readonly externalId: string;
  readonly reason: "nothing" | "nobody" | "several";
  /** The address or telephone it was seen under, encrypted; null where the network gives none. */
  readonly label: Buffer | null;
}

const PAGE = 1000;

/** The open accounts that never belonged to anybody, in the order they were first seen. */
export async function* unmatchedAccounts(
  db: Db,
  connection: string | null,
): AsyncGenerator<Unmatched> {
  for (let after = 0; ; ) {
    const some = await db
      .selectFrom("intake.account as a")
      .innerJoin("records.connection as c", "c.id", "a.connectionId")
      .where("a.kind", "=", "person")
      .where("a.active", "=", true)
      .where("a.id", ">", after)
      .$if(connection !== null, (query) => query.where("c.key", "=", connection ?? ""))
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("intake.accountLink as l")
              .whereRef("l.accountId", "=", "a.id")
              .where("l.retiredBy", "is", null)
              .select("l.accountId"),
          ),
        ),
      )
      .select(({ case: when, eb, not, exists, selectFrom }) => [
        "a.id",
        "c.key as connection",
        "a.externalId",
        "a.label",
        when()
          .when("a.ambiguous", "=", true)
          .then("several" as const)
          .when(
            eb.and([
              eb("a.numberKey", "is", null),
              eb("a.telephoneKey", "is", null),
              not(
                exists(
                  selectFrom("intake.accountAddress as s")
                    .whereRef("s.accountId", "=", "a.id")
                    .select("s.accountId"),
                ),
              ),
            ]),
          )
          .then("nothing" as const)
          .else("nobody" as const)
          .end()
          .as("reason"),
      ])
      .orderBy("a.id")
      .limit(PAGE)
      .execute();
    yield* some;
    const last = some.at(-1);
    if (last === undefined || some.length < PAGE) return;
    after = last.id;
  }
}

/** The id of an account by what the network calls it, or null. */
export async function findAccount(
  db: Db,
  connection: string,
  externalId: string,
): Promise<number | null> {
  const found = await db
    .selectFrom("intake.account as a")
    .innerJoin("records.connection as c", "c.id", "a.connectionId")
    .where("c.key", "=", connection)
    .where("a.externalId", "=", externalId)
    .select("a.id")
    .executeTakeFirst();
  return found?.id ?? null;
}

/** What became of wishes to link, by their account: `nobody` for an HR number nobody has. */
export async function outcomesOf(
  db: Db,
  accountIds: readonly number[],
): Promise<ReadonlyMap<number, string | null>> {
  if (accountIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("intake.linkRequest")
    .where("accountId", "in", accountIds)
    .orderBy("id")
    .select(["accountId", "outcome"])
    .execute();
  return new Map(rows.map(({ accountId, outcome }) => [accountId, outcome]));
}
