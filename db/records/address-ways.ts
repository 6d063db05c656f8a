import { sql } from "kysely";
import { type AddressWays, asWritten } from "#app/privacy/addresses.ts";
import type { Db } from "../client.server.ts";

const KEY = "address-ways";

/** Which ways of writing an address the company takes to mean the same person. */
export async function readAddressWays(db: Db): Promise<AddressWays> {
  const row = await db
    .selectFrom("records.setting")
    .select("value")
    .where("key", "=", KEY)
    .executeTakeFirst();
  return isWays(row?.value) ? row.value : asWritten;
}

/** In force from the next reading of each network, which names its members again. Worker only. */
export async function writeAddressWays(db: Db, ways: AddressWays, by: string): Promise<void> {
  const value = JSON.stringify(ways);
  await db
    .insertInto("records.setting")
    .values({ key: KEY, value, changedBy: by })
    .onConflict((conflict) =>
      conflict.column("key").doUpdateSet({ value, changedAt: sql`now()`, changedBy: by }),
    )
    .execute();
}

function isWays(value: unknown): value is AddressWays {
  return (
    typeof value === "object" &&
    value !== null &&
    "plusTags" in value &&
    typeof value.plusTags === "boolean" &&
    "domains" in value &&
    Array.isArray(value.domains)
  );
}
