import type { Family } from "../method.ts";

/** What is done on the networks, always over headcount. */
export const activity = {
  adoption: {
    topic: "Group adoption",
    sentence: "The people who took part in a group within four weeks, out of the headcount.",
    plain:
      "To take part is to post, comment, react or vote in a group. Reading, joining or writing privately does not count. We divide by headcount, never by accounts: otherwise a company in which nobody has an account would have the best adoption. Whoever objected is on neither side.",
    example:
      "300 people, 150 accounts, 120 people who took part at least once: 120 in 300, that is 40% (and not 120 in 150).",
    depth: {
      letters:
        "A: people who took part at least once in the last 4 counted weeks; H: people employed on the Sunday of the last week.",
      units: "a share from 0 to 1, written in per cent.",
      domain: "a person counts once, whatever the number of networks.",
      assumes:
        "that accounts are rightly tied to people; an account that is not tied is never guessed.",
      withheld:
        "under {activity} people, or fewer than {contributors} who took part; “all” and “all but one” or two are one range.",
      source: "a definition of the project, the same for every network.",
    },
  },
  active: {
    topic: "Active people and messages",
    sentence: "Active: the people who did something during the week, out of the headcount.",
    plain:
      "To view, join or leave a group is not enough. Messages are a number of acts; those across teams, the share of those whose two teams are known. A week is released once every network has covered it, or after 14 days with the names of those that are missing. Days and weeks are the company’s, in its time zone.",
    example:
      "200 people, of whom 60 did something this week: 30%. 500 messages whose two teams are known, 100 to another team: 20%.",
    depth: {
      letters:
        "a: people with at least one act other than viewing, joining, leaving; H: headcount; M: messages whose sending and receiving teams are known; E: those that go to another team.",
      units: "shares from 0 to 1; a number of acts.",
      domain: "ISO week, Monday to Sunday.",
      assumes: "that what a network does not supply is missing: it is never a zero.",
      withheld:
        "under {activity} people or {contributors} contributors; messages: under {contributors} authors.",
      source: "a count.",
    },
  },
  stickiness: {
    topic: "Habit",
    sentence: "On a working day, what share of the month’s active people is there?",
    plain:
      "Each weekday the active people are counted, divided by those who were active in the 28 days before, and the mean is taken. Other definitions exist and give other figures: two habits are never compared without knowing which is read.",
    example: "200 people active in the month, 60 on an average weekday: 30%.",
    depth: {
      letters:
        "DAU: people active on day d; MAU: people active in the 28 days ending on day d; W: weekdays.",
      units: "a share from 0 to 1.",
      domain: "days on which somebody was active within 28 days.",
      assumes: "a day is the company’s, in its time zone.",
      withheld: "like activity.",
      source: "a definition of the project, among several in use.",
    },
  },
  concentration: {
    topic: "Concentration",
    sentence: "Is it always the same who write? Without ever saying who.",
    plain:
      "The number goes from 0 (all write as much) to nearly 1 (one person writes everything). It is given twice: with those who do not write, and without them, because these are two questions.",
    example: "Five people wrote 0, 0, 1, 1 and 8 messages: 0.68. Among the three who wrote: 0.47.",
    depth: {
      letters: "yᵢ: number of acts, from the smallest to the largest; n: people.",
      units: "without a unit, from 0 to (n − 1) ÷ n.",
      domain: "at least one act: if nobody did anything, there is no concentration.",
      assumes: "all acts count alike.",
      withheld: "like activity. No list of people is made.",
      source: "Gini (1912).",
    },
  },
  ties: {
    topic: "Ties",
    sentence: "Do people answer each other? And do they talk beyond their own unit?",
    plain:
      "A tie goes from whoever answers to whoever is answered. Reciprocity is the share of ties that exist in both directions. The external-internal index compares ties that leave the unit with those that stay in it; as a small unit always has more colleagues outside than inside, it is compared with what ties drawn at random would give.",
    example:
      "10 ties of which 6 are returned: reciprocity of 60%. 30 ties to the outside, 70 inside: (30 − 70) ÷ 100 = −0.4. If chance gave +0.8, the unit is very much turned towards itself.",
    depth: {
      letters:
        "L: directed ties between different people; M: those that are returned; E, I: ties to the outside and inside; EI₀: what ties drawn at random would give; nᵤ: people of unit u; n: people.",
      rule: "The matrix of ties from unit to unit is given only where there are 5 people on each side and 5 ties.",
      units: "reciprocity and density from 0 to 1; external-internal from −1 to +1.",
      domain: "at least one tie; at least two people for density.",
      assumes: "that an answer or a reaction is a tie; never what it says.",
      withheld: "like activity. Neither a graph of people nor “influencers”.",
      source:
        "Krackhardt and Stern (1988), Informal networks and organizational crises, for the external-internal index.",
    },
  },
} as const satisfies Family;
