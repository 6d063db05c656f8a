/** Sentences of the pages of teams. */
export const teamsInEnglish = {
  "teams.tiers.method.alone":
    "A team stands out if three things agree: chance badly explains its difference from the rest, among all comparisons of the page; the interval of the difference does not hold zero; the difference is at least 5 points. Fewer than {fewest} teams are shown as numbers: too few to know how much teams usually differ, and to draw each towards the others.",
  "teams.tiers.method.shrunk":
    "A team stands out if four things agree: chance badly explains its difference from the rest, among all comparisons of the page; the interval of the difference does not hold zero; the difference is at least 5 points; and, once drawn towards what {n} teams have in common, it stays on the same side with a probability of at least {sure}%.",
  "teams.funnel.sentence": {
    one: "{n} team out of {all} lies outside the zone where chance alone would carry it.",
    other: "{n} teams out of {all} lie outside the zone where chance alone would carry them.",
  },
  "teams.funnel.some": "The drawing shows {n} of {all}, those outside first.",
  "teams.funnel.none":
    "Teams placed: {all}. None lies outside the zone where chance alone would carry it.",
  "teams.funnel.untold":
    "No team is shown as a single number: it cannot be told which lies outside the zone.",
  "teams.changes.sentence": {
    one: "{n} team out of {all} moved more than chance would explain.",
    other: "{n} teams out of {all} moved more than chance would explain.",
  },
  "teams.changes.none": "No team moved beyond chance.",
  "teams.changes.untested": "Nothing lets it be told whether these teams moved.",
  "team.most": "More than half, even at the low end of the interval ({low} to {high}%).",
  "team.fewest": "Less than half, even at the high end of the interval ({low} to {high}%).",
  "team.quoted": "“{name}”",
  "team.lead.strengths": "What holds: {names}.",
  "team.lead.noStrength": "No strength clearly stands out.",
  "team.lead.toWorkOn": "To work on first: {names}.",
  "team.lead.noPoint": "Nothing stands out that is to be worked on first.",
  "team.lead.none": "Nothing clearly stands out in this team, for better or for worse.",
  "team.lead.none.rest":
    "That is not nothing: differences may be chance, or figures are rounded too far to tell.",
  "team.lead.hidden": "The answers of this team cannot be shown by themselves.",
  "team.lead.hidden.rest": "Here is what comes closest, and something to talk about together.",
  "team.actions.sentence": {
    one: "{n} action written for this team or what it contains.",
    other: "{n} actions written for this team or what it contains.",
  },
  "team.actions.none": "No action has been written for this team.",
} as const;
