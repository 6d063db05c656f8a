/** The page of the barometer. */
export const barometer = {
  "barometer.title": "Barometer",
  "barometer.titled": "Barometer: {wave}",
  "barometer.filters": "{wave}, {population}, compared with: {compare}",
  "barometer.measure": "Indicator",
  "barometer.lead.noWave": "No wave has been released yet.",
  "barometer.empty.wave":
    "No questionnaire results for now: a wave is read here once it is closed and released. The administrator opens waves, or imports a file of answers.",
  "barometer.empty.activity": "Activity can be read already:",
  "barometer.empty.week":
    "No week of activity has been released: the administrator connects a network or loads a file, and the next night counts the past week.",
  "barometer.dial.none": "no figure yet",
  "barometer.movers": "What moved since {wave}",
  "barometer.movers.real": "What really moved",
  "barometer.movers.real.caption":
    "More than chance, even among all the movements looked at here, or exact; and at least 5 points.",
  "barometer.movers.none": "Nothing this time.",
  "barometer.movers.seeming": "What only seems to move",
  "barometer.movers.seeming.caption":
    "Chance is enough to explain it, or it is too small to matter: nothing to celebrate, nothing to correct.",
  "barometer.movers.complete":
    "Participation is a complete count: its level has no margin, its change has one. This page compares many figures at once: that of a team or of an indicator, which compares fewer, may hold for real what stays chance here.",
  "barometer.movers.separate":
    "The two waves are compared as two separate groups, which is cautious.",
  "barometer.dials": "The headline figures",
  "barometer.trend": "Over time: {measure}",
  "barometer.trend.caption":
    "Favourable share, wave by wave. Band: 95% interval. Vertical stroke: a range. A hidden wave breaks the line.",
  "barometer.trend.caption.complete":
    "Share of the people invited who answered, wave by wave. Vertical stroke: a range. A hidden wave breaks the line.",
  "barometer.trend.interval": "Interval",
  "barometer.trend.interval.text":
    "If the whole population had answered, its share would lie in a band made this way about 19 times out of 20.",
  "barometer.trend.broken": "Broken line",
  "barometer.trend.broken.text":
    "A hidden wave is neither a zero nor an average: nothing is drawn for it.",
  "barometer.trend.methods": "How this figure is computed",
  "barometer.trend.begun": "The last wave begins another series: what follows will be read here.",
  "barometer.trend.breaks.wording":
    "{wave}: worded differently than in {before}, so another series begins.",
  "barometer.trend.breaks.scale":
    "{wave}: another scale than in {before}, so another series begins.",
  "barometer.trend.breaks.questions":
    "{wave}: not the questions of {before}, so another series begins.",
  "barometer.trend.declared":
    "{wave}: worded differently than in {before}, declared equivalent: {reason}.",
  "barometer.trend.mark.breaks": "new series",
  "barometer.trend.mark.declared": "reworded",
  "barometer.trend.wave": "Wave",
  "barometer.map": "Map: {cut}",
  "barometer.map.by": "Map by",
  "barometer.map.unit": "Population",
  "barometer.map.answers": "Answers",
  "barometer.map.caption":
    "Favourable share in %, {wave}. Each population is compared with the rest of the company; without a tint, the difference may be chance, is under 5 points or could not be tested. ≈: rounded (to tenths under 20 answers); –, ≥ and ≤: a range.",
  "barometer.map.caption.adoption": "Adoption: four weeks to {day}, over headcount.",
  "barometer.map.region": "Map, scrolls from left to right",
  "barometer.parity": "Who is not answering",
  "barometer.parity.segments": "Who answers less",
  "barometer.parity.segments.caption":
    "● those who answer least, ○ those who answer most (□ desk). Empty frame: a range. In % of invitations.",
  "barometer.parity.units": "By unit",
  "barometer.parity.units.caption":
    "In % of invitations, in alphabetical order. Empty frame: a range.",
  "barometer.gap": "gap",
  "barometer.fresh": "How fresh the figures are",
} as const;
