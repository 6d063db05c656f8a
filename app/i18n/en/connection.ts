/** The page of ties between sites and units, and that of one announcement. */
export const connection = {
  "ties.title": "Ties and reach",
  "ties.filters": "{population}, {weeks}",
  "ties.weeks": "Weeks",
  "ties.reading": "Reading",
  "ties.week": "Week of",
  "ties.lead.empty": "There are no ties to read yet.",
  "ties.empty":
    "No week of activity is released: the administrator connects a network or loads a file, and these ties are read after the first nights.",
  "ties.trend.reached": "Reached by an announcement of head office or leaders",
  "ties.trend.across-sites": "Exchanges with another site",
  "ties.trend.across-units": "Exchanges outside the team",
  "ties.trend.caption":
    "Share of the headcount over the last four released weeks. Everybody is counted: there is no interval. Band: range.",
  "ties.trend.none":
    "Not supplied: no connected network has told it person by person for four weeks. This is no zero, and nothing stands for it.",
  "ties.reached": "Reached",
  "ties.reached.text":
    "Opened at least one announcement of head office or a leader, in an open group for announcements. A reaction does not stand for a view. People without an account on a network that tells views count in the headcount.",
  "ties.exchange": "To exchange",
  "ties.exchange.text":
    "To comment on, react to, vote on or give thanks for what somebody else wrote, in a group. Neither private messages nor reading count.",
  "ties.units": "By population: {cut}",
  "ties.units.sentence": "{reading}, week of {day}, in alphabetical order.",
  "ties.note":
    "▲ ▼ really apart from the rest of the company: beyond chance and by at least 5 points. Vertical line: the whole company.",
  "ties.matrix": "From unit to unit",
  "ties.matrix.caption":
    "Of the people of each row, the share that exchanged in four weeks with somebody of each column. A cell is tinted only where it really differs from the other units; never a person, nor who exchanges with whom.",
  "ties.matrix.from": "From",
  "ties.matrix.to": "Towards",
  "ties.matrix.own": "not applicable",
  "ties.leaders": "Conversation with leaders",
  "ties.leaders.caption":
    "Questions put in a group for questions, or to somebody who leads; answered by somebody who leads, within seven days. Announcements: commented on or reacted to within seven days. Four weeks of acts, without their content.",
  "ties.leaders.what": "What is followed",
  "ties.leaders.share": "Share",
  "ties.leaders.people": "Asked or posted by",
  "ties.leaders.trend": "Questions answered, week by week",
  "ties.mixing": "Turned inwards or outwards?",
  "ties.mixing.caption":
    "Share of the week’s ties that leave the unit, beside what chance would give with the same headcounts. External–internal index: −1, all stays inside; +1, all leaves. A small unit is bound to look outwards: the index is read against chance, not against zero.",
  "ties.mixing.unit": "Unit",
  "ties.mixing.share": "Ties that leave",
  "ties.mixing.expected": "By chance",
  "ties.mixing.index": "Index",
  "ties.mixing.chance": "Index by chance",
  "ties.announced": "Announcements of head office and leaders",
  "ties.announced.sentence":
    "The latest whose reach is released, three weeks later. Neither author nor text: when, where, and whom they reached.",
  "ties.announced.name": "Announcement",
  "ties.announced.where": "Group",
  "ties.announced.answered": "Answered it",
  "ties.coverage": "What each network tells",
  "ties.coverage.sentence":
    "A reading is worth what the networks tell: what a network does not tell is missing, and never a zero.",
  "ties.coverage.network": "Network",
  "ties.coverage.comment": "Comments",
  "ties.coverage.react": "Reactions",
  "ties.coverage.vote": "Votes",
  "ties.coverage.view": "Views",
  "ties.coverage.each": "one by one",
  "ties.coverage.totals": "totals only",
  "ties.coverage.none": "not supplied",
  "reach.back": "Ties and reach",
  "reach.reached": "Who saw it",
  "reach.answered": "Who answered it",
  "reach.caption":
    "Share of the headcount of each population, from the day of the announcement to the end of the third week after it.",
  "reach.network": "Network",
  "reach.posted": "Posted on",
  "reach.where.name": "Group",
  "reach.channel": "By channel",
  "reach.channel.text":
    "This announcement was posted on {network} only: its reach is that of this one channel.",
} as const;
