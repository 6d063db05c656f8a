/** The promise made to everybody, readable without signing in. */
export const promise = {
  "promise.title": "Promise",
  "promise.lead":
    "The barometer shows teams, never a person. Nothing is shown for fewer than {answers} answers.",
  "promise.rest":
    "A threshold can rise; it never falls. This page says what the barometer does today, not what it will do one day.",
  "promise.known": "What is known about you",
  "promise.known.sentence":
    "Your place in the company, what you do on its networks, your answers if you give any.",
  "promise.known.1":
    "Your place: team, site, frontline or desk, shifts, contract, the days you joined and left. Your staff number is replaced by a code; your name and addresses are encrypted and serve only to send you the questions.",
  "promise.known.2":
    "What you do on the company’s networks: post, comment, react, vote, join a group; when, and in which group. The text is looked at for an instant, to tell whether it is a question, then thrown away.",
  "promise.known.3":
    "Your private messages: that a message was sent, and at what time; to whom, only where the network or the file says so. Never what it holds.",
  "promise.known.4":
    "Your answers, and that you were invited and have answered, so that you are not reminded. No page shows it.",
  "promise.known.letters":
    "The letters sent to you: by which channel, and whether they arrived, until the wave is forgotten; never their words nor your link. If you said STOP, that is kept, so that nobody writes to you again.",
  "promise.known.5":
    "Whoever keeps the server can open the database: they would see codes, dated acts, answers under a pseudonym. The keys are in a separate file. This is a matter of trust and control, and we prefer to write it down.",
  "promise.waves": "An anonymous wave, a confidential wave",
  "promise.waves.sentence":
    "An anonymous answer can no longer be tied to you; a confidential one is kept under a pseudonym.",
  "promise.waves.anonymous": "Anonymous",
  "promise.waves.anonymous.text":
    "Your answer keeps only a group of at least ten invited people: where your team is smaller, it is joined with others. It waits in a box; once at least ten answers of that group are there, they are shuffled and put away together. Who has answered is noted apart, at another moment, so that nobody is reminded for nothing, and forgotten when the wave closes, when everything is shuffled once more. Of a wave that got fewer than ten answers none is ever counted.",
  "promise.waves.confidential": "Confidential",
  "promise.waves.confidential.text":
    "Your answer carries a pseudonym, the same from wave to wave, so that change can be followed. The key that makes it is outside the database. You can go back to your answers until you send them, and until the close where the wave says so. If you leave the company before the wave closes, your answer is not counted.",
  "promise.seen": "What is shown, and to whom",
  "promise.seen.sentence":
    "Shares and counts, by population, to those who hold a role, each within their scope.",
  "promise.seen.1":
    "A figure is shown only if enough people are behind it. Below, the cell is hatched: “hidden”, always in the same way, without saying why.",
  "promise.seen.2":
    "Where a subtraction would reveal a hidden cell, a neighbour is hidden with it.",
  "promise.seen.3": "Under {exact} answers, the number is given as a band and the share in tenths.",
  "promise.seen.4":
    "A released figure never changes. A correction is a new release, and the old one stays.",
  "promise.seen.5":
    "A manager sees their own scope; of what surrounds it, only the headline indicators.",
  "promise.seen.6":
    "While a wave is open, only participation can be read, as a wide range, once a day, and from {invited} people invited on. No result.",
  "promise.seen.7":
    "What leaders imagine of your answers, before they read them, is shown only from {answers} leaders on, and never of one of them.",
  "promise.never": "What is never done",
  "promise.never.sentence": "Nobody is shown, ranked, scored, predicted or flagged.",
  "promise.never.1":
    "No profile of people outside the company’s own networks is ever read: not Facebook, X (Twitter), LinkedIn, Snapchat, Periscope, Skype or any other public network. This version has nothing to read them with.",
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
  "promise.thresholds.says": "What it changes",
  "promise.thresholds.one": "{threshold}: {n}",
  "promise.thresholds.since": "Announced on",
  "promise.thresholds.state": "State",
  "promise.thresholds.answers": "Answers, for a share",
  "promise.thresholds.means": "Answers, for a mean",
  "promise.thresholds.sensitive": "Answers, for a sensitive question",
  "promise.thresholds.comments": "Answers, for comments",
  "promise.thresholds.commenters": "People who commented",
  "promise.thresholds.records": "People alike, for an export of lines",
  "promise.thresholds.invited": "People invited, for participation",
  "promise.thresholds.members": "People, for activity",
  "promise.thresholds.contributors": "Active people",
  "promise.thresholds.exact": "Exact number from",
  "promise.thresholds.used": "applied since {day}",
  "promise.thresholds.waiting": "will apply to the waves opened and the weeks released after it",
  "promise.thresholds.byProduct":
    "raised by a new version of the product, which knows more thresholds",
  "promise.thresholds.replaced": "replaced by version {version} before it was used",
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
  "promise.roles.administrator":
    "Connects networks and opens waves; reads no results without another role.",
  "promise.roles.auditor": "Reads the nights of collection; reads no results without another role.",
  "promise.kept": "What is kept, and for how long",
  "promise.kept.sentence":
    "Every night deletes what has had its time, and says how many rows of what. The server’s backups have a time of their own: ask whoever keeps them.",
  "promise.kept.activity": "Activity",
  "promise.kept.activity.text":
    "Deleted after {days} days, with everything made of it person by person. What a released week was counted from goes {weeks} days after its release.",
  "promise.kept.answers": "Answers",
  "promise.kept.answers.text":
    "Kept without limit, but without a person: {days} days after the next wave has closed (at the latest {alone} days after its own close), the pseudonym, the invitation and the code are deleted, and nothing links the answer to anybody any more. Comments are deleted {comments} days after the close.",
  "promise.kept.received": "What networks send by themselves",
  "promise.kept.received.text":
    "Without its text, encrypted until it is counted, a minute later. To know a repetition by, its number is kept {days} days, scrambled. An answer nobody takes is deleted after {answers} days.",
  "promise.kept.people": "Staff file",
  "promise.kept.people.text":
    "Team, site, shifts and dates are kept without limit, so that a past week is read with that week’s teams.",
  "promise.kept.directory": "Directory",
  "promise.kept.directory.text":
    "Name and addresses, encrypted, to send the questions; deleted with the first staff file after the person has left. What the company’s own directory sends by itself (SCIM) stays here, encrypted, until it deletes it.",
  "promise.kept.accounts": "Accounts of nobody",
  "promise.kept.accounts.text":
    "The address or telephone of an account that belongs to nobody known, encrypted, so that the administrator can say whose it is; deleted once that is known. The pages cannot read them.",
  "promise.kept.released": "Released figures",
  "promise.kept.released.text": "Kept without limit: they speak of nobody.",
  "promise.kept.audit": "Audit trail",
  "promise.kept.audit.text":
    "Who took which export, raised a threshold, or answered a request for access or deletion, and when. Deleted after {days} days.",
  "promise.kept.sessions": "Signing in to the pages",
  "promise.kept.sessions.text":
    "A sign-in is deleted the night after it ends; an attempt to sign in, after {days} days.",
  "promise.kept.alerts": "Alerts",
  "promise.kept.alerts.text":
    "What nights noticed of a population, a network or themselves, never of a person, so that it is not said again within the month. Deleted {days} days later, once it is over.",
  "promise.kept.mails": "Mail to readers",
  "promise.kept.mails.text":
    "That a digest, an alert or a reminder left, and when, so that it leaves only once; what it said is not kept. Deleted after {days} days. Which mail somebody chose to receive, and the views they saved, go {closed} days after their account is closed.",
  "promise.networks": "Networks read",
  "promise.networks.none": "No network is connected today.",
  "promise.networks.text": "{networks}. Nothing else is read.",
  "promise.object": "Objecting",
  "promise.object.sentence":
    "Anybody may object to their activity being collected, without giving a reason.",
  "promise.object.how":
    "Ask a person who holds the administrator’s role, named above, or the company’s data protection officer.",
  "promise.object.then":
    "Once it is noted, your activity is no longer collected, and you leave both sides of every activity figure that is not released yet: neither among those who took part, nor in the headcount. What had been read for those weeks is deleted; what was read before stays until its time, unless you ask for it to be deleted. Answering a questionnaire remains up to you.",
  "promise.object.erase":
    "You can also ask what is kept about you, and to have it deleted: the administrator does it with a command, which is in the audit trail without your name. What was released does not change. An anonymous answer, or one whose pseudonym was deleted, can be neither found nor deleted: nothing says any more that it is yours.",
} as const;
