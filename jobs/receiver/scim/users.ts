import { randomUUID } from "node:crypto";
import { addDays, dayIn } from "#app/model/period.ts";
import { pseudonym } from "#app/privacy/pseudonym.server.ts";
import {
  addPushedUser,
  changePushedUser,
  eraseDirectoryOf,
  findPushedUser,
  isUserNameTaken,
  leavePushedGroups,
  type PushedUser,
  removePushedUser,
} from "#db/intake/scim-users.ts";
import { answered, insistOn } from "./answer.ts";
import { isObject, type Kept, kept } from "./kept.ts";
import type { Answered, Caller, Insisted, ScimParts } from "./parts.ts";
import { patched } from "./patch.ts";
import { enterpriseSchema, userShape } from "./schemas.ts";
import { notFound, ScimError } from "./scim-error.ts";
import { columnsOf, openRow, sealRow } from "./user-row.ts";

/** Makes a user. @throws {ScimError} 409 when the user name is taken. */
export async function createUser(
  parts: ScimParts,
  caller: Caller,
  request: unknown,
): Promise<Answered> {
  const now = parts.now();
  const user = { active: true, ...kept(userShape, request) };
  const id = randomUUID();
  const row = {
    id,
    ...columnsOf(parts, caller, id, user, []),
    active: user.active,
    leftOn: user.active ? null : dayBefore(parts),
    createdAt: now,
    modifiedAt: now,
  };
  if (!(await addPushedUser(parts.db, row))) throw taken();
  return answered(caller, userShape, { ...row, version: 1 }, user);
}

export async function readUser(parts: ScimParts, caller: Caller, id: string): Promise<Answered> {
  const row = await findPushedUser(parts.db, idOf(id));
  if (row === null) throw notFound();
  return answered(caller, userShape, row, openRow(parts, row));
}

/** PUT: what is not said any more is not so any more, but for `active`, which nobody leaves out on purpose. */
export async function replaceUser(
  parts: ScimParts,
  caller: Caller,
  id: string,
  request: unknown,
  insisted: Insisted,
): Promise<Answered> {
  const next = kept(userShape, request);
  return change(parts, caller, id, insisted, ({ active }) => ({ active, ...next }));
}

export async function patchUser(
  parts: ScimParts,
  caller: Caller,
  id: string,
  request: unknown,
  insisted: Insisted,
): Promise<Answered> {
  return change(parts, caller, id, insisted, (before) => patched(userShape, before, request));
}

async function change(
  parts: ScimParts,
  caller: Caller,
  id: string,
  insisted: Insisted,
  next: (before: Kept) => Kept,
): Promise<Answered> {
  return parts.db.transaction().execute(async (trx) => {
    const row = await findPushedUser(trx, idOf(id), { keep: true });
    if (row === null) throw notFound();
    insistOn(insisted, row);
    const before = openRow(parts, row);
    const user: Kept = { active: true, ...next(before) };
    if (JSON.stringify(sorted(user)) === JSON.stringify(sorted(before))) {
      return answered(caller, userShape, row, before);
    }
    const active = user.active === true;
    const changed: PushedUser = {
      ...row,
      ...columnsOf(parts, caller, id, user, row.told),
      active,
      leftOn: active ? null : (row.leftOn ?? dayBefore(parts)),
      modifiedAt: parts.now(),
    };
    const isRenamed = !row.userNameKey?.equals(changed.userNameKey ?? Buffer.alloc(0));
    if (isRenamed && changed.userNameKey !== null) {
      if (await isUserNameTaken(trx, changed.userNameKey, row.id)) throw taken();
    }
    await changePushedUser(trx, changed);
    return answered(caller, userShape, { ...changed, version: row.version + 1 }, user);
  });
}

/**
 * DELETE ends what is known of somebody: how they are called and reached is erased at once, who they
 * were is dated by the night. Until then the number stays, encrypted.
 */
export async function deleteUser(
  parts: ScimParts,
  _: Caller,
  id: string,
  insisted: Insisted,
): Promise<void> {
  await parts.db.transaction().execute(async (trx) => {
    const row = await findPushedUser(trx, idOf(id), { keep: true });
    if (row === null) throw notFound();
    insistOn(insisted, row);
    await leavePushedGroups(trx, row.id, parts.now());
    if (row.numberKey === null) return removePushedUser(trx, row.id);
    await eraseDirectoryOf(trx, row.numberKey);
    await changePushedUser(trx, {
      ...row,
      userNameKey: null,
      externalKey: null,
      emailKeys: [],
      resource: sealRow(parts, numberOnly(parts, row, openRow(parts, row))),
      active: false,
      leftOn: row.leftOn ?? dayBefore(parts),
      told: [],
      modifiedAt: parts.now(),
    });
  });
}

/** The HR number alone, wherever it was written. */
function numberOnly({ keys }: ScimParts, { numberKey }: PushedUser, user: Kept): Kept {
  const { externalId, userName, [enterpriseSchema.id]: enterprise } = user;
  const employeeNumber = isObject(enterprise) ? enterprise.employeeNumber : null;
  const number = [employeeNumber, externalId, userName].find(
    (text) =>
      typeof text === "string" && numberKey?.equals(pseudonym(keys.pseudonym, "number", text)),
  );
  return { number };
}

/** Whoever is deactivated was last there the day before, as whoever is missing from a file. */
function dayBefore({ timeZone, now }: ScimParts): string {
  return addDays(dayIn(timeZone, now()), -1);
}

/** Our ids are all alike: anything else is nobody's, and is not asked of the database. */
export function idOf(text: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return text.toLowerCase();
  throw notFound();
}

function taken(): ScimError {
  return new ScimError(409, "uniqueness", "Another user has this userName.");
}

function sorted(value: Kept): Kept {
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
