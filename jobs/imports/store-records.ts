import type { CanonicalRecord, Verb } from "#app/model/canonical.ts";
import { dayIn } from "#app/model/period.ts";
import { Batch } from "#db/intake/activity/batch.ts";
import { ActivityStore } from "#db/intake/activity/store.ts";
import { withSession } from "#db/intake/session.ts";
import { readAddressWays } from "#db/records/address-ways.ts";
import type { Context } from "#jobs/context.ts";
import type { Findings } from "./findings.ts";
import { Said } from "./said.ts";
import { soundRecord, unsound } from "./sound-record.ts";
import { stagedMember } from "./staged-member.ts";

/** Records in memory at once, whatever the length of the source. */
const LARGEST = 50_000;
/** A cursor commits what is waiting, unless it is hardly anything. */
const SMALLEST = 2_000;
const DAY = 86_400_000;

export interface Reading {
  readonly connectionId: number;
  /** For the record of an import. */
  readonly source: string;
  readonly importId?: number;
  readonly records: AsyncIterable<CanonicalRecord>;
  /** The ids are those of lines: see `numberRepeats` where they are stored. */
  readonly numberRepeats?: boolean;
  readonly window?: { readonly from: Date; readonly to: Date };
  /** Who is in each group is told whole: whoever is not mentioned has left. */
  readonly tellsMemberships?: boolean;
  /**
   * Everything of these kinds that stands in the window is told, but for what is refused: what is
   * not told was withdrawn.
   */
  readonly stands?: readonly Verb[];
  readonly refusals: Findings;
  progress?(done: number, total: number | null): void;
}

export interface Stored {
  /** Acts and totals read. */
  readonly read: number;
  /** Of those, how many were not there before. */
  readonly added: number;
  /** Acts that are no longer told, and count as withdrawn from now on. */
  readonly withdrawn: number;
  /** When the last act happened, or the last day a total speaks of. */
  readonly last: Date | null;
}

/**
 * Stores records as they come, batch by batch, each committed together with the cursor that follows
 * it: whoever is killed half-way goes on from there, and what is read twice is kept once.
 */
export async function storeRecords(context: Context, reading: Reading): Promise<Stored> {
  const { timeZone, now, keys, url } = context;
  const { refusals, window, connectionId, source, importId, numberRepeats = false } = reading;
  const { stands } = reading;
  const ways = await readAddressWays(context.db);
  return withSession(url, async (session) => {
    const today = dayIn(timeZone, now);
    const store = await ActivityStore.open(session, {
      ...{ connectionId, timeZone, today, now, numberRepeats, source },
      tellsWhatStands: stands !== undefined,
      ...(importId === undefined ? {} : { importId }),
    });
    const latest = now.getTime() + DAY;
    let batch = new Batch();
    let said = new Said();
    /** The batch the database is busy with, while the next one is read. */
    let storing: Promise<void> = Promise.resolve();
    let read = 0;
    let added = 0;
    let last = Number.NEGATIVE_INFINITY;
    let cursor: string | null = null;
    /** The groups that are known not to have been told whole; and whether more may be missing. */
    const unread = new Set<string>();
    let isMissing = false;
    try {
      for await (const record of reading.records) {
        const committed = take(record);
        if (committed !== null) await committed;
      }
    } catch (error) {
      // What was read before still counts; its own failure is not the one to hear of.
      await commit(window === undefined || cursor === null ? null : { cursor, ...window })
        .then(() => storing)
        .catch(() => {});
      throw error;
    }
    await commit(window === undefined ? null : { cursor, ...window });
    await storing;
    const isTold = stands !== undefined && window !== undefined && !isMissing;
    const withdrawn = await store.finish({
      from: window?.from ?? null,
      isWhole: reading.tellsMemberships ?? false,
      stood: isTold ? { ...window, verbs: stands } : null,
      unread: [...unread],
    });
    return { read, added, withdrawn, last: Number.isFinite(last) ? new Date(last) : null };

    /** Null when there is nothing to wait for: most records only join the batch. */
    function take(told: CanonicalRecord): Promise<void> | null {
      const record = soundRecord(told, latest);
      if (typeof record === "string") {
        refusals.add(null, null, unsound[record]);
        missing("group" in told && told.group !== null ? [told.group] : []);
        return null;
      }
      switch (record.type) {
        case "member":
          batch.addMember(stagedMember(record, keys, ways));
          break;
        case "group":
          batch.addGroup(record);
          break;
        case "membership":
          batch.addMembership(record);
          break;
        case "activity":
          read += 1;
          last = Math.max(last, Date.parse(record.at));
          batch.addAct(record);
          break;
        case "count":
          read += 1;
          last = Math.max(last, endOf(record.day, record.grain));
          batch.addCount(record);
          break;
        case "alias":
        case "answer":
        case "consent":
        case "undelivered":
          said.add(record);
          break;
        case "person":
          // Taken like an HR file, by whoever reads a network that tells people.
          break;
        case "refusal":
          refusals.add(null, record.where, record.reason);
          missing(record.groups);
          break;
        case "progress":
          reading.progress?.(record.done, record.total);
          break;
        case "cursor":
          cursor = record.value;
          if (window === undefined) return null;
          if (record.isDurable) return commit({ cursor, ...window }).then(() => storing);
          return batch.size >= SMALLEST ? commit({ cursor, ...window }) : null;
      }
      // Between two cursors: what is read again after an interruption is known by its id.
      return batch.size + said.size >= LARGEST ? commit(null) : null;
    }

    function missing(groups: readonly string[] | undefined): void {
      isMissing ||= groups === undefined;
      for (const group of groups ?? []) unread.add(group);
    }

    async function commit(bookmark: Parameters<ActivityStore["store"]>[1]): Promise<void> {
      const [full, heard] = [batch, said];
      batch = new Batch();
      said = new Said();
      await storing;
      // Known by their ids, so they may come again: they need not be in one transaction with the rest.
      storing = heard
        .store(context, connectionId)
        .then(() => store.store(full, bookmark))
        .then((count) => {
          added += count;
        });
      // Heard of at the next commit; until then it is nobody's unhandled failure.
      storing.catch(() => {});
    }
  });
}

/** Noon of the last day a total speaks of: that day wherever the company is. */
function endOf(day: string, grain: "day" | "week"): number {
  return Date.parse(`${day}T12:00:00Z`) + (grain === "week" ? 6 : 0) * DAY;
}
