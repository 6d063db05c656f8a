import type { CanonicalRecord } from "#app/model/canonical.ts";
import { currentIds, storeAliases } from "#db/intake/deliveries/aliases.ts";
import { knownGroups } from "#db/intake/deliveries/known-groups.ts";
import { countFailures, emptyMessages, readWaiting, type Waiting } from "#db/intake/deliveries.ts";
import { isOfOneRow } from "#db/is-of-one-row.ts";
import type { Context } from "#jobs/context.ts";
import { Findings } from "#jobs/imports/findings.ts";
import { storeRecords } from "#jobs/imports/store-records.ts";

/** Messages stored together. */
const MOST = 1_000;

export interface Drained {
  readonly messages: number;
  /** Acts and totals that were not there before. */
  readonly added: number;
  /** Messages the database does not take: they wait, and are tried a few times more. */
  readonly failed: number;
  /** Messages the present key does not open: left aside. */
  readonly illegible: number;
  readonly refusals: Findings;
}

/**
 * Stores what a connection was sent, oldest first, then empties it. Killed anywhere and begun again,
 * or done twice at once, it comes to the same: everything that is stored is known by its id.
 */
export async function drain(
  context: Context,
  connection: { readonly id: number; readonly key: string },
): Promise<Drained> {
  const { db, keys } = context;
  const refusals = new Findings();
  let [messages, added, failed, illegible, after] = [0, 0, 0, 0, 0];
  for (;;) {
    const from = { after, most: MOST };
    const read = await readWaiting(db, keys.directory, connection.id, from);
    const { waiting, last } = read;
    if (last === null) return { messages, added, failed, illegible, refusals };
    after = last;
    illegible += read.illegible;
    if (waiting.length > 0) await take(waiting);
  }

  /** A message that cannot be stored is found by halves, and keeps no other waiting. */
  async function take(some: readonly Waiting[]): Promise<void> {
    try {
      added += await store(context, connection, some, refusals);
      messages += some.length;
    } catch (error) {
      if (!isOfOneRow(error)) throw error;
      const [first, second] = some;
      if (first !== undefined && second === undefined) {
        await countFailures(db, [first.id], 1);
        failed += 1;
        return;
      }
      const half = Math.ceil(some.length / 2);
      await take(some.slice(0, half));
      await take(some.slice(half));
    }
  }
}

async function store(
  context: Context,
  { id: connectionId, key }: { readonly id: number; readonly key: string },
  waiting: readonly Waiting[],
  refusals: Findings,
): Promise<number> {
  const { db, timeZone } = context;
  const records = waiting.flatMap((one) => one.records);
  const aliases = records.filter((record) => record.type === "alias");
  await storeAliases(db, connectionId, aliases, timeZone);
  const current = await currentIds(db, connectionId, records.flatMap(idsIn));
  // Counted only once it is stored: a batch that fails is read again, by halves.
  const found = new Findings();
  const { added } = await storeRecords(context, {
    connectionId,
    source: `${key}: webhook`,
    refusals: found,
    records: under(current, await placed(context, connectionId, records)),
  });
  for (const finding of found.list()) refusals.addMany(finding);
  await emptyMessages(
    db,
    waiting.map(({ id }) => id),
  );
  return added;
}

/**
 * Without what happened in a group nobody has spoken of yet: whether it is open is not known, and the
 * night, which reads the group first, tells it again.
 */
async function placed(
  { db }: Context,
  connectionId: number,
  records: readonly CanonicalRecord[],
): Promise<readonly CanonicalRecord[]> {
  const named = records.flatMap((record) =>
    record.type === "activity" && record.group !== null ? [record.group] : [],
  );
  const known = await knownGroups(db, connectionId, named);
  const introduced = new Set(
    records.flatMap((record) => (record.type === "group" ? [record.id] : [])),
  );
  return records.filter(
    (record) =>
      record.type !== "activity" ||
      record.group === null ||
      known.has(record.group) ||
      introduced.has(record.group),
  );
}

/** The records under the ids people have now. */
async function* under(
  current: ReadonlyMap<string, string>,
  records: readonly CanonicalRecord[],
): AsyncGenerator<CanonicalRecord> {
  const now = (id: string) => current.get(id) ?? id;
  for (const record of records) {
    if (record.type === "member") yield { ...record, id: now(record.id) };
    else if (record.type === "activity") {
      const { member, target } = record;
      yield { ...record, member: now(member), target: target === null ? null : now(target) };
    } else if (record.type === "membership" || record.type === "answer") {
      yield { ...record, member: now(record.member) };
    } else if (record.type === "consent") yield { ...record, member: now(record.member) };
    else if (record.type !== "alias") yield record;
  }
}

function idsIn(record: CanonicalRecord): readonly string[] {
  if (record.type === "member") return [record.id];
  if (record.type === "activity") return [record.member, ...(record.target ? [record.target] : [])];
  const isSaid = ["membership", "answer", "consent"].includes(record.type);
  return isSaid && "member" in record && record.member !== null ? [record.member] : [];
}
