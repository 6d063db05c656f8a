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
        "under {activity} people, or fewer than {contributors} who took part; “all” and “all but one” or two are one range. The share is rounded, to the percent from 500 people on, to tenths under 100: two neighbouring weeks speak of three of the same weeks, and their difference would be a few people.",
      source: "a definition of the project, the same for every network.",
    },
  },
  "group-life": {
    topic: "Life of a group",
    sentence: "New, growing, steady, fading or silent: four weeks beside the four before.",
    plain:
      "A group is new for 28 days. It is silent where fewer than {contributors} people, or fewer than 5% of its members, took part: nobody and a few are not told apart. It grows or fades where at least a quarter more or fewer people took part than in the 28 days before, and chance badly explains it. Otherwise it is steady. An open group is named. Of a closed one only purpose and size are said, to whoever directs the company. A secret one is never listed: their number is given by fives.",
    example:
      "30 people took part in the last four weeks, 18 in the four before; 14 came, 2 went. 12 more on 18 is more than a quarter, and 14 to 2 is what a coin gives 4 times in 1,000: growing.",
    depth: {
      letters:
        "c: people who took part now and not before; l: before and not now; p: probability of so uneven a split, or more, if each of them had been drawn by a coin.",
      rule: "growing or fading: p < 0.05, and at least a quarter more or fewer.",
      domain:
        "groups of a network that has been read for all of the 56 days; people employed at the end of the last week.",
      assumes:
        "that people come and go independently of each other: a campaign brings them together, so a state describes and proves no cause. Groups are not corrected for being many.",
      withheld:
        "under {means} members no state is said; closed groups are counted by fives in each state.",
      source: "McNemar (1947), exact, two-sided; the states are a definition of the project.",
    },
  },
  rhythm: {
    topic: "Rhythm of the week",
    sentence: "For each shift, the share of its people who did something in each hour of the week.",
    plain:
      "Over four whole weeks, at least once in that hour, on the clock of their own site. Shares are told in steps of at least {contributors} people, so that nobody is seen to come or go; from half of the shift on, more is not told. A rhythm is released once every four weeks: no two of them share a week. Shifts are never added up.",
    example:
      "A night shift of 100 people: steps of 5 people, that is 5%. Four people on Monday at 22:00 look like nobody: “less than 5%”.",
    depth: {
      letters: "x: people who did something in that hour; n: people of the shift; s: the step.",
      units: "a step of 1, 2, 5, 10 or 20%: the finest of at least {contributors} people.",
      domain: "168 hours, from Monday midnight on.",
      assumes: "that everybody is in one shift; where no shift is known, the company is drawn.",
      withheld: "shifts for which a step of 20% would be fewer than {contributors} people.",
      source: "a definition of the project.",
    },
  },
  "by-network": {
    topic: "Network by network",
    sentence: "The same adoption on each network, beside what its vendor would say.",
    plain:
      "Ours: people who took part in a group there in four weeks, out of the headcount. As vendors count: open accounts that did anything at all, reading and private messages included, out of open accounts. The second is nearly always higher. It is recomputed from what the network supplies, not read from a console; what a network does not supply is in neither. Somebody may take part on several networks: the rows do not add up.",
    example:
      "100 people, 40 accounts, 10 people who posted, 20 more who only read: ours 10%, the vendor’s 30 in 40, that is 75%.",
    depth: {
      letters:
        "A: people who took part in a group there; H: headcount; U: open accounts that did anything; C: open accounts of people employed.",
      units: "shares from 0 to 1.",
      domain: "networks read for all of the four weeks.",
      assumes: "that accounts are rightly tied to people.",
      withheld: "as adoption; the vendors’ way of counting is given of the company alone.",
      source:
        "a definition of the project; the consoles of Workplace, Viva Engage and Slack divide by accounts.",
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
  reach: {
    topic: "Reach and exchanges",
    sentence:
      "People whom an announcement reached, or who exchanged elsewhere, in four weeks, over headcount.",
    plain:
      "Reached: opened at least one announcement of head office or of somebody who leads, in an open group for announcements. A reaction does not stand for a view: where no network tells who has seen what, reach is not supplied. To exchange: to comment on, react to, vote on or give thanks for what somebody else wrote in a group. A cell of the matrix says which share of one unit exchanged with somebody of another. Questions to leaders count as answered if somebody who leads answers within seven days; all of them have had seven days.",
    example:
      "Of the 400 people of the plants, 60 commented at least once in four weeks on what somebody of head office wrote: 15%. 40 questions, 24 answered within seven days, 10 of them within one: 60% and 25%.",
    depth: {
      letters:
        "A: people reached, or who exchanged, at least once in the last 4 weeks counted; H: people there on the Sunday of the last one (towards a unit, without those of that unit); Q: questions; r: those answered in time.",
      units: "shares from 0 to 1.",
      domain: "a person counts once; neither private messages nor what one wrote oneself.",
      assumes:
        "that head office and those who lead are known to the organisation; that a question is known by its form, before the text is forgotten.",
      withheld:
        "like activity; questions and announcements: under {contributors} people. The matrix, the index and the questions are said of the company, its highest units, frontline and desk only. An announcement is followed for three weeks and released once, without author or text.",
      source: "definition of the project, the same for all networks.",
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
