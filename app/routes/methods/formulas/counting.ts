import { over, power, root, row, sub, sum, type Term } from "#app/ui/term.ts";

/** Formulas of what is counted. */
export const counting: Readonly<Record<string, readonly Term[]>> = {
  favourable: [row("p = ", over("F", "F + M + D")), row("v = ", over("r − b", "h − b"))],
  indicator: [row("p = ", over("1", "n"), sum("i"), over(sub("f", "i"), sub("a", "i")))],
  index: [
    row("I = ", over("1", "n"), sum("i"), over("1", "k"), sum("j"), "100", over("r − b", "h − b")),
  ],
  mean: [
    row("m ± ", sub("t", "0.975"), over("s", root("n"))),
    row(
      power("s", "2"),
      " = ",
      over(row(sum("i"), "(", sub("x", "i"), "− m", power(")", "2")), "n − 1"),
    ),
  ],
  participation: [row("p = ", over("n", "N"))],
  enps: [
    "100 (P − D)",
    row(
      "SE = 100",
      root(over(row("P + D − (P − D", power(")", "2")), "n"), "·", over("N − n", "N − 1")),
    ),
    row("SE(d) = ", root(power(sub("SE", "1"), "2"), " + ", power(sub("SE", "2"), "2"))),
  ],
};
