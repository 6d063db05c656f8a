import type { Family } from "../method.ts";

/** What goes on over weeks. */
export const watching = {
  retention: {
    topic: "Staying active",
    sentence: "Of those who start, what share still takes part after so many weeks?",
    plain:
      "A cohort is followed from its start to the first silence of 28 days. Somebody who leaves the company has not lapsed: they count as long as they are there, then go out of the calculation. No person is ever followed on screen.",
    example:
      "Ten people. The first one lapses: 9 in 10 are left. Another leaves the company: 8 people are followed. One of them lapses: 7 in 8. The share that stays is 9/10 × 7/8 = 79%.",
    depth: {
      letters:
        "tᵢ: the moments at which somebody lapses; dᵢ: how many lapse then; nᵢ: how many were still followed just before.",
      units: "a share from 0 to 1, at each moment.",
      domain: "at least one person; positive durations.",
      assumes: "that those who leave the company would not have lapsed more than the others.",
      withheld: "under 10 people in a cohort.",
      source: "Kaplan and Meier (1958), Nonparametric estimation from incomplete observations.",
    },
  },
  alerts: {
    topic: "Alerts",
    sentence: "A warning when the activity of a unit really changes; never about a person.",
    plain:
      "One poor week is nothing: activity comes and goes. So at least ten past weeks are looked at to know what is ordinary, public holidays and the month of August are taken out, and a warning is given only if the week, or a slow drift, is out of the ordinary.",
    example:
      "A unit of 100 people, usually 30% active: an ordinary week is between 16% and 44%. At 12%, a warning is given. At 22% five weeks running, none is outside the limits, but the drift shows.",
    depth: {
      letters:
        "p̄: usual share; nᵢ: headcount of the week; zᵢ: standardised difference; σ: Laney’s spread, mean jump from week to week ÷ 1.128; λ = 0.2; L = 3; k = 0.5; h = 5.",
      rule: "Three readings: Laney’s p′ chart (a week beyond three deviations), EWMA and CUSUM (drifts). The reference is made of 10 to 26 ordinary weeks, before the eight that are watched; it is itself uncertain, which is allowed for (Student’s t). The week itself has to be 5 points or more under what is usual. The alerts of one night are corrected together; at most one per unit, kind and month. Where half of the parts of a unit fall, the unit is named; else its parts are. Three other kinds of alert are findings, without a test: participation whose whole range is 10 points under that of the company, once a third of the wave has passed; a network that has nothing to tell three working days in a row; a night that failed.",
      units: "shares; standardised differences.",
      domain:
        "at least 10 weeks of reference, and 20 people. Never for a questionnaire, which has too few points.",
      assumes: "that what is ordinary is stable enough to serve as a reference.",
      withheld:
        "when the figure of the last week is hidden, or known as a range only. An alert uses nothing but what is released.",
      source:
        "Laney (2002), Improved control charts for attributes; Roberts (1959) for EWMA; Page (1954) for CUSUM.",
    },
  },
} as const satisfies Family;
