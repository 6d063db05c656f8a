/** The page of the barometer. */
export const barometer = {
  "barometer.title": "Barometer",
  "barometer.titled": "Barometer: {wave}",
  "barometer.filters": "{wave}, {population}, compared with: {compare}",
  "barometer.measure": "Indicator",
  "barometer.subject.frontline": "Frontline connection",
  "barometer.subject.company.connection": "Connection",
  "barometer.subject.company.trust": "Trust in leadership",
  "barometer.subject.company.engagement": "Engagement",
  "barometer.subject.company.adoption": "Group adoption",
  "barometer.subject.company.participation": "Participation",
  "barometer.subject.part": "{population}: {subject}",
  "barometer.lead.above": "{subject} rises to {share}, {n} points up since {wave}.",
  "barometer.lead.below": "{subject} falls to {share}, {n} points down since {wave}.",
  "barometer.lead.still":
    "{subject} stays at {share}: nothing has moved beyond chance since {wave}.",
  "barometer.lead.small":
    "{subject} stands at {share}: the movement since {wave} is too small to matter.",
  "barometer.lead.exact":
    "{subject} stands at {share}, {points} points since {wave}: everybody answered both times.",
  "barometer.lead.stillToo": "{subject} has not moved either ({share}).",
  "barometer.lead.alone": "{subject} stands at {share}.",
  "barometer.lead.tenths": "{subject}: about {share}.",
  "barometer.lead.hidden": "{subject} is hidden for this wave.",
  "barometer.lead.noWave": "No wave has been released yet.",
  "barometer.rest.gap": "{n} points separate the frontline from the desks.",
  "barometer.rest.noGap": "Frontline and desk cannot be told apart.",
  "barometer.rest.smallGap": "The gap between frontline and desk is too small to matter.",
  "barometer.rest.small": "The difference from the rest of the company is too small to matter.",
  "barometer.rest.above": "That is {n} points above the rest of the company.",
  "barometer.rest.below": "That is {n} points below the rest of the company.",
  "barometer.rest.same": "The difference from the rest of the company may be chance.",
  "barometer.empty.wave":
    "No questionnaire results for now: a wave is read here once it is closed and released. The administrator opens waves, or imports a file of answers.",
  "barometer.empty.activity": "Activity can be read already:",
  "barometer.empty.week":
    "No week of activity has been released: the administrator connects a network or loads a file, and the next night counts the past week.",
  "barometer.dial.none": "no figure yet",
  "barometer.movers": "What moved since {wave}",
  "barometer.movers.up": { one: "{n} rise is real.", other: "{n} rises are real." },
  "barometer.movers.down": { one: "{n} fall is real.", other: "{n} falls are real." },
  "barometer.movers.nothing": "Nothing moved beyond chance.",
  "barometer.movers.still": {
    one: "{n} movement does not count: chance, or too small.",
    other: "{n} movements do not count: chance, or too small.",
  },
  "barometer.movers.untold": {
    one: "For {n} movement, too few people answered to tell.",
    other: "For {n} movements, too few people answered to tell.",
  },
  "barometer.movers.real": "What really moved",
  "barometer.movers.real.caption":
    "More than chance, even among all the movements looked at here, or exact; and at least 5 points.",
  "barometer.movers.none": "Nothing this time.",
  "barometer.movers.seeming": "What only seems to move",
  "barometer.movers.seeming.caption":
    "Chance is enough to explain it, or it is too small to matter: nothing to celebrate, nothing to correct.",
  "barometer.movers.complete":
    "Participation is a complete count: its level has no margin, its change has one.",
  "barometer.movers.separate":
    "The two waves are compared as two separate groups, which is cautious.",
  "barometer.trend": "Over time: {measure}",
  "barometer.trend.rose": "{population}: since {wave}, {subject} has gained {n} points.",
  "barometer.trend.fell": "{population}: since {wave}, {subject} has lost {n} points.",
  "barometer.trend.still": "{population}: since {wave}, {subject} has not moved beyond chance.",
  "barometer.trend.small":
    "{population}: since {wave}, the movement of {subject} is too small to matter.",
  "barometer.trend.single":
    "One point released so far, or none yet: what follows will be read here.",
  "barometer.trend.untested": "The waves cannot be compared on this indicator.",
  "barometer.trend.caption":
    "Favourable share, wave by wave. Band: 95% interval. A hidden wave breaks the line.",
  "barometer.trend.caption.complete":
    "Share of the people invited who answered, wave by wave. A hidden wave breaks the line.",
  "barometer.trend.interval": "Interval",
  "barometer.trend.interval.text":
    "If the whole population had answered, its share would lie in a band made this way about 19 times out of 20.",
  "barometer.trend.broken": "Broken line",
  "barometer.trend.broken.text":
    "A hidden wave is neither a zero nor an average: nothing is drawn for it.",
  "barometer.trend.methods": "How this figure is computed",
  "barometer.trend.wave": "Wave",
  "barometer.map": "Map: {cut}",
  "barometer.map.by": "Map by",
  "barometer.map.unit": "Population",
  "barometer.map.answers": "Answers",
  "barometer.map.sentence": {
    one: "{n} difference out of {tested} is real.",
    other: "{n} differences out of {tested} are real.",
  },
  "barometer.map.untested": "No difference can be tested here.",
  "barometer.map.above": {
    one: "{name} is above on {n} indicator.",
    other: "{name} is above on {n} indicators.",
  },
  "barometer.map.below": {
    one: "{name} is below on {n} indicator.",
    other: "{name} is below on {n} indicators.",
  },
  "barometer.map.caption":
    "Favourable share in %, {wave}. Each population is compared with the rest of the company; without a tint, the difference may be chance, is under 5 points or could not be tested. ≈: fewer than 20 answers, in tenths.",
  "barometer.map.caption.adoption": "Adoption: four weeks to {day}, over headcount.",
  "barometer.map.region": "Map, scrolls from left to right",
  "barometer.parity": "Who is not answering",
  "barometer.parity.less": "The frontline answers less than the desks: {less} against {more}.",
  "barometer.parity.more": "The frontline answers more than the desks: {less} against {more}.",
  "barometer.parity.same": "Frontline and desk answer alike, but for chance: {less} and {more}.",
  "barometer.parity.small": "Frontline and desk answer nearly alike: {less} and {more}.",
  "barometer.parity.untold":
    "Frontline: {less}, desks: {more}. Too few people to tell whether the gap is chance.",
  "barometer.parity.other": "Participation by population.",
  "barometer.parity.segments": "Who answers less",
  "barometer.parity.segments.caption":
    "● those who answer least, ○ those who answer most (□ desk). In % of invitations.",
  "barometer.parity.units": "By unit",
  "barometer.parity.units.caption": "In % of invitations, in alphabetical order.",
  "barometer.gap": "gap",
  "barometer.fresh": "How fresh the figures are",
  "barometer.fresh.sentence.both": "Answers end on {closed}; activity goes up to {day}.",
  "barometer.fresh.sentence.wave": "Answers end on {closed}; no activity has been released.",
  "barometer.fresh.sentence.week": "Activity goes up to {day}; no wave has been released.",
  "barometer.fresh.answers": "Answers",
  "barometer.fresh.answers.text":
    "{wave}: closed on {closed}, released on {released}. These figures will not change.",
  "barometer.fresh.activity": "Activity",
  "barometer.fresh.activity.text":
    "Week of {from} to {to}, released on {released}. Adoption covers the last four released weeks.",
  "barometer.fresh.without": "Without {networks}, which had not answered in time.",
  "barometer.fresh.networks": "Networks",
  "barometer.fresh.networks.text": "{title}: read up to {day}.",
  "barometer.fresh.networks.never": "{title}: not read yet.",
  "barometer.fresh.networks.none": "No network connected.",
} as const;
