/**
 * `2022/11/11 20:59:10 +0000` (REST), `2022-11-11 20:59:10 UTC` or ISO 8601 (exports), as ISO 8601;
 * null for `null`, nothing, and what is no date.
 */
export function isoOf(moment: string | null | undefined): string | null {
  if (!moment) return null;
  const [, year, month, day, time = "00:00:00", zone = "Z"] =
    /^(\d{4})[/-](\d\d)[/-](\d\d)(?:[ T](\d\d:\d\d(?::\d\d)?(?:\.\d+)?))?\s*(Z|UTC|[+-]\d\d:?\d\d)?$/.exec(
      moment.trim(),
    ) ?? [];
  if (year === undefined) return null;
  const offset = zone === "UTC" ? "Z" : zone.replace(/^([+-]\d\d)(\d\d)$/, "$1:$2");
  const at = Date.parse(`${year}-${month}-${day}T${time}${offset}`);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** Ids as they are compared: text. Empty, `null` and 0 are no id. */
export function idOf(id: number | string | null | undefined): string | null {
  const text = String(id ?? "").trim();
  return text === "" || text === "null" || text === "0" ? null : text;
}
