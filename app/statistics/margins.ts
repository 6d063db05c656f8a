/** The categories of one respondent: { site: "Lyon", contract: "permanent" }. */
export type Row = Readonly<Record<string, string>>;

/** How many people each category of each variable has: { site: { Lyon: 120, Lille: 80 } }. */
export type Margins = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A margin laid over the rows. */
export interface Column {
  /** The category of each row. */
  readonly names: readonly string[];
  /** Where the category of each row is in `targets`. */
  readonly places: Int32Array;
  /** People of each category that has any. */
  readonly targets: readonly number[];
}

/** Margins whose totals differ by more than this, relatively, do not count the same people. */
const SAME_TOTAL = 1e-9;

/**
 * Lays margins over rows.
 * @throws RangeError when there is no margin, a count is negative, totals differ, a row has no
 * category or one without people, or a category with people has no row.
 */
export function columnsOf(rows: readonly Row[], margins: Margins): readonly Column[] {
  requireMargins(margins);
  return Object.entries(margins).map(([variable, people]) => {
    const filled = Object.entries(people).filter(([, target]) => target > 0);
    const places = new Map(filled.map(([category], place) => [category, place]));
    const names = rows.map((row, index) => categoryOf(row, variable, index));
    const found = Int32Array.from(names, (name) => places.get(name) ?? -1);
    const stranger = found.indexOf(-1);
    if (stranger !== -1) {
      throw new RangeError(
        `rows[${stranger}] has ${variable} "${names[stranger]}", which has nobody in margins`,
      );
    }
    const seen = new Set(names);
    for (const [category] of filled) {
      if (!seen.has(category)) {
        throw new RangeError(`margins.${variable} has "${category}", which has nobody in rows`);
      }
    }
    return { names, places: found, targets: filled.map(([, target]) => target) };
  });
}

/** @throws RangeError when there is no margin, a count is not one, or totals differ. */
export function requireMargins(margins: Margins): void {
  const totals = Object.entries(margins).map(([variable, people]) => {
    for (const [category, target] of Object.entries(people)) {
      if (!(target >= 0 && Number.isFinite(target))) {
        throw new RangeError(`margins.${variable}.${category} must be 0 or more, not ${target}`);
      }
    }
    return { variable, total: Object.values(people).reduce((sum, target) => sum + target, 0) };
  });
  const [first] = totals;
  if (first === undefined) throw new RangeError("margins must name a variable");
  if (!(first.total > 0)) throw new RangeError(`margins.${first.variable} must count somebody`);
  for (const { variable, total } of totals) {
    if (Math.abs(total - first.total) > SAME_TOTAL * first.total) {
      throw new RangeError(
        `margins must have the same total: ${first.variable} has ${first.total}, ${variable} ${total}`,
      );
    }
  }
}

/** @throws RangeError when the row does not say. */
export function categoryOf(row: Row, variable: string, index: number): string {
  const category = Object.hasOwn(row, variable) ? row[variable] : undefined;
  if (typeof category !== "string") throw new RangeError(`rows[${index}] has no ${variable}`);
  return category;
}
