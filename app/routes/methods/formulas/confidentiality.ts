import { power, row, type Term } from "#app/ui/term.ts";

/** What the audit asks of the solver. */
export const confidentiality: Readonly<Record<string, readonly Term[]>> = {
  audit: [
    "min c · x, max c · x",
    row(power("b", "−"), " ≤ A x ≤ ", power("b", "+")),
    "0 ≤ x ≤ n, x ∈ ℤ",
  ],
};
