/** The page of group adoption and activity. */
export const adoption = {
  "adoption.titled": "Group adoption",
  "adoption.filters": "{population}, {weeks}",
  "adoption.weeks": "Weeks",
  "adoption.trend": "Adoption, week by week",
  "adoption.trend.caption":
    "People who took part in a group in the last four released weeks, over headcount. A complete count: there is no interval. Band: a range.",
  "adoption.trend.definition": "Adoption",
  "adoption.trend.definition.text":
    "Taking part: posting, commenting, reacting or voting in a group. Reading, joining or writing privately does not count. It is divided by headcount, not by open accounts.",
  "adoption.week": "Week of",
  "adoption.active": "Active people per week",
  "adoption.active.caption":
    "People who did something on a network during the week. Hatched: a hidden week, or fewer than 20 people. Empty frame: between the fewest and the most they can be.",
  "adoption.active.people": "People",
  "adoption.active.share": "Share of headcount",
  "adoption.without": "Without {networks}: {weeks}.",
  "adoption.units": "By population: {cut}",
  "adoption.units.sentence": "{measure}, week of {day}, in alphabetical order.",
  "adoption.messages": "Messages",
  "adoption.messages.caption":
    "Messages of the week: within a team (light), to another team (dark). Never their content, which is not kept.",
  "adoption.messages.within": "Within a team",
  "adoption.messages.across": "To another team",
  "adoption.messages.all": "All messages",
} as const;
