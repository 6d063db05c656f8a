/** Sentences of the page of group adoption. */
export const adoptionInEnglish = {
  "adoption.kinds.sentence": "{share} of the headcount took part in an open group in four weeks.",
  "adoption.kinds.ranged": "Share of the headcount in open groups in four weeks: {share}.",
  "adoption.kinds.closed": "In closed groups: {share}.",
  "adoption.kinds.secret": "In secret groups: {share}.",
  "adoption.life.found": {
    one: "{n} open group of {all}.",
    other: "{n} open groups of {all}.",
  },
  "adoption.life.anyPurpose": "Every purpose",
  "adoption.life.anyState": "Every state",
  "adoption.life.sentence":
    "Open groups: {all}. Growing: {growing}, steady: {steady}, fading: {fading}, new: {new}, silent: {silent}.",
  "adoption.life.other": "Closed groups: {closed}. Secret groups: {secret}.",
  "adoption.life.fewer": "fewer than {n}",
  "adoption.rhythm.peak": "{shift}: most people {day} between {from} and {to} ({share}).",
  "adoption.rhythm.flat": "{shift}: at no hour more than {share}.",
  "adoption.rhythm.hidden": "{shift}: hidden.",
  "adoption.rhythm.below": "less than {share}",
  "adoption.networks.sentence":
    "{network} brings the most people together: {share} of the headcount.",
  "adoption.networks.ranged":
    "{network} brings the most people together. Of the headcount: {share}.",
  "adoption.networks.none": "No network tells who took part in a group.",
  "adoption.networks.recent": "read since {day}: four whole weeks are needed",
  "adoption.networks.since": "since {day}",
  "adoption.networks.upTo": "up to {day}",
  "adoption.networks.tellsNot": "does not supply: {facts}",
  "adoption.networks.tellsAll": "supplies posts, comments, reactions and views",
  "adoption.networks.fact.post": "posts",
  "adoption.networks.fact.comment": "comments",
  "adoption.networks.fact.react": "reactions",
  "adoption.networks.fact.view": "views",
  "adoption.kinds.caption":
    "People who took part in at least one such group in four weeks, over headcount: somebody may be in several rows. ○ company, ● frontline, □ desk. Empty frame: between the fewest and the most they can be.",
  "adoption.kinds.definition.text":
    "Anybody may find and read an open group. A closed one can be found, and read by its members alone. A secret one is seen by its members alone: here it is never listed.",
  "adoption.life.caption":
    "Open groups by state, week by week. Each is judged on four weeks beside the four before.",
  "adoption.life.definition.text":
    "New: made within 28 days. Silent: fewer than 5 people, or fewer than 5% of its members, took part. Growing or fading: at least a quarter more or fewer than in the 28 days before, and more than chance explains. No state below 10 members.",
  "adoption.life.closed.caption": "Purpose and size, never a name: as many as there are of each.",
  "adoption.rhythm.caption":
    "Share of the people of each shift who did something on a network in that hour of the week at least once, from {from} to {to}, on the clock of their site. The darker, the more; all drawings are on one scale.",
  "adoption.rhythm.definition.text":
    "Shares are told in steps of at least five people, the first and the last too, and once every four weeks.",
  "adoption.networks.caption":
    "In four weeks. ○ company, ● frontline, □ desk: people who took part in a group there, over headcount.",
  "adoption.networks.definition.text":
    "Vendors divide by open accounts, and count reading and private messages as activity. Recomputed here from what each network supplies; it is not read from their console.",
  "adoption.trend.caption":
    "People who took part in a group in the last four released weeks, over headcount. A complete count: there is no interval. Band: a range.",
  "adoption.trend.definition.text":
    "Taking part: posting, commenting, reacting or voting in a group. Reading, joining or writing privately does not count. It is divided by headcount, not by open accounts.",
  "adoption.active.caption":
    "People who did something on a network during the week. Hatched: a hidden week, or fewer than 20 people. Empty frame: between the fewest and the most they can be.",
  "adoption.messages.caption":
    "Messages of the week: within a team (light), to another team (dark). Never their content, which is not kept.",
  "adoption.units.sentence": "{measure}, week of {day}, in alphabetical order.",
} as const;
