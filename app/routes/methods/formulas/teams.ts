import { over, power, root, row, sub, sum, type Term } from "#app/ui/term.ts";

const tau = power("τ", "2");
const spread = over("μ (1 − μ)", "n");

/** Formulas of many teams, and of weights. */
export const teams: Readonly<Record<string, readonly Term[]>> = {
  shrinkage: [row("m = ", over("x + a", "n + a + b")), row("p = ", over("x + (N − n) m", "N"))],
  tiers: [row("P(", sub("θ", "i"), " > μ)")],
  funnel: [
    row("μ ± z ", root(spread)),
    row("φ = ", over("1", "k"), sum("i"), power(sub("z", "i"), "2")),
    row("μ ± z ", root(spread, " + ", tau)),
  ],
  strengths: [row("l > ½,  u < ½")],
  weighting: [
    row("w ← w ", over("T", row(sum("c"), "w"))),
    row(
      "deff = ",
      over(
        row("n ", sum("i"), power(sub("w", "i"), "2")),
        row("(", sum("i"), sub("w", "i"), power(")", "2")),
      ),
    ),
    row(power("n", "*"), " = ", over("n", "deff")),
  ],
};
