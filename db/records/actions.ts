import { sql } from "kysely";
import type { Action, ActionState, Written } from "#app/model/action.ts";
import type { Population } from "#app/model/population.ts";
import type { Db } from "../client.server.ts";

/** Every action there is, the one that is due first first: who may read which, the services decide. */
export async function storedActions(db: Db): Promise<readonly Action[]> {
  const rows = await db
    .selectFrom("records.action as a")
    .innerJoin("records.viewer as v", "v.id", "a.ownerId")
    .select(["a.id", "a.kind", "a.key", "a.parentKey", "a.cut", "a.names", "a.path"])
    .select(["a.heard", "a.doing", "a.indicator", "a.dueOn", "a.state", "a.startedOn", "a.endedOn"])
    .select(["a.onBoard", "a.ownerId", "v.name as ownerName"])
    .orderBy("a.dueOn")
    .orderBy("a.id")
    .execute();
  return rows.map(({ kind, key, parentKey, cut, names, path, ownerId, ownerName, ...action }) => ({
    ...action,
    state: action.state as ActionState,
    population: { kind: kind as Population["kind"], key, parentKey, cut, names, path },
    owner: { id: ownerId, name: ownerName },
  }));
}

/** An action as a form gives it. */
export interface WantedAction {
  /** Null for a new one; of one that is there the population stays. */
  readonly id: number | null;
  readonly population: string;
  readonly heard: Written;
  readonly doing: Written;
  readonly indicator: string | null;
  readonly owner: number;
  readonly dueOn: string;
  readonly state: ActionState;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly onBoard: boolean;
}

/**
 * Writes an action and its line in the audit trail; returns its number. Null when there is no such
 * population or action, when it is not this viewer's to write, or the owner could not see to it.
 */
export async function writeAction(
  db: Db,
  viewerId: number,
  wanted: WantedAction,
  at: Date,
): Promise<number | null> {
  const { rows } = await sql<{ id: number | null }>`
    select records.write_action(${viewerId}, ${JSON.stringify(wanted)}::jsonb, ${at}) as id`.execute(
    db,
  );
  return rows[0]?.id ?? null;
}

/** Directors and managers within whose scope a population lies, by name: one of them sees to it. */
export async function possibleOwners(
  db: Db,
  path: readonly string[],
  day: string,
): Promise<readonly { readonly id: number; readonly name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select distinct v.id, v.name from records.viewer v
    join records.viewer_role r on r.viewer_id = v.id and r.valid @> ${day}::date
      and r.role in ('director', 'manager')
    join records.viewer_scope s on s.viewer_id = v.id and s.valid @> ${day}::date
      and (s.kind = 'company' or s.key = any (${[...path]}::text[]))
    where v.disabled_at is null order by v.name, v.id`.execute(db);
  return rows;
}
