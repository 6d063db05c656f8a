/** The columns of an export, in their order. */
export const columns = [
  "release_kind",
  "release_key",
  "released_at",
  "population_key",
  "population",
  "cut",
  "parent_key",
  "measure",
  "form",
  "n",
  "value",
  "value_exact",
  "value_least",
  "value_most",
  "low",
  "high",
  "hidden",
  "without",
] as const;
export type Column = (typeof columns)[number];

/** One line of an export; null is an empty cell, which is not the same as 0. */
export type Row = Readonly<Record<Column, string | number | null>>;
