import { randomUUID } from "node:crypto";
import type { Db } from "#db/client.server.ts";
import {
  addPushedGroup,
  changePushedGroup,
  findPushedGroup,
  membersByGroup,
  type PushedGroup,
  type PushedMember,
  removePushedGroup,
  touchMembersOf,
  whatTheyAre,
  writePushedMembers,
} from "#db/intake/scim-groups.ts";
import { answered, insistOn } from "./answer.ts";
import { type Kept, kept } from "./kept.ts";
import type { Answered, Caller, Insisted, ScimParts } from "./parts.ts";
import { patched } from "./patch.ts";
import { groupShape } from "./schemas.ts";
import { notFound, ScimError } from "./scim-error.ts";
import { lookupKey, openRow, sealRow } from "./user-row.ts";
import { idOf } from "./users.ts";

export async function createGroup(
  parts: ScimParts,
  caller: Caller,
  request: unknown,
): Promise<Answered> {
  const now = parts.now();
  const { members, ...group } = kept(groupShape, request);
  const row = { id: randomUUID(), ...columnsOf(parts, group), createdAt: now, modifiedAt: now };
  await parts.db.transaction().execute(async (trx) => {
    await addPushedGroup(trx, row);
    await writeMembers(trx, caller, row.id, members);
  });
  return read(parts.db, caller, { ...row, version: 1 }, group, true);
}

/** `withMembers` false leaves out what may be long and was not asked for. */
export async function readGroup(
  parts: ScimParts,
  caller: Caller,
  id: string,
  withMembers: boolean,
): Promise<Answered> {
  const row = await findPushedGroup(parts.db, idOf(id));
  if (row === null) throw notFound();
  return read(parts.db, caller, row, openRow(parts, row), withMembers);
}

export async function replaceGroup(
  parts: ScimParts,
  caller: Caller,
  id: string,
  request: unknown,
  insisted: Insisted,
): Promise<Answered> {
  return change(parts, caller, id, insisted, () => kept(groupShape, request));
}

export async function patchGroup(
  parts: ScimParts,
  caller: Caller,
  id: string,
  request: unknown,
  insisted: Insisted,
): Promise<Answered> {
  return change(parts, caller, id, insisted, (before) => patched(groupShape, before, request));
}

export async function deleteGroup(
  parts: ScimParts,
  caller: Caller,
  id: string,
  insisted: Insisted,
): Promise<void> {
  await parts.db.transaction().execute(async (trx) => {
    const row = await findPushedGroup(trx, idOf(id), { keep: true });
    if (row === null) throw notFound();
    insistOn(insisted, row);
    if (caller.token.groups === "units") await touchMembersOf(trx, row.id);
    await removePushedGroup(trx, row.id);
  });
}

async function change(
  parts: ScimParts,
  caller: Caller,
  id: string,
  insisted: Insisted,
  next: (before: Kept) => Kept,
): Promise<Answered> {
  return parts.db.transaction().execute(async (trx) => {
    const row = await findPushedGroup(trx, idOf(id), { keep: true });
    if (row === null) throw notFound();
    insistOn(insisted, row);
    const before = await membersIn(trx, row.id);
    const { members, ...group } = next({ ...openRow(parts, row), ...before });
    const changed = { ...row, ...columnsOf(parts, group), modifiedAt: parts.now() };
    await changePushedGroup(trx, changed);
    if (caller.token.groups === "units") await touchMembersOf(trx, row.id);
    await writeMembers(trx, caller, row.id, members);
    return read(trx, caller, { ...changed, version: row.version + 1 }, group, true);
  });
}

function columnsOf(
  parts: ScimParts,
  group: Kept,
): Pick<PushedGroup, "nameKey" | "externalKey" | "resource"> {
  const { displayName, externalId } = group;
  if (typeof displayName !== "string") {
    throw new ScimError(400, "invalidValue", "A group needs a displayName.");
  }
  return {
    nameKey: lookupKey(parts, "displayName", displayName),
    externalKey: typeof externalId === "string" ? lookupKey(parts, "externalId", externalId) : null,
    resource: sealRow(parts, group),
  };
}

async function read(
  db: Db,
  caller: Caller,
  row: PushedGroup,
  group: Kept,
  withMembers: boolean,
): Promise<Answered> {
  const members = withMembers ? await membersIn(db, row.id) : {};
  return answered(caller, groupShape, row, { ...group, ...members });
}

async function membersIn(db: Db, id: string): Promise<Kept> {
  return asAnswered((await membersByGroup(db, [id])).get(id) ?? []);
}

/** Members as they are answered; none where there are none (RFC 7643, 2.5). */
export function asAnswered(members: readonly PushedMember[]): Kept {
  if (members.length === 0) return {};
  return {
    members: members.map(({ memberId, isGroup }) => ({
      value: memberId,
      type: isGroup ? "Group" : "User",
    })),
  };
}

/** @throws {ScimError} when a member is nobody known here. */
async function writeMembers(
  db: Db,
  { token }: Caller,
  id: string,
  members: unknown,
): Promise<void> {
  const said = Array.isArray(members) ? (members as readonly Kept[]) : [];
  const ids = [...new Set(said.map(({ value }) => memberId(value)))];
  const known = await whatTheyAre(db, ids);
  if (ids.some((one) => !known.has(one) || one === id)) throw unknownMember();
  const rows = ids.map((one) => ({ memberId: one, isGroup: known.get(one) === "group" }));
  await writePushedMembers(db, id, rows);
  if (token.groups === "units") await touchMembersOf(db, id);
}

function memberId(value: unknown): string {
  try {
    return idOf(String(value));
  } catch {
    throw unknownMember();
  }
}

function unknownMember(): ScimError {
  return new ScimError(400, "invalidValue", "A member is not known here.");
}
