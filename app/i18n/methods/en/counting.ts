import type { Family } from "../method.ts";

/** What is counted, before anything is compared. */
export const counting = {
  favourable: {
    topic: "Favourable share",
    sentence: "Of the answers given, the share that is on the favourable side.",
    plain:
      "On a scale from 1 to 5, 4 and 5 are favourable, 3 is neutral, 1 and 2 are unfavourable. Whoever did not answer the question counts on neither side. A question put the other way round is read from the other end.",
    example:
      "12 answers: 7 favourable, 3 neutral, 2 unfavourable. The favourable share is 7 in 12, that is 58%.",
    depth: {
      letters:
        "F, M, D: numbers of favourable, neutral and unfavourable answers. r: an answer; b and h: the low and the high end of the scale; v: its place between them, from 0 to 1.",
      rule: "Favourable above v = 0.6, unfavourable below 0.4, neutral between: the 2 highest answers of 4, 5 or 6, the 3 highest of 7 or 8, the 4 highest of 9, 10 or 11, and as many at the bottom; of 2 or 3, the highest.",
      units: "a share from 0 to 1, written in per cent.",
      domain: "scales of 2 to 11 points; without an answer there is no share (never zero).",
      assumes:
        "that the two highest answers say the same thing: the share does not tell “agree” from “strongly agree”.",
      withheld:
        "under {answers} answers to this question. When nearly all answered alike, it is a range.",
      source:
        "the custom of public staff surveys, among them the technical guide of the Civil Service People Survey (Cabinet Office, United Kingdom, 2019).",
    },
  },
  indicator: {
    topic: "Indicator",
    sentence:
      "Connection, trust, engagement: the mean favourable share of the indicator’s questions.",
    plain:
      "First, for each person, the share of their answers that are favourable; then the mean over people. Everybody counts as one, whether they answered one question or all of them.",
    example:
      "Three people, two questions. The first is favourable on both (1), the second on one (0.5), the third answered one question only, unfavourably (0). The indicator is (1 + 0.5 + 0) ÷ 3 = 50%.",
    depth: {
      letters:
        "f: questions that person i answered favourably; a: questions of the indicator that they answered; n: people who answered at least one question.",
      units: "a share from 0 to 1, written in per cent.",
      domain: "at least one question of the indicator answered.",
      assumes:
        "that the questions are about the same thing (see reliability). The interval counts whole people, as for a single question: it is rather too wide.",
      withheld: "like a favourable share; an indicator and its questions are hidden together.",
      source: "a decision of the project.",
    },
  },
  index: {
    topic: "Index from 0 to 100",
    sentence: "A mean on the scale itself, where the strength of the answers should be kept.",
    plain:
      "Each answer is given points: 0 for “strongly disagree”, 100 for “strongly agree”, and in equal steps between. They are averaged for each person, then over people. Two teams can have the same favourable share and different indices: the index sees whether answers are lukewarm or firm.",
    example: "Three people answer 5, 4 and 2 out of 5: (100 + 75 + 25) ÷ 3 = 67.",
    depth: {
      letters: "r, b, h: as for the favourable share; k: number of questions in the index.",
      units: "points, from 0 to 100. It is not a percentage.",
      domain:
        "a person with one of the questions of the index missing is not counted; without a complete person there is no index.",
      assumes:
        "that the steps of the scale are of equal height. Differences are tested with t, not z.",
      withheld: "under {means} people.",
      source:
        "Cabinet Office, Civil Service People Survey, technical guide (2019), for the engagement index.",
    },
  },
  mean: {
    topic: "Mean",
    sentence: "A question that asks for a number is shown as a mean, from {means} answers on.",
    plain:
      "No favourable share is invented for it. The band around it allows for what other people of the same kind would have answered: a band made this way holds the mean that is looked for 19 times out of 20.",
    example:
      "25 answers, mean 3.4, standard deviation 1: the band goes from 3.4 − 2.06 × 1 ÷ 5 to 3.4 + 2.06 × 1 ÷ 5, that is from 2.99 to 3.81.",
    depth: {
      letters:
        "m: mean; s: standard deviation; n: answers; t: Student’s quantile with n − 1 degrees of freedom.",
      units: "those of the question.",
      domain: "n ≥ 2, and answers that are not all the same.",
      assumes: "independent answers, with none far away from the others where n is small.",
      withheld:
        "under {means} answers, or without any spread; under {exact}, the band is rounded outwards.",
      source: "Student (1908), The probable error of a mean.",
    },
  },
  participation: {
    topic: "Participation",
    sentence: "The people who answered, out of those who were invited.",
    plain:
      "It is a complete count: it has no margin. In a confidential wave, those who left before it closed are on neither side.",
    example: "60 answers from 80 people invited: 75%.",
    depth: {
      letters: "n: answers sent; N: invitations, within the frame frozen at opening.",
      units: "a share from 0 to 1, written in per cent.",
      domain: "at least one invitation.",
      assumes: "nothing: everybody is counted.",
      withheld:
        "under {invited} people invited. From none to {unanswered} people who did not answer, or who did, it is the same range (“90% or more”): the share would point at those who are missing.",
      source: "a count.",
    },
  },
  rounding: {
    topic: "Rounding",
    sentence: "Everything is computed with all its decimals and rounded once, at the end.",
    plain:
      "Adding two numbers that were rounded already is sometimes a point wrong. The favourable share is therefore computed from answers, never by adding two displayed percentages; and a displayed difference may be one point away from what subtracting the two displayed numbers gives.",
    example:
      "103 people agree and 166 strongly agree, out of 565: 269 ÷ 565 = 47.6%, displayed 48%. Adding the rounded shares (18% and 29%) would have given 47%.",
    depth: {
      rule: "To the nearest, halves away from zero. A difference is subtracted first and rounded afterwards: from 58.495 to 52.952 it is −5.543, displayed −6, while the two displayed numbers, 58 and 53, seem to say −5. Tests take all the decimals.",
      units: "percentage points.",
      source:
        "Cabinet Office, Civil Service People Survey, technical guide (2014), for the example.",
    },
  },
  enps: {
    topic: "Recommendation (eNPS-type)",
    sentence:
      "The share of those who recommend the company (9 or 10 out of 10), less the share of those who do not (0 to 6).",
    plain:
      "The figure goes from −100 to +100. It moves a lot: with 30 answers, its margin is about 30 points on each side. A movement smaller than the margin means nothing, and is given no colour.",
    example:
      "100 answers: 40 at 9 or 10, 30 at 7 or 8, 30 from 0 to 6. The figure is 40 − 30 = +10, with a margin of about 16 points on each side: between −6 and +26.",
    depth: {
      letters:
        "P, D: shares of 9–10 and of 0–6; n: answers; N: headcount; SE: standard error; the margin is 1.96 SE.",
      units: "points, from −100 to +100. It is not a percentage.",
      domain: "a scale from 0 to 10; n ≥ 1.",
      assumes:
        "independent answers. Small populations are given three imagined answers (¾ for, 1½ neutral, ¾ against), which keep the margin from being zero.",
      withheld: "under {means} answers.",
      source:
        "variance of a difference of multinomial shares; correction for small numbers after Agresti and Coull (1998). NPS® is a trade mark of its owners.",
    },
  },
} as const satisfies Family;
