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
      letters: "θᵢ: the share that team i would follow; μ: that of all teams.",
      rule: "On the page of teams, the group comes from the comparison with the rest (95% test, at least {points} points). Once the calculation for small teams is shown, it will be the chance that the team is above the whole: over 90%, under 10%, or between.",
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
