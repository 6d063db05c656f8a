import type { Family } from "../method.ts";

/** Many teams side by side, and whole companies from those who answered. */
export const teams = {
  shrinkage: {
    topic: "Small teams: borrowing from the whole",
    sentence:
      "What was observed is not touched; only those who did not answer are estimated from the whole.",
    plain:
      "In a small team, a few absent people are enough to move the share. To guess what they would have said, what their colleagues say and what the whole company says are mixed; the more of the team has answered, the less the company counts. The answers that were given stay as they are.",
    example:
      "A team of 8, of whom 5 answered, 4 favourably; the company is at 50% and weighs as much as 20 answers. Each of the 3 absent people counts as (4 + 10) ÷ (5 + 20) = 0.56. The team is estimated at (4 + 3 × 0.56) ÷ 8 = 71%, instead of 80%.",
    depth: {
      letters:
        "x, n, N: favourable answers, answers, headcount of the team; a, b: the beta distribution fitted to all teams, with mean μ = a ÷ (a + b) and correlation ρ = 1 ÷ (a + b + 1).",
      units: "a share from 0 to 1, with an interval.",
      domain:
        "at least ten teams to fit a and b. Where ρ is zero, the teams do not differ: that is said, instead of sorting them.",
      assumes:
        "that teams are alike enough to throw light on each other; a and b come from all of them, hidden ones included.",
      withheld: "like the share it replaces.",
      source:
        "Efron and Morris (1975), Data analysis using Stein’s estimator; Kleinman (1973) for the moments of the beta-binomial distribution.",
    },
  },
  tiers: {
    topic: "Three groups, no ranking",
    sentence: "Clearly above, clearly below, and all those that cannot be told apart.",
    plain:
      "A ranking gives everybody a place, while most places are chance: the first and the last nearly always go to the smallest teams. So only what can be said is said, and names are in alphabetical order.",
    example:
      "Of ten teams, two are clearly below the rest, one clearly above. The seven others are in one group, even if their shares go from 48% to 61%.",
    depth: {
      letters:
        "θᵢ: the share that team i would follow; μ: that of all teams; a, b: the beta distribution fitted to their shares.",
      rule: "A team is on one side if everything agrees: the comparison with the rest, corrected for all comparisons of the page, is beyond chance; the difference is at least {points} points; and, once ten comparable teams are shown as numbers, the chance that θᵢ is above μ (the beta distribution of those teams, then the answers of this one) is at least 90%, or at most 10%. Nothing is computed from what is not shown: a rounded share is only compared at both ends of its rounding, a range is not.",
      units: "a probability from 0 to 1.",
      domain: "teams that are shown; a hidden team is in no group.",
      assumes: "as the comparison it comes from.",
      withheld: "never a rank, for anybody.",
      source: "Goldstein and Spiegelhalter (1996), League tables and their limitations.",
    },
  },
  funnel: {
    topic: "Funnel plot",
    sentence: "The smaller a team, the further chance can carry it: the funnel draws it.",
    plain:
      "Each team is a point: large ones to the right, small ones to the left. Two curves show how far chance alone can carry them. What lies outside the funnel deserves a look; what lies inside does not.",
    example:
      "In a company at 50%, a team of 25 answers can be between 30% and 70% by chance; a team of 400, between 45% and 55%.",
    depth: {
      letters:
        "μ: share of the whole; n: answers of the team; z = 1.96 or 3.09; φ: over-dispersion; zᵢ: standardised differences, winsorised at 10% on each side; τ²: variance between teams.",
      rule: "Limits at 95% and 99.8%, exact under 30 answers. If teams spread more than chance (φ > 1), the funnel is widened by τ².",
      units: "a share from 0 to 1.",
      domain: "n ≥ 1; enough teams to estimate φ.",
      assumes: "that all would follow the same share if nothing set them apart.",
      withheld: "hidden teams are not in it.",
      source:
        "Spiegelhalter (2005), Funnel plots for comparing institutional performance; DerSimonian and Laird (1986) for τ².",
    },
  },
  strengths: {
    topic: "Strengths and points to work on",
    sentence:
      "Three of each at most, and only what the tests keep: nothing is put forward because it merely comes first.",
    plain:
      "Of twenty questions one is always first and one last, even if nothing sets them apart. So the page of a team names three kinds of things only, in this order: what differs from the rest, what moved, and what more (or less) than half of the team is favourable about, even at the end of the interval. There may be none.",
    example:
      "32 favourable answers out of 40: 80%, the interval goes from 65 to 90%. Even at its lowest, more than half is favourable: that is a strength, unless the team is clearly below the rest. 22 out of 40: from 40 to 69%, it cannot be told.",
    depth: {
      letters: "[l, u]: the interval of the team’s share; ½: half.",
      rule: "Differences from the rest are one family, changes another. What is both above and falling is to be worked on. An indicator of which a question is named already is not named again.",
      domain:
        "the questions of agreement and the indicators that are shown, as shares of favourable answers.",
      assumes: "as the comparisons they come from.",
      withheld: "what is hidden; of a range only both its ends count.",
      source: "Benjamini and Hochberg (1995) for the families; Wilson (1927) for the interval.",
    },
  },
  weighting: {
    topic: "Weighting",
    sentence:
      "Where one trade answers less than another, it can be given its place back; opinions are not corrected by it.",
    plain:
      "If desks answer more than the frontline, the company’s share leans towards them. The frontline’s answers are then given more weight, until everybody weighs what they weigh in the headcount. This mends nothing if, on the frontline, it is the most content who answer.",
    example:
      "70% frontline and 30% desk in the headcount; 50 answers from each. Frontline: 40% favourable, desk: 60%. Unweighted, 50%. Weighted: 0.7 × 40 + 0.3 × 60 = 46%. The 100 answers are then worth 86.",
    depth: {
      letters:
        "w: weight of an answer; T: headcount of a category; n: answers; n*: equivalent number of answers; deff: design effect.",
      rule: "By cell if each has 10 answers; otherwise raking: w is multiplied margin after margin, until the gap is under a millionth. Categories of fewer than 5 answers are joined first. Weights are capped at 3 times their mean, then raked again. Where it does not converge, it says so.",
      units: "a weight without a unit, with mean 1.",
      domain: "large populations only: at least 100 answers.",
      assumes: "that, within a category, those who keep silent are like those who answer.",
      withheld:
        "under 100 answers: a small team’s weighted share, less its plain share, would betray the weight of one person. The plain share is always beside it.",
      source:
        "Deming and Stephan (1940); Deville and Särndal (1992), Calibration estimators in survey sampling; Kish (1965) for n*.",
    },
  },
} as const satisfies Family;
