import type { Family } from "../method.ts";

/** What may be said of a difference. */
export const comparing = {
  difference: {
    topic: "Comparing two shares",
    sentence:
      "A difference is named only if chance explains it badly and it is at least {points} points.",
    plain:
      "Even if nothing sets two populations apart, their shares will never be quite the same. So the question is: would a difference this large often come by chance? If so, we say “cannot be told apart”, which does not mean “they are the same”. Under {tested} answers on either side, nothing is tested: we say “too few people to tell”.",
    example:
      "56 favourable out of 100 against 45 out of 100: 11 points, but the interval of the difference goes from −3 to +24 and holds zero: they cannot be told apart. With four times as many answers (224 out of 400 against 180 out of 400), it goes from +4 to +18: that is more than chance.",
    depth: {
      letters:
        "p₁, p₂: the two shares; [l, u]: the Wilson interval of each; d: the difference; p: share of both sides together; p-value: how often a difference at least as large comes if nothing sets them apart.",
      rule: "More than chance if three things agree: the p-value is 0.05 or less, Newcombe’s interval does not hold zero, and |d| is at least {points} points before rounding. The p-value is that of the z test; Fisher’s (mid-p) where fewer than 5 favourable, or unfavourable, people are expected on a side. If everybody answered on both sides, the difference is exact and is not tested.",
      units: "percentage points.",
      domain: "two separate groups, at least {tested} answers on each side.",
      assumes: "answers that are independent from one group to the other.",
      withheld:
        "when one of the two figures is hidden; not tested when one of them is given as a band only.",
      source:
        "Newcombe (1998), Interval estimation for the difference between independent proportions, method 10; Fisher (1935); Lancaster (1961) for the mid-p value.",
    },
  },
  rest: {
    topic: "A team against the rest",
    sentence:
      "A team is compared with everybody else in the whole, not with a whole that contains it.",
    plain:
      "To compare a team with the company is partly to compare it with itself: a large team will always look like the whole it dominates. So the team is taken out of the whole, and compared with what is left.",
    example:
      "The company: 500 favourable out of 1,000 (50%). The team: 80 out of 200 (40%). The rest: 420 out of 800, that is 52.5%. The gap is not 10 points but 12.5.",
    depth: {
      letters: "x, n: the team; X, N: the whole; d: difference from the rest.",
      units: "percentage points.",
      domain: "the team is smaller than the whole, and the rest has at least {tested} answers.",
      assumes: "as for two shares.",
      withheld: "when the team or the whole is hidden.",
      source:
        "splitting a total into two separate parts; the difference from the whole is (1 − n ÷ N) times the difference from the rest.",
    },
  },
  waves: {
    topic: "From one wave to another",
    sentence: "Two waves of one team are compared as two separate groups: that is cautious.",
    plain:
      "They are mostly the same people, and somebody who was content is often still so. Unless the answers of one person are linked across waves, nothing can be made of it: the margin shown is then a little too wide, and a true change may go unnoticed. If everybody answered both waves, the difference is the team’s own, exactly.",
    example:
      "Among those who answered both waves, 20 became favourable and 8 ceased to be. By chance alone, 28 people split as unevenly as that 4 times in 100: the change is larger than chance.",
    depth: {
      letters:
        "b: people who became favourable; c: people who ceased to be; B: heads in b + c tosses of a coin; m: people of both waves; cov: covariance of their answers.",
      rule: "Answers that are not linked: as two separate shares, which is cautious. Linked answers: McNemar’s exact test, and the variance with the overlap taken out.",
      units: "percentage points.",
      domain: "the same question, in the same words, in both waves.",
      assumes:
        "that the people of the two waves are comparable: arrivals and departures change a mean without anybody changing their mind.",
      withheld: "when one of the two waves is hidden, or the question was changed.",
      source:
        "McNemar (1947), Note on the sampling error of the difference between correlated proportions.",
    },
  },
  means: {
    topic: "Comparing two means",
    sentence: "For an index or a mean, the difference is held against what the spread allows.",
    plain:
      "If answers are widely spread, two means easily differ by chance; if they lie close, a small difference already counts. The size of the effect is said too: by how many standard deviations the two groups differ.",
    example:
      "3.6 from 40 answers against 3.2 from 50, standard deviation 1 on both sides: t = 1.89, and such a difference comes by chance 6 times in 100. They cannot be told apart.",
    depth: {
      letters:
        "m, s, n: mean, standard deviation and number of answers of each group; ν: degrees of freedom; g: Hedges’ effect size, s being the common standard deviation; δ: Cliff’s delta.",
      rule: "Welch’s t; under 15 answers on a side, the exact rank test of Wilcoxon, Mann and Whitney, ties included.",
      units: "those of the question; g in standard deviations; δ from −1 to +1.",
      domain: "two groups of at least two answers, with some spread.",
      assumes: "independent answers; means that are roughly normal.",
      withheld: "under {means} answers on either side.",
      source: "Welch (1947); Mann and Whitney (1947); Hedges (1981); Cliff (1993).",
    },
  },
  many: {
    topic: "Many comparisons at once",
    sentence:
      "Of a hundred comparisons in which nothing moved, five would seem to move: this is corrected for.",
    plain:
      "The more figures are looked at, the surer it is that one of them jumps by chance. On the page of the barometer, all the movements of a wave are therefore judged together: of twenty companies in which nothing moved, at most one would be told of a single real one. The others are put under “what only seems to move”.",
    example:
      "Four movements, with p-values 0.001, 0.012, 0.03 and 0.4. Corrected, they are 0.004, 0.036, 0.06 and 0.4: only the first remains real.",
    depth: {
      letters:
        "m: number of comparisons tested; p₍ⱼ₎: the j-th p-value, from the smallest to the largest; q: corrected p-value, held against what its family allows.",
      rule: "A family is what one person has before their eyes at once: one wave, one population with its parts, in three families: the dials (2.5%), the indicators of the parts (1.5%), the questions (1%), 5% in all. Comparisons that were not tested are not part of it. After the correction, {points} points are still needed. The changes shown on the page of teams are a family too. Differences from the rest on the page of teams, and those on the page of one team, are families too. Those of the map are still judged one by one: of twenty cells in which nothing differs, one may be tinted.",
      units: "a probability from 0 to 1.",
      domain: "p-values from 0 to 1; a missing p-value stays missing.",
      assumes:
        "nothing about how the comparisons hang together: Holm’s correction always holds, and is more cautious than it need be where they go together, as neighbouring questions do.",
      source: "Holm (1979), A simple sequentially rejective multiple test procedure.",
    },
  },
  measured: {
    topic: "What has moved since an action",
    sentence:
      "A population that moves after an action might have moved without it: what is looked at is whether it moved more than those like it.",
    plain:
      "An action is measured between the last wave closed before it began and the first opened afterwards. The change of the population is compared with that of the populations with the same parent and of the same cut in which no action was begun for the same indicator. The margin holds the chance in who answered and how much such populations move by themselves. Even beyond chance, nothing says that the action is the cause: something else may have happened there and then.",
    example:
      "A unit gains 15 points, the four like it 2, −1, 3 and 0: one point on average. The difference is 14 points, between 4 and 24: beyond chance.",
    depth: {
      letters:
        "Δ: change of the population; dᵢ: changes of the k others; V: sampling variances, taken from the intervals; τ²: variance of the dᵢ beyond sampling; t: quantile of Student’s t with k − 1 degrees of freedom.",
      rule: "at least three comparable populations; else the change alone is said, with its margin. A rounded figure counts with half of its rounding on top.",
      units: "points, with an interval of 95%.",
      domain: "shares of people shown at both waves, of a question that stayed the same.",
      assumes:
        "that without the action the population would have moved like the others, within their dispersion; that the two waves are independent, which widens the margin.",
      withheld: "what the reader may not read is no part of their comparison.",
      source: "Angrist and Pischke (2009), Mostly Harmless Econometrics, chapter 5.",
    },
  },
} as const satisfies Family;
