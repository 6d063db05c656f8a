import { over, power, row, sub, sum, type Term } from "#app/ui/term.ts";

const variance = (index: string) => power(sub("s", index), "2");
const agreement = row("J (1 − ", over(power("s̄", "2"), sub("v", "0")), ")");

/** Formulas of questions that go together, and of people who agree. */
export const questionnaire: Readonly<Record<string, readonly Term[]>> = {
  drivers: [
    row(
      sub("LMG", "j"),
      " = ",
      sum("S"),
      over("|S|! (p − 1 − |S|)!", "p!"),
      "(",
      power("R", "2"),
      "(S, j) − ",
      power("R", "2"),
      "(S))",
    ),
    row(
      sub("J", "j"),
      " = ",
      sum("k"),
      power(sub("Λ", "jk"), "2"),
      power(sub("b", "k"), "2"),
      ", b = ",
      power("Λ", "−1"),
      " r",
    ),
    row(sub("VIF", "j"), " = ", over("1", row("1 − ", power(sub("R", "j"), "2")))),
  ],
  reliability: [
    row(
      "α = ",
      over("k", "k − 1"),
      "(1 − ",
      over(row(sum("i"), variance("i")), variance("t")),
      ")",
    ),
    row("1 − (1 − α) F(0.975; n − 1, (n − 1)(k − 1))"),
    row("1 − (1 − α) F(0.025; n − 1, (n − 1)(k − 1))"),
    row(
      "ω = ",
      over(
        row("(", sum("i"), sub("λ", "i"), power(")", "2")),
        row("(", sum("i"), sub("λ", "i"), power(")", "2"), " + ", sum("i"), sub("θ", "i")),
      ),
    ),
  ],
  agreement: [
    row(
      sub("r", "wg"),
      " = 1 − ",
      over(power("s", "2"), sub("v", "0")),
      ", ",
      sub("v", "0"),
      " = ",
      over(row(power("A", "2"), " − 1"), "12"),
    ),
    row(
      sub("r", "wg(j)"),
      " = ",
      over(agreement, row(agreement, " + ", over(power("s̄", "2"), sub("v", "0")))),
    ),
    row("ICC(1) = ", over("MSB − MSW", row("MSB + (k̄ − 1) MSW"))),
    row("ICC(2) = ", over("MSB − MSW", "MSB")),
  ],
};
