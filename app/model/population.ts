/** A node of the organisation, or a segment, once figures are about it. */
export interface Population {
  readonly kind: "company" | "unit" | "site" | "segment";
  /**
   * `company`, `unit:<key>`, `site:<key>`, `segment:<segment>:<option>`, or within a unit
   * `unit:<key>/segment:<segment>:<option>`.
   */
  readonly key: string;
  readonly parentKey: string | null;
  /** The way of cutting the company this belongs to: `organisation`, `site`, or a segment's key. */
  readonly cut: string;
  readonly names: { readonly fr: string; readonly en: string };
  /** Keys from the company down to this population. */
  readonly path: readonly string[];
}
