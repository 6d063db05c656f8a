import type { Family } from "../method.ts";

/** Whether questions belong together, and whether people of a team agree. */
export const questionnaire = {
  drivers: {
    topic: "What goes with engagement",
    sentence: "The part of each theme in what moves together with engagement. Not a cause.",
    plain:
      "Themes go together: whoever trusts also feels heard. To share fairly what they explain in common, they are added one by one, in every possible order, and what each brings is averaged. A leading theme moves together with engagement; improving it will not necessarily raise it.",
    example:
      "Two themes, correlated 0.6 and 0.4 with engagement, and 0.3 with each other. Together they explain 41% of its variation: 31% for the first, 11% for the second (but for rounding).",
    depth: {
      letters:
        "R²: share of variance explained; S: themes already added; p: number of themes; Λ, r: square root of the themes’ correlation matrix, and their correlations with engagement; VIF: variance inflation.",
      rule: "Up to 12 themes, every order (LMG, Shapley value); above, Johnson’s weights. Themes too close to each other (VIF > 5) are joined. Intervals from 300 resamples with a fixed seed; if those of the first and the third overlap, they are not ordered.",
      units: "parts of R², which add up to R².",
      domain: "at least 100 complete answers, and 10 a theme.",
      assumes:
        "links that are roughly straight; answers of one person on one day, which inflates the links.",
      withheld:
        "under these numbers: the reader is sent to the whole that contains the population.",
      source:
        "Lindeman, Merenda and Gold (1980); Grömping (2006), Relative importance for linear regression in R; Johnson (2000), A heuristic method for estimating the relative weight.",
    },
  },
  reliability: {
    topic: "Reliability of an indicator",
    sentence: "Do the questions of an indicator say the same thing?",
    plain:
      "If those who answer high on one question answer high on the others, they can be brought together under one name. Reliability usually goes from 0 to 1; under 0.70, the questions are better read one by one. A negative value points at a question put the other way round.",
    example: "Three questions, each two correlated 0.5: 3 × 0.5 ÷ (1 + 2 × 0.5) = 0.75.",
    depth: {
      letters:
        "k: number of questions; s²ᵢ: variance of question i; s²ₜ: variance of the total; λᵢ, θᵢ: loading and own variance of question i in a one-factor model; F: Fisher’s quantile.",
      rule: "Complete answers only, unless said otherwise. Feldt’s interval. A negative value is never brought to zero.",
      units: "without a unit, at most 1.",
      domain: "at least 3 questions and 200 complete answers; the whole company only.",
      assumes: "a single factor; on five points, alpha is a little too low.",
      withheld: "never computed for a team.",
      source:
        "Cronbach (1951), Coefficient alpha and the internal structure of tests; Feldt (1965); McDonald (1999) for omega.",
    },
  },
  agreement: {
    topic: "Agreement within teams",
    sentence: "May a team be given a single figure?",
    plain:
      "If the people of one team answer very differently, the team’s mean describes nobody. Two questions: do they agree more than if they answered at random? And do teams differ from each other, beyond the people in them?",
    example:
      "On five points, answering at random has a variance of 2. A team with a variance of 0.5 has an agreement of 1 − 0.5 ÷ 2 = 0.75. Teams of 10, with mean squares of 3 between teams and 1 within: ICC(1) = 2 ÷ 12 = 0.17 and ICC(2) = 2 ÷ 3 = 0.67.",
    depth: {
      letters:
        "s²: variance within the team; A: answer options; J: questions, with mean variance s̄²; MSB, MSW: mean squares between and within teams; k̄: mean size.",
      rule: "Agreement is given under two kinds of chance, uniform and slightly skewed, or not at all. ICC by analysis of variance. Teams differ usefully if ICC(1) ≥ 0.05 and ICC(2) ≥ 0.70.",
      units: "without a unit, at most 1.",
      domain: "at least two teams, with at least two answers each.",
      assumes: "teams of similar sizes for ICC(2).",
      withheld: "never for a small team: an agreement of 1 would mean that all answered alike.",
      source:
        "James, Demaree and Wolf (1984), Estimating within-group interrater reliability; LeBreton and Senter (2008); Bliese (2000).",
    },
  },
} as const satisfies Family;
