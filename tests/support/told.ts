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
