import { decrypt, encrypt } from "#app/privacy/pseudonym.server.ts";
import type { Db } from "../client.server.ts";

/** Beside the secret in force, the one that takes its place: under a name no setting can have. */
const nextOf = (name: string) => `next:${name}`;

/** A connection that may be called, with everything its calls are believed by. */
export interface CallableConnection {
  readonly id: number;
  readonly key: string;
  readonly network: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** A connection whose settings were encrypted with another key. */
export type LockedConnection = Omit<CallableConnection, "settings">;

/**
 * The connections that are not ended, with their settings decrypted. One that cannot be is left aside:
 * it keeps no other from being called.
 */
export async function readCallable(
  db: Db,
  secretsKey: Buffer,
  networks: readonly string[],
): Promise<{
  readonly open: readonly CallableConnection[];
  readonly locked: readonly LockedConnection[];
}> {
  if (networks.length === 0) return { open: [], locked: [] };
  const rows = await db
    .selectFrom("records.connection as c")
    .leftJoin("intake.connectionSetting as s", "s.connectionId", "c.id")
    .where("c.network", "in", [...networks])
    .where("c.fedBy", "=", "network")
    .where("c.state", "<>", "ended")
    .orderBy("c.id")
    .select(["c.id", "c.key", "c.network", "s.name", "s.value"])
    .execute();
  const known = new Map<number, CallableConnection & { settings: Record<string, string> }>();
  const locked = new Set<number>();
  for (const { id, key, network, name, value } of rows) {
    const one = known.get(id) ?? { id, key, network, settings: {} };
    known.set(id, one);
    if (name === null || value === null) continue;
    try {
      one.settings[name] = decrypt(secretsKey, value);
    } catch {
      locked.add(id);
    }
  }
  const all = [...known.values()];
  return {
    open: all.filter(({ id }) => !locked.has(id)),
    locked: all
      .filter(({ id }) => locked.has(id))
      .map(({ id, key, network }) => ({ id, key, network })),
  };
}

/** The secrets a delivery may be signed with: the one in force, and the one to come. */
export function secretsIn(
  settings: Readonly<Record<string, string>>,
  name: string,
): readonly string[] {
  return [settings[name], settings[nextOf(name)]].filter(
    (secret): secret is string => secret !== undefined && secret !== "",
  );
}

/** Takes a second secret as good as the first. False when there are two already. */
export async function addSecret(
  db: Db,
  secretsKey: Buffer,
  { connectionId, name, text }: { connectionId: number; name: string; text: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto("intake.connectionSetting")
    .values({ connectionId, name: nextOf(name), value: encrypt(secretsKey, text) })
    .onConflict((conflict) => conflict.columns(["connectionId", "name"]).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}

/** The older of two secrets is good no more. False when there is only one. */
export async function retireSecret(
  db: Db,
  { connectionId, name }: { connectionId: number; name: string },
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const next = await trx
      .deleteFrom("intake.connectionSetting")
      .where("connectionId", "=", connectionId)
      .where("name", "=", nextOf(name))
      .returning("value")
      .executeTakeFirst();
    if (next === undefined) return false;
    await trx
      .insertInto("intake.connectionSetting")
      .values({ connectionId, name, value: next.value })
      .onConflict((conflict) =>
        conflict.columns(["connectionId", "name"]).doUpdateSet({ value: next.value }),
      )
      .execute();
    return true;
  });
}
