import { dayIn } from "#app/model/period.ts";
import { decrypt, memberOf, pseudonym } from "#app/privacy/pseudonym.server.ts";
import type { Db } from "#db/client.server.ts";
import { type Erased, eraseDeeds, erasePerson } from "#db/intake/rights/erase-person.ts";
import { type KeptRow, readKept } from "#db/intake/rights/kept-of-person.ts";
import { isEmployed, noteObjection, withdrawObjection } from "#db/intake/rights/object.ts";
import { findPerson, type OnePerson, readProgrammes } from "#db/intake/rights/one-person.ts";
import { noteDeed } from "#db/records/audit.ts";
import type { Context } from "./context.ts";

/** How these commands sign in the audit trail, which never says of whom. */
const ACTOR = "barometer people";

/** Everything kept of the person with an HR number, decrypted; null when there is nobody. */
export async function accessPerson(
  context: Context,
  number: string,
): Promise<Readonly<Record<string, readonly KeptRow[]>> | null> {
  const { db, keys, now, timeZone } = context;
  const person = await find(context, number);
  if (person === null) return null;
  const members = await membersOf(context, db, person);
  const { rows, directory, pushed } = await readKept(db, person, { members, timeZone });
  const kept = {
    ...rows,
    directory: directory.map(({ kind, value }) => ({
      kind,
      value: decrypt(keys.directory, value),
    })),
    "pushed by the directory": pushed.map(
      (resource): KeptRow => JSON.parse(decrypt(keys.directory, resource)),
    ),
  };
  const lines = Object.values(kept).reduce((sum, some) => sum + some.length, 0);
  await noteDeed(db, { at: now, actor: ACTOR, action: "access given", subject: { lines } });
  return kept;
}

/** Why nobody was erased: there is nobody, or they still work here. */
export type NotErased = "nobody" | "employed";

/**
 * Erases a person who has left. Of somebody who still works here the next HR file would bring all
 * back: `keepPlace` removes what they did and answered, keeps their place in the company, and notes
 * an objection so that nothing is collected again.
 */
export async function eraseOne(
  context: Context,
  number: string,
  { keepPlace }: { readonly keepPlace: boolean },
): Promise<Erased | NotErased> {
  const { db, now, timeZone } = context;
  const today = dayIn(timeZone, now);
  const person = await find(context, number);
  if (person === null) return "nobody";
  return db.transaction().execute(async (trx) => {
    if (!keepPlace && (await isEmployed(trx, person, today))) return "employed";
    const members = await membersOf(context, trx, person);
    if (keepPlace) await noteObjection(trx, person, { today, timeZone });
    const deeds = await eraseDeeds(trx, person, { members, timeZone });
    const gone = keepPlace ? deeds : { ...deeds, ...(await erasePerson(trx, person)) };
    await noteDeed(trx, {
      at: now,
      actor: ACTOR,
      action: keepPlace ? "activity and answers of a person erased" : "person erased",
      subject: { rows: gone },
    });
    return gone;
  });
}

/** What became of an objection. */
export type Objected = { readonly removed: number } | "nobody" | "already" | "withdrawn" | "none";

/** Notes that a person objects to being collected, or that they no longer do. */
export async function objectFor(
  context: Context,
  number: string,
  { withdraw }: { readonly withdraw: boolean },
): Promise<Objected> {
  const { db, now, timeZone } = context;
  const today = dayIn(timeZone, now);
  const person = await find(context, number);
  if (person === null) return "nobody";
  return db.transaction().execute(async (trx) => {
    const deed = (action: string, subject: Readonly<Record<string, unknown>>) =>
      noteDeed(trx, { at: now, actor: ACTOR, action, subject });
    if (withdraw) {
      if (!(await withdrawObjection(trx, person, today))) return "none";
      await deed("objection withdrawn", {});
      return "withdrawn";
    }
    const noted = await noteObjection(trx, person, { today, timeZone });
    if (noted === null) return "already";
    await deed("objection noted", { since: noted.since, rows: noted.removed });
    return { removed: noted.removed };
  });
}

function find({ db, keys }: Context, number: string): Promise<OnePerson | null> {
  return findPerson(db, pseudonym(keys.pseudonym, "number", number));
}

async function membersOf(
  { keys }: Context,
  db: Db,
  { key }: OnePerson,
): Promise<readonly Buffer[]> {
  const programmes = await readProgrammes(db);
  return programmes.map((programme) => memberOf(keys.pseudonym, programme, key));
}
