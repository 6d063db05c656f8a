import type { CanonicalRecord, MemberRecord } from "#app/model/canonical.ts";
import { dayIn } from "#app/model/period.ts";
import { pseudonym } from "#app/privacy/pseudonym.server.ts";
import { Batch, type StagedMember } from "#db/intake/activity/batch.ts";
import { ActivityStore } from "#db/intake/activity/store.ts";
import { withSession } from "#db/intake/session.ts";
import type { Context, Keys } from "#jobs/context.ts";
import type { Findings } from "./findings.ts";

/** Records in memory at once, whatever the length of the source. */
const LARGEST = 50_000;
/** A cursor commits what is waiting, unless it is hardly anything. */
const SMALLEST = 2_000;
const OLDEST = Date.UTC(1990, 0, 1);
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
  readonly refusals: Findings;
  progress?(done: number, total: number | null): void;
}

export interface Stored {
  /** Acts and totals read. */
  readonly read: number;
  /** Of those, how many were not there before. */
  readonly added: number;
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
  return withSession(url, async (session) => {
    const today = dayIn(timeZone, now);
    const store = await ActivityStore.open(session, {
      ...{ connectionId, timeZone, today, now, numberRepeats, source },
      ...(importId === undefined ? {} : { importId }),
    });
    const latest = now.getTime() + DAY;
    let batch = new Batch();
    /** The batch the database is busy with, while the next one is read. */
    let storing: Promise<void> = Promise.resolve();
    let read = 0;
    let added = 0;
    let last = Number.NEGATIVE_INFINITY;
    let cursor: string | null = null;
    try {
      for await (const record of reading.records) {
        const committed = take(record);
        if (committed !== null) await committed;
      }
    } catch (error) {
      // What was read before still counts; its own failure is not the one to hear of.
      await storing.catch(() => {});
      throw error;
    }
    await commit(window === undefined ? null : { cursor, ...window });
    await storing;
    await store.finish({
      from: window?.from ?? null,
      isWhole: reading.tellsMemberships ?? false,
    });
    return { read, added, last: Number.isFinite(last) ? new Date(last) : null };

    /** Null when there is nothing to wait for: most records only join the batch. */
    function take(record: CanonicalRecord): Promise<void> | null {
      switch (record.type) {
        case "member":
          batch.addMember(withPseudonyms(record, keys));
          break;
        case "group":
          batch.addGroup(record);
          break;
        case "membership":
          batch.addMembership(record);
          break;
        case "activity": {
          const at = Date.parse(record.at);
          if (!(at >= OLDEST && at <= latest)) {
            refusals.add(
              null,
              null,
              "A time before 1990 or in the future. The record was left out.",
            );
            break;
          }
          read += 1;
          last = Math.max(last, at);
          batch.addAct(record);
          break;
        }
        case "count":
          read += 1;
          last = Math.max(last, endOf(record.day, record.grain));
          batch.addCount(record);
          break;
        case "refusal":
          refusals.add(null, record.where, record.reason);
          break;
        case "progress":
          reading.progress?.(record.done, record.total);
          break;
        case "cursor":
          cursor = record.value;
          return window !== undefined && batch.size >= SMALLEST
            ? commit({ cursor, ...window })
            : null;
      }
      // Between two cursors: what is read again after an interruption is known by its id.
      return batch.size >= LARGEST ? commit(null) : null;
    }

    async function commit(bookmark: Parameters<ActivityStore["store"]>[1]): Promise<void> {
      const full = batch;
      batch = new Batch();
      await storing;
      storing = store.store(full, bookmark).then((count) => {
        added += count;
      });
      // Heard of at the next commit; until then it is nobody's unhandled failure.
      storing.catch(() => {});
    }
  });
}

/** The one door through which a person of a network enters: as a pseudonym. */
function withPseudonyms(record: MemberRecord, { pseudonym: key }: Keys): StagedMember {
  const { id, kind, active, email, employeeNumber } = record;
  return {
    id,
    kind,
    active,
    emailKey: email ? pseudonym(key, "email", email) : null,
    numberKey: employeeNumber ? pseudonym(key, "number", employeeNumber) : null,
  };
}

/** Noon of the last day a total speaks of: that day wherever the company is. */
function endOf(day: string, grain: "day" | "week"): number {
  return Date.parse(`${day}T12:00:00Z`) + (grain === "week" ? 6 : 0) * DAY;
}
