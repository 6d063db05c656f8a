import type { CanonicalRecord } from "#app/model/canonical.ts";

const OLDEST = Date.UTC(1990, 0, 1);
/** Longer ids than any network's own would not fit into an index. */
const LONGEST_ID = 1_000;

/** Why a record is left out. */
export const unsound = {
  id: "An id that is no text, or longer than any. The record was left out.",
  time: "A time before 1990 or in the future. The record was left out.",
  total: "A total that is no number. The record was left out.",
} as const;

/**
 * A record as the database takes it, or why it is left out: one that it refuses would take all that
 * came with it along, night after night. A date that is only said besides is left empty when it is
 * none.
 */
export function soundRecord(
  record: CanonicalRecord,
  latest: number,
): CanonicalRecord | keyof typeof unsound {
  const isPast = (time: string) => {
    const at = Date.parse(time);
    return at >= OLDEST && at <= latest && isInCalendar(time);
  };
  const dated = (time: string | null) => (time === null || isDate(time) ? time : null);
  switch (record.type) {
    case "member": {
      if (!areIds(record.id)) return "id";
      const { endedAt = null } = record;
      return endedAt === dated(endedAt) ? record : { ...record, endedAt: null };
    }
    case "group": {
      if (!areIds(record.id)) return "id";
      const { name, createdAt, archivedAt } = record;
      return {
        ...record,
        name: name?.replaceAll("\0", "") ?? null,
        createdAt: dated(createdAt),
        archivedAt: dated(archivedAt),
      };
    }
    case "membership":
      if (!areIds(record.group, record.member)) return "id";
      return { ...record, joinedAt: dated(record.joinedAt) };
    case "activity": {
      const { id, member, group, root, target, at, withdrawnAt } = record;
      if (!areIds(id, member, group, root, target)) return "id";
      if (!isPast(at)) return "time";
      // It is withdrawn, whenever that was.
      return withdrawnAt === dated(withdrawnAt) ? record : { ...record, withdrawnAt: at };
    }
    case "count":
      if (!areIds(record.member, record.group)) return "id";
      if (record.day.length !== 10 || !isPast(record.day)) return "time";
      return Number.isFinite(record.n) && record.n >= 0 ? record : "total";
    case "alias":
      return areIds(record.formerly, record.member) ? record : "id";
    case "answer":
    case "consent":
      if (!areIds(record.member)) return "id";
      return isPast(record.at) ? record : "time";
    default:
      return record;
  }
}

function areIds(...ids: readonly (string | null)[]): boolean {
  return ids.every((id) => id === null || (id.length <= LONGEST_ID && !id.includes("\0")));
}

/** Whether PostgreSQL knows the time: its calendar has no year 0, and ours none beyond 9999. */
function isDate(time: string): boolean {
  const at = Date.parse(time);
  return at >= FIRST && at < LAST && isInCalendar(time);
}

/** JavaScript takes 31 February for 3 March; PostgreSQL does not take it at all. */
function isInCalendar(time: string): boolean {
  if (!/^\d{4}-\d\d-\d\d/.test(time)) return false;
  const day = Number(time.slice(8, 10));
  return day <= 28 || new Date(`${time.slice(0, 10)}T00:00:00Z`).getUTCDate() === day;
}

const FIRST = Date.parse("0001-01-02T00:00:00Z");
const LAST = Date.parse("9999-01-01T00:00:00Z");
