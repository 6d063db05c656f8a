const DAY = 86_400_000;

/** How long changes are trusted: whoever is deleted appears in no list of changes. */
const WHOLE_EVERY = 7 * DAY;

/** What a reading leaves behind: when everybody was last told. */
export function bookmark(wholeAt: Date | null): string {
  return JSON.stringify({ whole: wholeAt?.toISOString() ?? null });
}

/** When everybody was last told, or null when they have to be told again by now. */
export function lastWhole(cursor: string | null, to: Date): Date | null {
  try {
    const { whole } = JSON.parse(cursor ?? "null") ?? {};
    const at = new Date(whole);
    const age = to.getTime() - at.getTime();
    return typeof whole === "string" && age >= 0 && age < WHOLE_EVERY ? at : null;
  } catch {
    return null;
  }
}
