import { over, power, root, row, sub, type Term } from "#app/ui/term.ts";

const [p1, p2] = [sub("p", "1"), sub("p", "2")];
const squared = (...terms: readonly Term[]) => row("(", ...terms, power(")", "2"));
const deviation = (index: string) => over(power(sub("s", index), "2"), sub("n", index));
const [q1, q2] = [
  over(row(p1, "(1 −", p1, ")"), sub("n", "1")),
  over(row(p2, "(1 −", p2, ")"), sub("n", "2")),
];

/** Formulas of what may be said of a difference. */
export const comparing: Readonly<Record<string, readonly Term[]>> = {
  difference: [
    row("d = ", p1, " − ", p2),
    row("d − ", root(squared(p1, " − ", sub("l", "1")), " + ", squared(sub("u", "2"), " − ", p2))),
    row("d + ", root(squared(sub("u", "1"), " − ", p1), " + ", squared(p2, " − ", sub("l", "2")))),
    row(
      "z = ",
      over(
        "d",
        root("p (1 − p) (", over("1", sub("n", "1")), " + ", over("1", sub("n", "2")), ")"),
      ),
    ),
  ],
  rest: [
    row("d = ", over("x", "n"), " − ", over("X − x", "N − n")),
    row(over("x", "n"), " − ", over("X", "N"), " = (1 − ", over("n", "N"), ") d"),
  ],
  waves: [
    row("p = min(1, 2 P(B ≤ min(b, c)))"),
    row("Var(d) = ", q1, " + ", q2, " − ", over("2 m cov", row(sub("n", "1"), sub("n", "2")))),
  ],
  means: [
    row(
      "t = ",
      over(row(sub("m", "1"), " − ", sub("m", "2")), root(deviation("1"), " + ", deviation("2"))),
    ),
    row(
      "ν = ",
      over(
        squared(deviation("1"), " + ", deviation("2")),
        row(
          over(power(row("(", deviation("1"), ")"), "2"), row(sub("n", "1"), " − 1")),
          " + ",
          over(power(row("(", deviation("2"), ")"), "2"), row(sub("n", "2"), " − 1")),
        ),
      ),
    ),
    row(
      "g = (1 − ",
      over("3", "4 ν − 1"),
      ") ",
      over(row(sub("m", "1"), " − ", sub("m", "2")), "s"),
    ),
    "δ = P(a > b) − P(a < b)",
  ],
  many: [row(sub("q", "(i)"), " = ", sub("max", "j ≤ i"), " (m − j + 1) ", sub("p", "(j)"))],
  measured: [
    row("e = Δ − ", sub("d", "mean")),
    row("e ± t ", root("V + τ² + ", over(row("τ² + ", sub("V", "mean")), "k"))),
  ],
};
