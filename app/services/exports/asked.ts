import { isDay } from "#app/model/period.ts";
import type { WantedReleases } from "#db/records/release-parts.ts";

export const separators = ["point", "comma"] as const;
/** How numbers and columns are separated: 0.5 and commas, or 0,5 and semicolons. */
export type Separators = (typeof separators)[number];

/** What an export holds: the address says it all, so that the same address is the same file. */
export interface AskedExport {
  /** `all`, `waves`, `weeks`, or `wave:<key>`. */
  readonly content: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly cut: string | null;
  readonly measure: string | null;
  readonly separators: Separators;
}

/**
 * Reads the address. Null when it asks for a wave or a week there is none of: a choice that is not
 * understood must not become a larger file.
 */
export function askedExport(
  address: URLSearchParams,
  waves: readonly string[],
): AskedExport | null {
  const given = (name: string) => address.get(name) || null;
  const content = given("content") ?? "all";
  const wave = content.startsWith("wave:") ? content.slice("wave:".length) : null;
  if (wave === null ? !["all", "waves", "weeks"].includes(content) : !waves.includes(wave)) {
    return null;
  }
  const [from, to] = [given("from"), given("to")];
  // PostgreSQL knows no such character, so nothing can be called that.
  if ([...address.values()].some((one) => one.includes("\0"))) return null;
  if ([from, to].some((one) => one !== null && !isDay(one))) return null;
  return {
    content,
    from,
    to,
    cut: given("cut"),
    measure: given("measure"),
    separators: address.get("separators") === "comma" ? "comma" : "point",
  };
}

export function wantedReleases({ content, from, to, cut }: AskedExport): WantedReleases {
  const wave = content.startsWith("wave:") ? content.slice("wave:".length) : null;
  return {
    waves: content === "weeks" ? null : { key: wave },
    weeks: content === "all" || content === "weeks" ? { from, to } : null,
    cut,
  };
}
