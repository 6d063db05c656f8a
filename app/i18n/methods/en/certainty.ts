import type { Family } from "../method.ts";

/** How far a figure may lie from what is looked for. */
export const certainty = {
  interval: {
    topic: "The team’s interval",
    sentence:
      "The grey band: between what and what the share would be if the whole population had answered.",
    plain:
      "A team is not a poll: nearly everybody is known, and the only unknown is what those who did not answer think. The more answers, the narrower the band; when everybody answered, it is gone. A band made this way holds the share of the whole team at least 19 times out of 20 (up to {team} people; about as often above). It assumes that those who keep silent are like those who answer: look at participation before concluding.",
    example:
      "12 answers from 15 people, 8 of them favourable: 67%. If all 15 had answered, the share would be between 8 in 15 and 11 in 15: between 53% and 73%.",
    depth: {
      letters:
        "N: headcount; n: answers; x: favourable; p = x ÷ n; K: favourable people in the whole team; X: favourable people among n drawn from the team (hypergeometric distribution); C(N, n): number of ways of choosing n of N; z = 1.96.",
      rule: "Up to {team} people, exact: every K that does not make x surprising, divided by N. Above, Wilson’s interval in which the n answers count as n* (finite-population correction), kept within the logical bounds. Headcount unknown, or participation hidden: Wilson with n, so that the interval does not betray how many did not answer.",
      units: "a share from 0 to 1, written in per cent.",
      domain: "0 ≤ x ≤ n ≤ N, n ≥ 1; with n = N, the interval is the point itself.",
      assumes:
        "that answering or not does not depend on what the answer would have been. If the discontented answer less, the band is too hopeful, and no calculation mends it: the logical bounds always hold.",
      withheld: "when the figure is hidden; under {exact} answers, see “Bands”.",
      source:
        "Wilson (1927), Probable inference, the law of succession, and statistical inference; Brown, Cai and DasGupta (2001), Interval estimation for a binomial proportion; finite-population correction as in the Civil Service People Survey (Cabinet Office, 2019).",
    },
  },
  process: {
    topic: "The interval of the process",
    sentence:
      "Where the question is whether something changed, the same people might have answered otherwise.",
    plain:
      "“What does this team think?” and “has the climate changed?” are two questions. For the second, even if everybody answered, the answers of another day would have been a little different. The interval is then that of an ordinary poll: it depends on the number of answers only, and it is wider. Comparisons of teams and of waves use it; a grey band around a figure does not.",
    example:
      "8 favourable out of 12 answers: between 39% and 86%, while the team of 15 people itself is between 53% and 73%.",
    depth: {
      letters: "x: favourable; n: answers; p = x ÷ n; z = 1.96.",
      units: "a share from 0 to 1, written in per cent.",
      domain: "n ≥ 1; the ends stay between 0 and 1.",
      assumes: "independent answers, drawn from one process.",
      withheld: "like the figure it goes with.",
      source:
        "Wilson (1927); Brown, Cai and DasGupta (2001) show why the usual formula p ± z√(p(1−p)/n) goes wrong near 0 and 1.",
    },
  },
  bounds: {
    topic: "Logical bounds",
    sentence: "The worst and the best the share can be, whatever those who did not answer think.",
    plain:
      "These bounds assume nothing. At one end, all who keep silent are unfavourable; at the other, all are favourable. They are often wide: that is what is really known when few people answer.",
    example:
      "60 answers from 100 people, 36 of them favourable (60%). The share of the whole population is between 36 and 76 in 100.",
    depth: {
      letters: "x: favourable; n: answers; N: headcount.",
      units: "a share from 0 to 1.",
      domain: "0 ≤ x ≤ n ≤ N, n ≥ 1.",
      assumes: "nothing.",
      withheld: "like the figure; never where headcount or participation are hidden.",
      source: "worst-case bounds; Manski (1989), Anatomy of the selection problem.",
    },
  },
  sample: {
    topic: "Sample",
    sentence: "Where only a share of the people is asked, it is drawn by lot, within each part.",
    plain:
      "Each part of the company gives the same proportion of its people: none is forgotten, none is chosen. A small part gives at least ten, or all. The same draw can be made again and verified.",
    example: "A quarter of 100, 60 and 4 people: 25, 15 and 4.",
    depth: {
      letters: "f: share wanted; N and n, with the index h: people of the part, and people drawn.",
      rule: "In proportion, by largest remainder; at least ten a part. Drawn by a seeded generator, whose seed is written with the wave: the same seed draws the same people.",
      units: "whole people.",
      domain: "a share over 0 and under 1.",
      assumes: "that those who do not answer are like the others: the draw cannot help it.",
      source: "Cochran (1977), Sampling Techniques, chapter 5; largest remainder: Hamilton.",
    },
  },
} as const satisfies Family;
