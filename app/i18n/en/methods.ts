/** How each figure is computed, in words. */
export const methods = {
  "methods.title": "Methods",
  "methods.lead": "How each figure is computed, and what it does not say.",
  "methods.share": "Favourable share",
  "methods.share.sentence": "The share of answers 4 and 5 on a scale from 1 to 5.",
  "methods.share.1":
    "3 is neutral, 1 and 2 are unfavourable. Who did not answer the question is counted on neither side.",
  "methods.share.2":
    "An indicator (connection, trust, engagement) is the favourable share of the answers to its questions, in equal parts.",
  "methods.share.3":
    "A question that asks for a number is shown as a mean: no favourable share is invented for it.",
  "methods.share.4":
    "Participation is the number of answers over the number of people invited; those who left before the close leave both.",
  "methods.interval": "Interval",
  "methods.interval.sentence": "The grey bar says what chance leaves possible, 19 times out of 20.",
  "methods.interval.1":
    "For a share: what it would be if the whole population had answered, by an exact interval up to 500 people and Wilson’s above. Where the headcount is not known, Wilson’s.",
  "methods.interval.2": "For a mean: Student’s interval.",
  "methods.interval.3":
    "It assumes that those who did not answer are like those who did: look at participation before concluding.",
  "methods.interval.4":
    "Under 20 answers the number is a band, the share is in tenths and the interval is that of the low end of the band.",
  "methods.interval.5":
    "A complete count (participation, adoption) has no margin: everybody is counted.",
  "methods.difference": "A real difference",
  "methods.difference.sentence":
    "A difference is called real only if chance does not explain it and it is at least 5 points.",
  "methods.difference.1":
    "The interval of the difference is computed (Newcombe, 1998); it is real if all of it lies on one side of zero.",
  "methods.difference.2":
    "A team is compared with the rest of what it is part of, not with the whole: it is not compared with itself.",
  "methods.difference.3": "Under 30 answers on either side, the difference is not tested.",
  "methods.difference.4":
    "Each difference is judged on its own. On a large map, about one in twenty may seem real by chance.",
  "methods.difference.5":
    "The points displayed are the difference of the two numbers displayed: who subtracts finds the same.",
  "methods.adoption": "Adoption and activity",
  "methods.adoption.sentence":
    "The people who took part in a group in four weeks, divided by headcount.",
  "methods.adoption.1":
    "Taking part: posting, commenting, reacting or voting in a group. Reading, joining or writing privately does not count.",
  "methods.adoption.2":
    "It is divided by headcount, never by open accounts: who has no account counts too.",
  "methods.adoption.3": "Active people: those who did something during the week.",
  "methods.adoption.4":
    "A week is released when every network has covered it, or after 14 days with a mention of the one that is missing.",
  "methods.hidden": "Hidden",
  "methods.hidden.sentence": "A hidden cell says nothing, not even why it is hidden.",
  "methods.hidden.1":
    "Too few people, or a neighbour that a subtraction would reveal: the cell is the same.",
  "methods.hidden.2": "A line breaks over a hidden wave; it is never drawn across.",
  "methods.hidden.3": "A population that is too small is read with the nearest whole that can be.",
} as const;
