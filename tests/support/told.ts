import { HttpResponse } from "msw";
import type { CanonicalRecord } from "#app/model/canonical.ts";
import type { Exchange } from "#fixtures/recording.ts";

/** What was told, whatever the order and however often. */
export function facts(records: readonly CanonicalRecord[]): readonly string[] {
  const told = records.filter(({ type }) => type !== "progress" && type !== "cursor");
  return [...new Set(told.map((record) => JSON.stringify(record)))].toSorted();
}

/** Of what was told, all but what could not be read. */
export function toldIn(records: readonly CanonicalRecord[]): string[] {
  return [...facts(records.filter(({ type }) => type !== "refusal"))];
}

/** What came out of a recording that expects nothing yet, to be read and written into it. */
export function asExpected(records: readonly CanonicalRecord[]): string {
  return `nothing is expected yet. Read this line by line, then make it the "expected":\n${JSON.stringify(records, null, 2)}`;
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
const moments = ["at", "withdrawnAt", "createdAt", "archivedAt", "joinedAt", "endedAt"];

/** Moments without an offset, which are another moment elsewhere, and days that are none. */
export function wrongTimes(records: readonly CanonicalRecord[]): readonly string[] {
  return records.flatMap((record) =>
    Object.entries(record).flatMap(([field, value]) => {
      if (typeof value !== "string") return [];
      const isWrong = moments.includes(field)
        ? !moment.test(value)
        : field === "day" && !/^\d{4}-\d\d-\d\d$/.test(value);
      return isWrong ? [`${record.type}, ${field}: ${value}`] : [];
    }),
  );
}

/** Where a reading would go on. */
export function lastCursor(records: readonly CanonicalRecord[]): string | null {
  return records.findLast((record) => record.type === "cursor")?.value ?? null;
}

export function isJsonIn({ headers }: Exchange): boolean {
  return headers["content-type"]?.includes("json") ?? false;
}

export function half(body: Exchange["body"]): Exchange["body"] {
  return body.slice(0, Math.floor(body.length / 2));
}

export function tooOften(
  headers: Readonly<Record<string, string>>,
  body = "limit exceeded\n",
): Response {
  return new HttpResponse(body, {
    status: 429,
    headers: { "content-type": "text/plain; charset=utf-8", ...headers },
  });
}

/** At most thirty of a list, from its first to its last, evenly. */
export function someOf<Item>(items: readonly Item[], most = 30): readonly Item[] {
  if (items.length <= most) return items;
  const step = (items.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => items[Math.round(index * step)]).filter(
    (item) => item !== undefined,
  );
}
