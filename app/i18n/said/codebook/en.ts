/** What each kind of measure in an export is, of whom it is, and how it is computed. */
export const codebookInEnglish = {
  "codebook.indicator.what": "Share of favourable answers to the questions of the indicator.",
  "codebook.indicator.of": "People of the population who answered one of those questions at least.",
  "codebook.indicator.how":
    "Mean over people of each one’s favourable share of those questions. 95% interval, finite population.",
  "codebook.question.label": "A question",
  "codebook.question.what":
    "Share of favourable answers to the question named after the colon; for a scale from 0 to 10 or a number, the mean (form: mean).",
  "codebook.question.of": "People of the population who answered the question.",
  "codebook.question.how":
    "Answers 4 and 5 out of 5 ÷ answers; a question asked in reverse is turned round. 95% interval, finite population.",
  "codebook.unfavourable.label": "Unfavourable answers",
  "codebook.unfavourable.what":
    "Share of unfavourable answers to the same question; the rest is neutral.",
  "codebook.unfavourable.of": "People of the population who answered the question.",
  "codebook.unfavourable.how":
    "Answers 1 and 2 out of 5 ÷ answers. Neutral: 100% less favourable less unfavourable.",
  "codebook.option.label": "An option",
  "codebook.option.what":
    "Share of people who chose this option: the question, then the number of the option. Of a question that ranks: who put it first.",
  "codebook.option.of": "People of the population who answered the question.",
  "codebook.option.how":
    "Who ticked it ÷ who answered. Where several could be ticked, shares do not add up to 100%.",
  "codebook.participation.what":
    "Share of the people invited to the wave who answered one question at least.",
  "codebook.participation.of": "People of the population invited to the wave.",
  "codebook.participation.how": "Answered ÷ invited. A complete count: no interval.",
  "codebook.adoption.what":
    "Share of headcount that took part in one group at least: posted, commented, reacted, voted.",
  "codebook.adoption.of":
    "Headcount of the population on the last day of the week, account or none.",
  "codebook.adoption.how":
    "Took part ÷ headcount, over the four weeks that end with this one. A complete count.",
  "codebook.adoption-in.label": "Adoption by privacy",
  "codebook.adoption-in.what":
    "Share of headcount that took part in an open, closed or secret group.",
  "codebook.adoption-in.of": "Headcount of the population.",
  "codebook.adoption-in.how":
    "As adoption, over groups of this privacy alone; a person may count in several.",
  "codebook.adoption-for.label": "Adoption by purpose",
  "codebook.adoption-for.what":
    "Share of headcount that took part in a group of this purpose (announcements, teamwork, feedback, social, other). Secret groups are not in it.",
  "codebook.adoption-for.of": "Headcount of the population.",
  "codebook.adoption-for.how":
    "As adoption, over groups of this purpose alone; a person may count in several.",
  "codebook.adoption-on.label": "Adoption by network",
  "codebook.adoption-on.what": "Share of headcount that took part in a group on this network.",
  "codebook.adoption-on.of": "Headcount of the population.",
  "codebook.adoption-on.how": "As adoption, on this network alone; a person may count on several.",
  "codebook.account-on.label": "Accounts by network",
  "codebook.account-on.what": "Share of headcount with an account in use on this network.",
  "codebook.account-on.of": "Headcount of the population.",
  "codebook.account-on.how": "Accounts linked to a person and not deactivated ÷ headcount.",
  "codebook.own-on.label": "Figure as the network counts",
  "codebook.own-on.what":
    "Share of accounts with which something was done, as the network itself counts.",
  "codebook.own-on.of": "People of the population with an account on this network.",
  "codebook.own-on.how":
    "Did anything, reading included where the network tells it ÷ accounts, over four weeks; to be read beside our adoption, never in its place.",
  "codebook.active.what": "Share of headcount that did something on a network in the week.",
  "codebook.active.of": "Headcount of the population on the last day of the week.",
  "codebook.active.how":
    "People with one act at least ÷ headcount, over the week. A complete count.",
  "codebook.messages.what": "Messages of the week from one person to another.",
  "codebook.messages.of": "People of the population who wrote some; n says how many they are.",
  "codebook.messages.how": "A count of acts (form: count), without their content.",
  "codebook.messages-across.what":
    "Share of those messages that went to another team than one’s own.",
  "codebook.messages-across.of": "People of the population who wrote some.",
  "codebook.messages-across.how":
    "Messages to another team ÷ messages whose addressee is known, over the week.",
  "codebook.reached.what":
    "Share of headcount that opened at least one announcement of head office or leaders.",
  "codebook.reached.of": "Headcount of the population.",
  "codebook.reached.how":
    "Saw one ÷ headcount, over four weeks; only where a network supplies views one by one.",
  "codebook.across-sites.what": "Share of headcount that exchanged with somebody of another site.",
  "codebook.across-sites.of": "Headcount of the population.",
  "codebook.across-sites.how":
    "Exchanged ÷ headcount, over four weeks: commenting, reacting, voting, thanking.",
  "codebook.across-units.what":
    "Share of headcount that exchanged with somebody outside their team.",
  "codebook.across-units.of": "Headcount of the population.",
  "codebook.across-units.how": "Exchanged ÷ headcount, over four weeks.",
  "codebook.with.label": "Exchanges with a unit",
  "codebook.with.what":
    "Share of headcount that exchanged with somebody of the unit named after the colon.",
  "codebook.with.of": "Headcount of the other top units.",
  "codebook.with.how":
    "Exchanged ÷ headcount, over four weeks. A cell of a matrix of units, never of people.",
  "codebook.ties-sites.label": "Ties between sites",
  "codebook.ties-sites.what": "Share of the week’s ties that lead from one site to another.",
  "codebook.ties-sites.of": "People of the population who have a tie.",
  "codebook.ties-sites.how": "Ties that leave ÷ ties; a tie is a pair of people who exchanged.",
  "codebook.ties-units.label": "Ties between units",
  "codebook.ties-units.what": "Share of the week’s ties that lead from one top unit to another.",
  "codebook.ties-units.of": "People of the population who have a tie.",
  "codebook.ties-units.how":
    "Ties that leave ÷ ties; to be compared with what chance would give among as many people.",
  "codebook.questions-answered.what":
    "Share of questions to leaders that one of them answered within seven days.",
  "codebook.questions-answered.of": "People of the population who asked those questions.",
  "codebook.questions-answered.how": "Questions a leader answered ÷ questions, over four weeks.",
  "codebook.questions-answered-day.what": "The same share, where the answer came within a day.",
  "codebook.questions-answered-day.of": "People of the population who asked those questions.",
  "codebook.questions-answered-day.how":
    "Questions answered within 24 hours ÷ questions, over four weeks.",
  "codebook.posts-answered.what":
    "Share of announcements that got a comment or a reaction within seven days.",
  "codebook.posts-answered.of":
    "People of the population who announce; nothing is said of fewer than five in the company.",
  "codebook.posts-answered.how":
    "Announcements with a comment or reaction ÷ announcements, over four weeks.",
  "codebook.post-reached.label": "Reach of an announcement",
  "codebook.post-reached.what":
    "Share of headcount that saw the week’s announcement whose number follows the colon.",
  "codebook.post-reached.of": "Headcount of the population on the day of the announcement.",
  "codebook.post-reached.how":
    "Saw it ÷ headcount, until the end of the third week after; only where the network supplies views.",
  "codebook.post-answered.label": "Answers to an announcement",
  "codebook.post-answered.what":
    "Share of headcount that commented on the announcement, or reacted to it.",
  "codebook.post-answered.of": "Headcount of the population on the day of the announcement.",
  "codebook.post-answered.how": "Answered ÷ headcount, until the end of the third week after.",
  "codebook.unit.share": "share, from 0 to 1",
  "codebook.unit.mean": "mean, on the scale of the question",
  "codebook.unit.count": "number of acts",
  "codebook.unit.question": "share, from 0 to 1; or mean, on the scale of the question",
  "codebook.chosen": "{wording} → {option}",
} as const;
