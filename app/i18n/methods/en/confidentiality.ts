import type { Family } from "../method.ts";

/** How it is decided what may be shown. */
export const confidentiality = {
  hidden: {
    topic: "Hidden",
    sentence: "A hidden cell says nothing, not even why it is hidden.",
    plain:
      "Too few people, a neighbour that a subtraction would reveal, or nobody: the cell is the same. A line breaks at a hidden wave. It is never a zero.",
    example:
      "A team of 4 and a team in which nobody answered look exactly the same, on screen and in a file.",
    depth: {
      rule: "The decision is made once, when the release is written. A hidden row holds neither a number nor a value; pages, files and pictures read that set and nothing else.",
      attacker:
        "somebody who compares two screens, an order, a colour, the size of a file or an error message.",
      limits:
        "whoever knows the headcount of a team can tell by themselves that it is too small; we tell nobody.",
      source: "a decision of the project.",
    },
  },
  minimum: {
    topic: "Smallest numbers",
    sentence: "Nothing is shown for fewer than {answers} answers; a mean needs {means}.",
    plain:
      "A figure about few people is nearly the name of those people. This is the first barrier; it is never enough by itself, and the following ones are added to it.",
    example: "A team in which 4 people answered is hidden, whatever they answered.",
    depth: {
      rule: "Share: {answers} answers to that question. Mean, distribution, recommendation: {means}. Sensitive question (health, harassment, discrimination, union): {sensitive}, and never by segment. Participation: {invited} people invited. Comments: {comments} people who answered, {commenters} who wrote. Lines of a file of records: {records} people who share the same attributes. Activity: {activity} people, {contributors} of whom did something. The numbers given here are those in force; a wave keeps those of its opening.",
      attacker: "somebody who knows the team, its rota and who was reminded.",
      limits:
        "over 80 trial companies, the minimum of 5 alone let 67 hidden teams of 151 be worked out, and 164 cells of cross-tables of 170.",
      source: "the custom of public surveys and of tools on the market, which go from 3 to 11.",
    },
  },
  small: {
    topic: "Bands",
    sentence:
      "Under {exact} people, the number is a band, and the share is in tenths: “about 5 in 10”.",
    plain:
      "A precise figure about few people would say what each of them answered: with 7 answers, 43% means 3 people. The interval is then that of the low end of the band: wider than it need be, on purpose.",
    example: "7 answers, 3 favourable: “5 to 9 answers, about 4 in 10”.",
    depth: {
      rule: "Number: 5–9 or 10–19, then exact from {exact} on. Share rounded to the tenth. Interval: Wilson’s, from the low end of what is displayed to its high end, as for 5 or 10 answers.",
      attacker: "somebody who knows nearly all the answers of the team, their own among them.",
      limits: "a share in tenths is not compared: too few people to tell.",
      source: "a decision of the project.",
    },
  },
  ends: {
    topic: "Never all, never nobody",
    sentence:
      "At both ends a reader finds “60% or more”, “40% or less”: “all” and “all but one” are not told apart.",
    plain:
      "If 100% of a team answered no, it is known what each of them answered, however many they are. If there is a single dissenting voice, everybody looks for it. At both ends of the scale, these cases are therefore not told apart, however many people there are: a range is better than a hidden cell.",
    example: "12 answers: 12, 11 or 10 favourable all read “80% or more”.",
    depth: {
      rule: "Nobody, one person or {alike} who differ from all the others: it is the same range, on screen, in a file, in a colour and in an order. For participation, where people know who has not answered, from none to {unanswered} people. Under {exact} people the range is that of the low end of the band.",
      attacker:
        "somebody of the team: they know their own answer, so “all but one” tells them everything about the others.",
      limits: "a share of 80% remains a fact about the team: it learns that most of them agree.",
      source:
        "Machanavajjhala et al. (2007), l-Diversity: privacy beyond k-anonymity, for the danger of homogeneous groups.",
    },
  },
  subtraction: {
    topic: "Complement and remainder",
    sentence:
      "If a total less its shown parts leaves few people, one more part is rounded or hidden.",
    plain:
      "Hiding a single team of a department is useless: the department less the other teams gives it back. So a neighbour is rounded, or hidden with it: whichever costs readers least.",
    example:
      "A department of 40 answers has three teams of 20, 17 and 3. The team of 3 is hidden. Showing the two others would give back 40 − 20 − 17 = 3: the team of 17 is shown less finely, or hidden too.",
    depth: {
      rule: "Within each set of siblings, the hidden parts taken together must reach the minimum, and must not be a single population. Likewise for the whole less one part, and between cuts that few people set apart. An indicator and its questions are judged together.",
      attacker: "somebody with a calculator and every screen.",
      limits:
        "by itself this rule still let 10 teams of 151 be worked out; that is why there is an audit.",
      source:
        "complementary cell suppression; Willenborg and de Waal (2001), Elements of statistical disclosure control.",
    },
  },
  neighbours: {
    topic: "Bands that protect neighbours",
    sentence: "Sometimes rounding a neighbour’s figure is enough to protect another.",
    plain:
      "Hiding costs readers dearly. If saying “between 60 and 80%” of one team keeps its neighbour from being worked out, that is preferred to hiding it. This is why a large team may carry a band: it protects somebody else.",
    example:
      "A department: 62 favourable out of 100. A team: 58 out of 95. The team of 5 that is left has therefore 4. If the large one is said to be “between 60 and 80%”, it has at least 57, and the small one may have anything from 0 to 5.",
    depth: {
      rule: "From the finest to the coarsest: the share itself, rounded to 1, 2, 5 or 10 points, a fifth of the scale, a third, a half, then nothing. What takes least from all readers together is chosen. What is rounded to more than 1 point is written “≈ 45%”, a band “40 to 60%”.",
      attacker:
        "somebody who knows the rule of rounding: they are taken to know which band each value falls into, and nothing more.",
      limits:
        "what is rounded to more than 1 point is tested at both ends of its rounding, and only what holds at both is said; a band is not tested, and is drawn as an empty frame, whose middle is not the figure. An order, where there has to be one, follows the middles.",
      source: "Fischetti and Salazar (2005), for partial suppression by intervals.",
    },
  },
  beside: {
    topic: "Sites and segments are rounded",
    sentence:
      "Beside the organisation, every share is rounded: two people more or less change nothing in it.",
    plain:
      "A team is in a department, and also at a site, in a job family, on a contract. Each exact cut would add an equation, and a few people would end up as the difference of two of them. The organisation may therefore be exact; what cuts across it never is.",
    example:
      "A site of 120 answers, 55 of them favourable (46%): it reads “≈ 45%”. With 53 or 56 favourable it would read the same.",
    depth: {
      rule: "From 500 answers on, rounded to 1 point; from 250, to 2 points; from 100, to 5 points; below, to 10 points. The error is about a quarter of the margin that the share would have anyway.",
      attacker: "somebody who crosses the cuts: the people of the site who are not in the unit.",
      limits:
        "near the edge of a rounding, two people do change it; the audit then judges what that tells.",
      source: "a decision of the project.",
    },
  },
  audit: {
    topic: "The audit",
    sentence:
      "Before a release is written it is attacked: if a way is left to work out a small group, more is hidden.",
    plain:
      "Everything that would be shown is written as equations: these teams make up that department, this share is so much. Then, for each hidden group and each union of hidden groups, the smallest and the largest number of favourable people that go with the rest are looked for. If there is only one answer, the group is betrayed: one more figure is hidden or rounded, and it starts again.",
    example:
      "A department of 20 answers, 17 of them favourable; a team of 12 is shown, with 9. The two hidden teams, of 4 each, have therefore 8 favourable out of 8: hiding was not enough, and the audit hides more.",
    depth: {
      letters:
        "x: number of favourable people in each of the smallest groups; n: their number of answers; A x: what is shown, between b⁻ and b⁺ as rounded; c: the group under attack.",
      rule: "First a proof by exchange: if two people whom nothing that is shown tells apart can swap their answers, the figure stays open. Then, for what is left, two linear programmes in whole numbers for each group under attack. The number of favourable people of a small group must still be able to vary by two people, and by one for whoever belongs to the group or to its neighbours. Otherwise a neighbour is shown less finely, or hidden, at the least cost; in the end everything that was not needed is given back.",
      units: "people.",
      assumes:
        "the worst reader: they see everything that is shown to anybody, know the headcount and the number of answers of each group, answered themselves, and kept everything that was released before.",
      attacker: "two people who put their screens together; an analyst with every export.",
      limits:
        "the decision depends a little on the answers: in a few borderline cases, the fact that a cell is hidden tells a very little of them. This is why nothing is said of the reason.",
      source:
        "Fischetti and Salazar (2001), Solving the cell suppression problem; Willenborg and de Waal (2001). Solver: HiGHS.",
    },
  },
  frozen: {
    topic: "Frozen",
    sentence: "What is released never changes again.",
    plain:
      "If a figure moved after somebody left, the difference would be their answer. The organisation is therefore that of the opening, the results are those of the close, and nothing is shown while the wave is open. A week of activity is released once.",
    example:
      "A team at 6 in 10 yesterday and 5 in 9 today: the person who is missing was favourable. To prevent that, yesterday’s figure goes on being shown.",
    depth: {
      rule: "A correction is a new release, and only if at least the minimum of people differs; the old one stays. Those who leave before a confidential wave closes go out on both sides. An erasure deletes answers, not totals.",
      attacker: "somebody who notes the figures every day and subtracts.",
      limits: "a figure released by mistake stays in the history, replaced but readable.",
      source:
        "Dinur and Nissim (2003), Revealing information while preserving privacy, on what too many exact answers reveal.",
    },
  },
  reorganised: {
    topic: "Today’s organisation",
    sentence: "After a reorganisation, the waves before it are also told by the units of now.",
    plain:
      "A unit of then is counted whole where it has been since: under another name, in another unit, or with those that were joined to it. Nobody is moved alone. What was split between several units is known only of the one that holds them all. What was released does not change: both readings stay side by side.",
    example:
      "56 people in packing and 28 in pastry become one line of 84. If 30 of 50 answer favourably in the one and 10 of 25 in the other, the line is at 40 of 75, or 53%.",
    depth: {
      rule: "a unit made of the same people keeps its figures. Every other is judged together with all that is already out of the wave, which gives no more cover: it alone is rounded, then hidden. What anybody can add up is told exactly, the rest is rounded.",
      domain:
        "waves asked here, the indicators, their questions and participation; once a reorganisation. Activity keeps the organisation of its week.",
      attacker: "knows all that was released of the wave, and who was where.",
      withheld:
        "nothing is added where answers have been erased since: the difference would speak of who gave them.",
      source: "the project’s own definition.",
    },
  },
  thresholds: {
    topic: "Thresholds that only rise",
    sentence: "A threshold can be raised, never lowered, and its history is public.",
    plain:
      "A threshold that could be lowered would protect nobody: it would be enough to wait. A raise applies to what is released after it; it can be withdrawn as long as no release has used it.",
    example:
      "From {answers} to 8, then back to {answers}: the second move is refused, and the attempt is noted.",
    depth: {
      rule: "A floor is written into the database itself, which refuses a lower value wherever it comes from.",
      attacker: "an administrator in a hurry.",
      limits:
        "whoever keeps the server can change the program. That is a matter of control, not of calculation, and the promise says so.",
      source: "a decision of the project; the history of the thresholds is on the Promise page.",
    },
  },
  comments: {
    topic: "Comments",
    sentence:
      "A comment is shown only within a group in which at least {comments} people answered and {commenters} wrote.",
    plain:
      "A sentence often tells who wrote it. Each comment is therefore in one list only, that of the smallest team with enough people, in an order drawn at random and always the same, without a date or anything about its author. Names, addresses, telephones and numbers are taken out before anybody reads; what touches on health, unions or a threat is first read by a person who sees no results.",
    example: "“Call Marie on 06 12 34 56 78” becomes “Call [name removed] on [telephone removed]”.",
    depth: {
      rule: "Taken out: names of the directory, e-mail addresses, telephones, IBAN, social security and staff numbers, mentions, addresses, links. Searching and counting obey the same minimums.",
      attacker:
        "somebody who crosses the lists of comments of several filters: so there is only one grouping.",
      limits: "no program recognises “the only accountant in Lille”. Write knowing that.",
      source: "a decision of the project.",
    },
  },
  ladder: {
    topic: "When a team cannot be shown",
    sentence: "What comes closest is shown, then words; never an empty page.",
    plain:
      "In this order: several waves of the same team together, if that figure was released; otherwise the nearest whole that can be shown; otherwise questions to put to the team, without a figure. A hidden team and a team in which nobody answered are given exactly the same.",
    example:
      "“Stock” is hidden. The reader finds “Logistics South”, of which it is part, and three questions to talk it over.",
    depth: {
      rule: "The nearest whole is the first one, going up the organisation, whose figure was released. No number is computed anew for this page: everything comes from the release.",
      attacker: "somebody who compares what two hidden teams are given.",
      limits: "the whole is not the team: it may be far from it, and the page says so.",
      source: "a decision of the project.",
    },
  },
  together: {
    topic: "Several shares of one question",
    sentence: "How answers fall is shown only where no share gives another away.",
    plain:
      "Favourable, neutral and unfavourable answers add up to everybody; so do the options of a question with one answer. Whoever knows all shares but one knows the last. Options are therefore rounded together, and where what is left would still be known to the person, all shares of that question are hidden for that population.",
    example:
      "In a unit of 100, 70 are favourable and 29 unfavourable: one person is neutral. Only the favourable share is shown.",
    depth: {
      rule: "From {means} answers; of the company, the units right below it, frontline and desks only (a question with several answers, everywhere). Each share is attacked like any other. Then all are laid side by side: none or up to {alike} people must look the same in every share, shown or left over, and no rounded share may be pinned to one count. Of questions with several answers each option stands alone; of a ranking the share who put it first is told. The options of one question are shown, rounded or hidden together.",
      attacker: "somebody who subtracts what is shown of a question from everybody.",
      limits:
        "a distribution that is hidden beside a favourable share that is shown says that one of its parts may be very small.",
      source: "a decision of the project.",
    },
  },
  limits: {
    topic: "What this does not do",
    sentence: "No calculation protects from everything; this is what is left.",
    plain:
      "The rule protects what each person answered from those who read the figures. It does not protect from somebody who looks over a shoulder, nor from somebody who is told, nor from whoever keeps the server. It does not prevent anybody from learning what a team thinks: that is what a barometer is for.",
    example:
      "If four people of a team of five tell each other their answers, a figure of the team gives them the fifth.",
    depth: {
      rule: "Neither random noise nor rounding alone: on the same trials, rounding to 10 points let 112 cells of 170 be worked out.",
      attacker:
        "the audit assumes a reader who knows their own answer; not an agreement between several people of one small group.",
      limits:
        "everybody is taken to know the headcount of each group. Hiding depends a little on the answers. What a customer has copied out of the product is no longer in its keeping.",
      source: "trials of the project.",
    },
  },
} as const satisfies Family;
