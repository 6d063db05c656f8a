import { actionsInEnglish } from "./actions/en.ts";
import { adoptionInEnglish } from "./adoption/en.ts";
import { codebookInEnglish } from "./codebook/en.ts";
import { connectionInEnglish } from "./connection/en.ts";
import { organisationInEnglish } from "./organisation/en.ts";
import { paperInEnglish } from "./paper/en.ts";
import { teamsInEnglish } from "./teams/en.ts";

/** Sentences that only the server says: no page carries them with its words. */
export const saidInEnglish = {
  ...codebookInEnglish,
  ...paperInEnglish,
  ...actionsInEnglish,
  ...adoptionInEnglish,
  ...connectionInEnglish,
  ...organisationInEnglish,
  ...teamsInEnglish,
  "choices.near": "{cut}: {n} of {all}, the nearest",
  "choices.found": { one: "“{typed}”: {n} found", other: "“{typed}”: {n} found" },
  "list.others": { one: "{n} other", other: "{n} others" },
  "barometer.movers.site": "{name} (site)",
  "barometer.subject.frontline": "Frontline connection",
  "barometer.subject.company.connection": "Connection",
  "barometer.subject.company.trust": "Trust in leadership",
  "barometer.subject.company.engagement": "Engagement",
  "barometer.subject.company.adoption": "Group adoption",
  "barometer.subject.company.participation": "Participation",
  "barometer.subject.part": "{population}: {subject}",
  "barometer.lead.above": "{subject} rises to {share}, {n} points up since {wave}.",
  "barometer.lead.below": "{subject} falls to {share}, {n} points down since {wave}.",
  "barometer.lead.above.ranged": {
    one: "{subject} rises ({share}): at least {n} point up since {wave}.",
    other: "{subject} rises ({share}): at least {n} points up since {wave}.",
  },
  "barometer.lead.below.ranged": {
    one: "{subject} falls ({share}): at least {n} point down since {wave}.",
    other: "{subject} falls ({share}): at least {n} points down since {wave}.",
  },
  "barometer.lead.still":
    "{subject} stays at {share}: nothing has moved beyond chance since {wave}.",
  "barometer.lead.small":
    "{subject} stands at {share}: the movement since {wave} is too small to matter.",
  "barometer.lead.exact":
    "{subject} stands at {share}, {points} points since {wave}: everybody answered both times.",
  "barometer.lead.stillToo": "{subject} has not moved either ({share}).",
  "barometer.lead.alone": "{subject} stands at {share}.",
  "barometer.lead.ranged": "{subject}: {share}.",
  "barometer.lead.hidden": "{subject} is hidden for this wave.",
  "barometer.rest.gap": "{n} points separate the frontline from the desks.",
  "barometer.rest.noGap": "Frontline and desk cannot be told apart.",
  "barometer.rest.smallGap": "The gap between frontline and desk is too small to matter.",
  "barometer.rest.small": "The difference from the rest of the company is too small to matter.",
  "barometer.rest.above": "That is {n} points above the rest of the company.",
  "barometer.rest.below": "That is {n} points below the rest of the company.",
  "barometer.rest.same": "The difference from the rest of the company may be chance.",
  "barometer.movers.up": { one: "{n} rise is real.", other: "{n} rises are real." },
  "barometer.movers.down": { one: "{n} fall is real.", other: "{n} falls are real." },
  "barometer.movers.nothing": "Nothing moved beyond chance.",
  "barometer.movers.still": {
    one: "{n} movement does not count: chance, or too small.",
    other: "{n} movements do not count: chance, or too small.",
  },
  "barometer.movers.untold": {
    one: "For {n} movement, it cannot be told: too few people, or a rounded figure.",
    other: "For {n} movements, it cannot be told: too few people, or a rounded figure.",
  },
  "barometer.trend.rose": "{population}: since {wave}, {subject} has gained {n} points.",
  "barometer.trend.fell": "{population}: since {wave}, {subject} has lost {n} points.",
  "barometer.trend.still": "{population}: since {wave}, {subject} has not moved beyond chance.",
  "barometer.trend.small":
    "{population}: since {wave}, the movement of {subject} is too small to matter.",
  "barometer.trend.single":
    "One point released so far, or none yet: what follows will be read here.",
  "barometer.trend.hidden": "Every figure of this series is hidden.",
  "barometer.trend.untested":
    "Nothing lets the first and the last wave be compared on this indicator.",
  "barometer.trend.rounded":
    "One of the two figures is rounded: it cannot be told whether this indicator moved since {wave}.",
  "barometer.trend.happened": "{day}: {what}.",
  "barometer.trend.reference": "External reference ({period}): {name}",
  "references.drawn.label": "Reference {period}: {value}",
  "references.drawn.about": "“{wording}”. {sample}",
  "references.drawn.sentence": "External reference, dashed: {name}, {value} (“{wording}”).",
  "references.drawn.never":
    "A reference is neither a norm nor a target: no difference from your figures is tested.",
  "barometer.trend.reference.text": "“{wording}” {value}. {sample}",
  "barometer.representative.warns": {
    one: "Who answers changes the result: had frontline and desks answered alike, “{measure}” would be {share}, {n} point away.",
    other:
      "Who answers changes the result: had frontline and desks answered alike, “{measure}” would be {share}, {n} points away.",
  },
  "barometer.representative.holds": {
    one: "Had frontline and desks answered alike, “{measure}” would be {share}: {n} point away at most, which does not change how it reads.",
    other:
      "Had frontline and desks answered alike, “{measure}” would be {share}: {n} points away at most, which does not change how it reads.",
  },
  "barometer.fresh.nights": "Nights",
  "barometer.fresh.nights.none": "No night yet.",
  "barometer.fresh.nights.fine": {
    one: "The last night went well.",
    other: "The last {n} nights went well.",
  },
  "barometer.fresh.nights.failed": {
    one: "{n} of the last {all} nights is incomplete: {steps}. What is missing is caught up with the night after.",
    other:
      "{n} of the last {all} nights are incomplete: {steps}. What is missing is caught up with the night after.",
  },
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
  "barometer.parity.less": "The frontline answers less than the desks: {less} against {more}.",
  "barometer.parity.more": "The frontline answers more than the desks: {less} against {more}.",
  "barometer.parity.same": "Frontline and desk answer alike, but for chance: {less} and {more}.",
  "barometer.parity.small": "Frontline and desk answer nearly alike: {less} and {more}.",
  "barometer.parity.untold":
    "Frontline: {less}, desks: {more}. Too few people to tell whether the gap is chance.",
  "barometer.parity.rounded":
    "Frontline: {less}, desks: {more}. Rounded figures do not tell whether the gap is chance.",
  "barometer.parity.other": "Participation by population.",
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
  "adoption.weeks.last": { one: "The last week", other: "The last {n} weeks" },
  "adoption.weeks.all": "All released weeks",
  "adoption.notSupplied": "Group adoption is not supplied.",
  "adoption.notSupplied.rest":
    "No connected network tells who takes part in a group: what is not known is not zero.",
  "adoption.ended": "{day}: {network} ended.",
  "adoption.succeeded": "{day}: {network} ended, {successor} goes on.",
  "adoption.active.sentence": "{share} of the headcount did something in the last week.",
  "adoption.active.ranged": "Share of the headcount that did something in the last week: {share}.",
  "adoption.active.hidden": "The last week is hidden.",
  "adoption.messages.sentence": "{share} of last week’s messages go to another team.",
  "adoption.messages.ranged": "Share of last week’s messages that go to another team: {share}.",
  "adoption.messages.none": "The share that goes to another team is not shown this week.",
  "exports.column.release_kind": "wave: a wave of questions; week: a week of activity.",
  "exports.column.release_key": "The key of the wave, or the Monday of the week (YYYY-MM-DD).",
  "exports.column.released_at":
    "When these figures were released (ISO 8601, universal time). They never change afterwards.",
  "exports.column.population_key":
    "The stable key of the population: company, unit:…, site:…, segment:…:….",
  "exports.column.population": "Its name in your language, as it was at the release.",
  "exports.column.cut": "The cut it belongs to: organisation, site or the key of a segment.",
  "exports.column.parent_key": "The population that contains it; empty for the company.",
  "exports.column.measure": "What is measured: see the list of measures.",
  "exports.column.form":
    "share: a share; mean: a mean on its scale; count: a number of acts. Empty when hidden.",
  "exports.column.n":
    "How many people the figure rests on: exact from {exact} on, otherwise 5–9 or 10–19. Answers for a question or an indicator, invitations for participation, headcount for adoption and active people, authors for messages.",
  "exports.column.value":
    "The figure as on screen: whole percents, a mean to three digits, a whole number of acts. Where it is rounded, it is the middle of what value_least and value_most say; under {exact} people a share is in tenths (50 reads “about 5 in 10”). Empty for a range, whose middle would not be the figure.",
  "exports.column.value_exact":
    "The figure itself, where it is released exactly: a share goes from 0 to 1. Empty where it is rounded or only a range: nothing finer exists.",
  "exports.column.value_least":
    "The least the value can be, in the same unit, where it is rounded or only a range; empty where it is exact. It is no margin of error: it is all that is released.",
  "exports.column.value_most": "The most it can be. A share that goes up to 1 reads “60% or more”.",
  "exports.column.low":
    "Low end of the 95% interval, in the same unit; of a range it starts from the low end. Empty for a complete count.",
  "exports.column.high": "High end of the interval.",
  "exports.column.hidden":
    "“hidden” when the rule of discretion withholds the figure; empty otherwise. A hidden cell carries no number, and it is not a zero.",
  "exports.column.without":
    "Networks that had not answered when the week was released, separated by “|”.",
  "indicator.subject.connection": "connection",
  "indicator.subject.trust": "trust in leadership",
  "indicator.subject.engagement": "engagement",
  "indicator.subject.manager": "the view of the direct manager",
  "indicator.subject.belonging": "belonging",
  "indicator.subject.safety": "psychological safety",
  "indicator.subject.conditions": "the view of tools and conditions",
  "indicator.subject.action": "the view of what was done since",
  "indicator.lead": "{name}: {share} favourable.",
  "indicator.lead.hidden": "{name}: hidden for this wave.",
  "indicator.lead.none": "{name}: no figure yet for this wave.",
  "indicator.questions.none": "This wave asked nothing about this indicator.",
  "indicator.questions.sentence": {
    one: "The indicator is made of {n} question.",
    other: "The indicator is the mean of {n} questions.",
  },
  "indicator.questions.ends":
    "Across its {n} questions, favourable answers go from {low}% (“{least}”) to {high}% (“{most}”).",
  "indicator.segments.untested":
    "Nothing allows these populations to be compared with the rest: too few answers, or rounded figures.",
  "indicator.segments.above": "Above the rest: {names}.",
  "indicator.segments.below": "Below the rest: {names}.",
  "indicator.segments.others": "The others cannot be told from the rest.",
  "indicator.segments.none": "None of these populations can be told from the rest.",
  "indicator.slope.risen": "Up since {wave}: {names}.",
  "indicator.slope.fallen": "Down since {wave}: {names}.",
  "indicator.slope.none": "Since {wave}, no movement is beyond chance and 5 points.",
  "indicator.choice.single": "No answer stands out from the others for certain.",
  "indicator.choice.multiple": "No answer stands out from the others for certain.",
  "indicator.choice.rank": "No answer is clearly put first more than the others.",
  "indicator.choice.single.first": "The answer chosen most is “{name}” ({share}).",
  "indicator.choice.multiple.first": "The answer ticked most is “{name}” ({share}).",
  "indicator.choice.rank.first": "Most often put first: “{name}” ({share}).",
  "indicator.paper.questions": "{name}, question by question: {wave}, {population}",
  "indicator.paper.segments": "{name}, {cut}: {wave}, {population}",
  "indicator.paper.drivers": "{name}, what goes with it: {wave}, {population}",
  "indicator.drivers.ordered": "What goes most with {subject}: “{first}”.",
  "indicator.drivers.unordered":
    "Several questions go with {subject}; nothing says which comes first.",
  "indicator.drivers.none":
    "Nothing is computed for this population: it takes at least 100 complete answers, and 10 a question.",
} as const;
