/** The promise made to everybody, readable without signing in. */
export const promise = {
  "promise.title": "Promise",
  "promise.lead":
    "The barometer shows teams, never a person. Nothing is shown for fewer than {answers} answers.",
  "promise.rest": "A threshold can rise; it never falls. Every change is written here.",
  "promise.seen": "What is shown, and to whom",
  "promise.seen.sentence":
    "Shares and counts, by population, to those who hold a role, each within their scope.",
  "promise.seen.1":
    "A figure is shown only if enough people are behind it. Below, the cell is hatched: “hidden”, always in the same way, without saying why.",
  "promise.seen.2": "A hidden cell cannot be found by subtraction: a neighbour is hidden with it.",
  "promise.seen.3": "Under {exact} answers, the number is given as a band and the share in tenths.",
  "promise.seen.4":
    "A released figure never changes. A correction is a new release, and the old one stays.",
  "promise.seen.5":
    "A manager sees their own scope; of what surrounds it, only the headline indicators.",
  "promise.never": "What is never done",
  "promise.never.sentence": "Nobody is shown, ranked, scored, predicted or flagged.",
  "promise.never.1":
    "People’s public profiles, and what they do outside the company’s networks, are never read.",
  "promise.never.2": "No message text is kept: the database has no place for it.",
  "promise.never.3": "No emotion is inferred from what people write.",
  "promise.never.4": "An answer is never brought together with anybody’s activity.",
  "promise.never.5": "Private messages do not count in group adoption.",
  "promise.never.6": "The pages cannot read an answer: the database does not let them.",
  "promise.thresholds": "The thresholds and their history",
  "promise.thresholds.sentence": {
    one: "A single version of the thresholds since {day}.",
    other: "{n} versions of the thresholds since {day}.",
  },
  "promise.thresholds.version": "Version",
  "promise.thresholds.since": "Announced on",
  "promise.thresholds.state": "State",
  "promise.thresholds.answers": "Answers, for a share",
  "promise.thresholds.means": "Answers, for a mean",
  "promise.thresholds.members": "People, for activity",
  "promise.thresholds.contributors": "Active people",
  "promise.thresholds.exact": "Exact number from",
  "promise.thresholds.used": "applied since {day}",
  "promise.thresholds.waiting": "will apply to the next release",
  "promise.thresholds.withdrawn": "withdrawn on {day}, before it was used",
  "promise.roles": "Who holds which role",
  "promise.roles.sentence": {
    one: "{n} person holds a role today.",
    other: "{n} people hold a role today.",
  },
  "promise.roles.none": "Nobody holds a role yet.",
  "promise.roles.nobody": "nobody",
  "promise.roles.director": "Reads the results of their scope and may export them.",
  "promise.roles.manager": "Reads the results of their team.",
  "promise.roles.analyst": "Reads the results of their scope and may export them.",
  "promise.roles.administrator": "Connects networks and opens waves; reads no results.",
  "promise.roles.auditor": "Reads the nights of collection; reads no results.",
  "promise.kept": "What is kept, and for how long",
  "promise.kept.sentence":
    "The detail of activity is kept for {days} days at most; released figures, always.",
  "promise.kept.activity": "Activity",
  "promise.kept.activity.text":
    "Who (under a number), when, which act, in which group; never the text. {days} days at most.",
  "promise.kept.answers": "Answers",
  "promise.kept.answers.text":
    "Under a pseudonym whose key is outside the database. In an anonymous wave an answer waits with others and is put away only in shuffled batches of at least ten, so that the order of arrival says nothing.",
  "promise.kept.directory": "Directory",
  "promise.kept.directory.text":
    "Name and addresses, encrypted, to send the questions; erased on leaving. Never joined to a figure.",
  "promise.kept.released": "Released figures",
  "promise.kept.released.text": "Kept without limit: they speak of nobody.",
  "promise.kept.audit": "Audit trail",
  "promise.kept.audit.text": "Who exported or administered what: {days} days.",
  "promise.kept.sessions": "Signing in to the pages",
  "promise.kept.sessions.text": "Attempts to sign in: {days} days, under a fingerprint.",
  "promise.networks": "Networks read",
  "promise.networks.none": "No network is connected today.",
  "promise.networks.text": "Read every night: {networks}. Nothing else is read.",
  "promise.object": "Objecting",
  "promise.object.sentence":
    "Anybody may object to their activity being collected, without giving a reason.",
  "promise.object.how":
    "Ask a person who holds the administrator’s role, named above, or the company’s data protection officer.",
  "promise.object.then":
    "Your activity is no longer collected and you leave both sides of every activity figure: neither among those who took part, nor in the headcount. Answering a questionnaire stays your choice.",
  "promise.object.erase": "You may also ask what is kept about you, and have erased what can be.",
} as const;
