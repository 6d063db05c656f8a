/**
 * One method in one language, for two readers: whoever never studied statistics stops after the
 * example; whoever did opens the rest. `{slots}` are the numbers in force, never written twice.
 */
export interface MethodText {
  readonly topic: string;
  readonly sentence: string;
  readonly plain: string;
  /** A worked example, small enough to check on paper. */
  readonly example: string;
  /** What stands behind “The calculation”, beside the formula. */
  readonly depth: Depth;
}

/** Facts of the second depth, in this order; what does not apply to a method is left out. */
export const facets = [
  "letters",
  "rule",
  "units",
  "domain",
  "assumes",
  "attacker",
  "withheld",
  "limits",
  "source",
] as const;
export type Facet = (typeof facets)[number];

type Depth = { readonly [F in Exclude<Facet, "source">]?: string } & { readonly source: string };

/** The methods of one family, by the anchor that other pages link to. */
export type Family = Readonly<Record<string, MethodText>>;
