/** What alerts and mails say. */
export const newsInEnglish = {
  "alerts.title": "Alerts",
  "alerts.sentence": {
    one: "One thing may need somebody to act.",
    other: "{n} things may need somebody to act.",
  },
  "alerts.since": "Since {day}.",
  "alerts.over": "From {from} to {to}; no longer so.",
  "alerts.participation": "{name}: participation in “{wave}” is lagging.",
  "alerts.participation.shown":
    "{name}: participation in “{wave}” is lagging. It is {part} there, and {whole} in the company as a whole.",
  "alerts.participation.do":
    "To do: make sure invitations arrive there, and that everybody has a moment to answer.",
  "alerts.adoption":
    "{name}: fewer people active than usual in the week of {day}, beyond what chance explains.",
  "alerts.adoption.shown":
    "{name}: {share} of people were active in the week of {day}, where it is usually about {usual}; that is beyond what chance explains.",
  "alerts.adoption.do":
    "To do: ask there what has changed (tool, hours, managers) before concluding anything.",
  "alerts.network": "{network} answers, and has had nothing to tell since {day}.",
  "alerts.network.do":
    "To do: make sure that the account it is read with still sees the groups, and that this network is still in use.",
  "alerts.network.file":
    "{network}: no file has come for more than a month; what is known of it ends with {day}.",
  "alerts.network.file.do":
    "To do: ask whoever sends the file, or end this network if it is no longer used.",
  "alerts.night": "At night: the step “{name}” fails.",
  "alerts.night.network": "At night: {network} could not be read ({reason}).",
  "alerts.night.untold": "At night: {network} could not be read.",
  "alerts.night.do": "To do: the page of networks says what the night noted.",
  "networks.behind": "Not up to date: {networks}.",
  "networks.behind.never": "{title} has told nothing yet",
  "networks.behind.since": "{title} is read up to {day}",
  "range.between": "between {low} and {high}",
  "range.atMost": "{high} at most",
  "range.atLeast": "{low} at least",

  "choice.title": "Mails",
  "choice.lead":
    "The barometer writes to you in the morning, at the address of your account, and says nothing but what you may read here.",
  "choice.digest": "Summary of what is new",
  "choice.weekly": "Every week",
  "choice.monthly": "Every month",
  "choice.never": "Never",
  "choice.alerts": "An alert, the morning after",
  "choice.actions":
    "A reminder of the actions I am responsible for, before their day and once it is over",
  "choice.save": "Keep this choice",
  "choice.kept": "Noted.",

  "mail.greeting": "Hello {name},",
  "mail.open": "Open the barometer",
  "mail.go": "See",
  "mail.rights":
    "This message holds nothing but what you may read yourself: populations, never a person. Forward it only to those who may read it too.",
  "mail.choice": "To receive more or fewer of these: {address}",
  "mail.alerts.subject": {
    one: "Barometer: one alert",
    other: "Barometer: {n} alerts",
  },
  "mail.alerts.title": "What the night noticed",
  "mail.alerts.lead": "Each alert is given once a month at most.",
  "digest.subject.weekly": "Barometer: the week of {day}",
  "digest.subject.monthly": "Barometer: {month}",
  "digest.subject.nothing.weekly": "Barometer: nothing to report, week of {day}",
  "digest.subject.nothing.monthly": "Barometer: nothing to report, {month}",
  "digest.title": "From {from} to {to}",
  "digest.nothing":
    "Nothing to report: no new results, no open wave, no alert, no movement of adoption beyond chance.",
  "digest.nothing.machine": "Nothing to report: no alert, no night that failed, no open wave.",
  "digest.results": "Results of “{wave}”",
  "digest.results.table": "Indicators, {population}",
  "digest.results.measure": "Indicator",
  "digest.results.value": "Figure",
  "digest.results.change": "Change",
  "digest.results.moved": "What really moved",
  "digest.results.mover": "{population}, {measure}.",
  "digest.results.still": "Nothing moved beyond what chance explains.",
  "digest.adoption": "Adoption",
  "digest.adoption.value": "{population}: {share} of people took part in a group in four weeks.",
  "digest.waves": "Open waves",
  "digest.waves.until": "“{wave}”, open until {day}.",
  "digest.waves.open": "“{wave}”, open.",
  "digest.waves.progress": "Participation is {part}, as of {day}.",
  "digest.alerts": "Alerts",
  "digest.nights": "Nights",
  "digest.nights.failed": {
    one: "{n} night of {all} had a failure.",
    other: "{n} nights of {all} had a failure.",
  },
} as const;
