/** Sentences of the page of group adoption. */
export const adoptionInEnglish = {
  "adoption.kinds.sentence": "{share} of the headcount took part in an open group in four weeks.",
  "adoption.kinds.ranged": "Share of the headcount in open groups in four weeks: {share}.",
  "adoption.kinds.closed": "In closed groups: {share}.",
  "adoption.kinds.secret": "In secret groups: {share}.",
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
} as const;
