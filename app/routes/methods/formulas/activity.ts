import { over, row, sub, sum, type Term } from "#app/ui/term.ts";

/** Formulas of what is done on the networks. */
export const activity: Readonly<Record<string, readonly Term[]>> = {
  adoption: [row("p = ", over("A", "H"))],
  "group-life": [row("p = min(1, 2 P[ X ≤ min(c, l) ]),  X ~ B(c + l, ", over("1", "2"), ")")],
  rhythm: [row("⌊ ", over("x", "n s"), " ⌋")],
  "by-network": [row("p = ", over("A", "H")), row("v = ", over("U", "C"))],
  active: [row("p = ", over("a", "H")), row("p = ", over("E", "M"))],
  stickiness: [row("h = ", over("1", "W"), sum("d"), over(sub("DAU", "d"), sub("MAU", "d")))],
  concentration: [
    row(
      "G = ",
      over(row("2 ", sum("i"), "i ", sub("y", "i")), row("n ", sum("i"), sub("y", "i"))),
      " − ",
      over("n + 1", "n"),
    ),
  ],
  reach: [row("p = ", over("A", "H")), row("q = ", over("r", "Q"))],
  ties: [
    row("R = ", over("M", "L")),
    row("D = ", over("L", "n (n − 1)")),
    row("EI = ", over("E − I", "E + I")),
    row(
      sub("EI", "0"),
      " = 1 − 2 ",
      over(row(sum("u"), sub("n", "u"), "(", sub("n", "u"), " − 1)"), "n (n − 1)"),
    ),
  ],
};
