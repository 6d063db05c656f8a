import { over, power, root, row, sub, type Term } from "#app/ui/term.ts";

const z2 = power("z", "2");

/** Wilson's interval in which the answers count for so many. */
const wilson = (n: Term): Term =>
  row(
    over("1", row("1 + ", over(z2, n))),
    "(",
    row("p + ", over(z2, row("2", n))),
    " ± z ",
    root(row(over("p (1 − p)", n), " + ", over(z2, row("4", power(n, "2"))))),
    ")",
  );

const effective = power("n", "*");

/** Formulas of what is uncertain. */
export const certainty: Readonly<Record<string, readonly Term[]>> = {
  interval: [
    "P(X ≥ x | K) > 0.025",
    "P(X ≤ x | K) > 0.025",
    row("P(X = i | K) = ", over("C(K, i) C(N − K, n − i)", "C(N, n)")),
    row(effective, " = ", over("n (N − 1)", "N − n")),
    wilson(effective),
  ],
  process: [wilson("n")],
  bounds: [row(over("x", "N"), " ≤ ", over("K", "N"), " ≤ ", over("x + N − n", "N"))],
  sample: [row(sub("n", "h"), " ≈ f ", sub("N", "h"))],
};
