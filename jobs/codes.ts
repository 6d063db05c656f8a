import { randomBytes } from "node:crypto";
import { codeOf } from "#app/privacy/codes.server.ts";
import { derivedKey } from "#app/privacy/derived-key.server.ts";
import type { Db } from "#db/client.server.ts";
import { invitedKeys, readSalt, writeSalt } from "#db/intake/code-salts.ts";
import type { Context, Keys } from "./context.ts";

const SALT = 32;

/**
 * The codes of people invited to an open wave, by person. Who was not invited, or has left, is not in
 * it; once the wave is closed nobody is. Ask for those who are about to be written to, and keep none.
 */
export async function codesOf(
  { db, keys }: Pick<Context, "db" | "keys">,
  waveId: number,
  personIds: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const salt = await readSalt(db, waveId);
  if (salt === null) return new Map();
  const draw = drawing(keys, salt);
  const invited = await invitedKeys(db, waveId, personIds);
  return new Map(invited.map(({ personId, personKey }) => [personId, draw(personKey)]));
}

/** Gives a wave that opens the salt of its codes, and says whose code is which. */
export async function beginCodes(
  db: Db,
  keys: Keys,
  waveId: number,
): Promise<(personKey: Buffer) => string> {
  const salt = randomBytes(SALT);
  await writeSalt(db, waveId, salt);
  return drawing(keys, salt);
}

function drawing(keys: Keys, salt: Buffer): (personKey: Buffer) => string {
  const key = derivedKey(keys.secrets, "code");
  return (personKey) => codeOf(key, salt, personKey);
}
