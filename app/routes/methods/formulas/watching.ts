import { over, power, root, row, sub, type Term } from "#app/ui/term.ts";

const mean = "p̄";
const week = root(over(`${mean} (1 − ${mean})`, sub("n", "i")));

/** Formulas of what goes on over weeks. */
export const watching: Readonly<Record<string, readonly Term[]>> = {
  retention: [
    row(
      "S(t) = ",
      { element: "msub", of: ["Π", row(sub("t", "i"), " ≤ t")] },
      "(1 − ",
      over(sub("d", "i"), sub("n", "i")),
      ")",
    ),
  ],
  alerts: [
    row(mean, " ± 3 σ ", week),
    row(sub("z", "i"), " = ", over(row(sub("p", "i"), " − ", mean), week)),
    row(sub("w", "i"), " = λ ", sub("z", "i"), " + (1 − λ) ", sub("w", "i−1")),
    row(
      "|",
      sub("w", "i"),
      "| > L σ ",
      root(over("λ", "2 − λ"), "(1 − ", power("(1 − λ)", "2i"), ")"),
    ),
    row(sub("S", "i"), " = max(0, ", sub("S", "i−1"), " + ", sub("z", "i"), " − k) > h"),
  ],
};
