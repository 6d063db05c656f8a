/** Comments: the page that lists them, the page that reads those that wait, and what is promised. */
export const comments = {
  "promise.roles.moderator":
    "Reads the comments that wait for a person, without knowing where they come from; reads no results and manages nobody.",
  "comments.title": "Comments",
  "comments.titled": "Comments: {name}",
  "comments.question": "Question",
  "comments.list": "Group",
  "comments.word": "One word",
  "comments.rest": "{name}, other teams",
  "comments.filters": "{moment}, {name}",
  "comments.lead": {
    one: "{n} comment, in an order drawn by lot.",
    other: "{n} comments, in an order drawn by lot.",
  },
  "comments.lead.rest": "No author, no date, no language.",
  "comments.none":
    "No group in your scope has comments to read for this wave. They come out by group, once each, when enough people have answered and written, and nothing waits to be read any more.",
  "comments.noWave": "No wave is released: there are no comments yet.",
  "comments.read": "What was written",
  "comments.words": "Words people share",
  "comments.words.sentence": "Words that several people used, with the number of comments.",
  "comments.words.of": "{word}: {n}",
  "comments.found": {
    one: "{n} comment has “{word}”.",
    other: "{n} comments have “{word}”.",
  },
  "comments.found.none":
    "Nothing to show for “{word}”: look for one whole word that several people used.",
  "comments.all": "Back to all comments of the group",
  "comments.how": "How these lists are made",
  "comments.how.groups":
    "Each comment is in one list only: that of the smallest team where at least {respondents} people answered and {commenters} wrote. The others join the team above.",
  "comments.how.struck":
    "Names, addresses, telephones and numbers are taken out before anybody reads. What speaks of health, unions, religion, private life, threats or accusations, and every comment of a small group, is first read by a person who sees no results.",
  "comments.how.frozen":
    "A list comes out once and never changes; it is deleted after twelve months.",
  "struck.name": "name removed",
  "struck.email": "e-mail address removed",
  "struck.telephone": "telephone removed",
  "struck.account": "bank account removed",
  "struck.social": "social security number removed",
  "struck.card": "bank card removed",
  "struck.number": "number removed",
  "struck.mention": "mention removed",
  "struck.link": "link removed",
  "struck.address": "address removed",
  "moderation.title": "Comments to read",
  "moderation.lead": {
    one: "{n} comment waits for a decision.",
    other: "{n} comments wait for a decision.",
  },
  "moderation.lead.none": "No comment waits.",
  "moderation.rule":
    "Show what points at nobody; take out what points at somebody; withhold what cannot be shown. Where a comment comes from nobody will tell you: nothing makes it possible to know. What is not decided within {days} days is withheld. Each decision is in the audit trail, without the text.",
  "moderation.duty":
    "A threat, or somebody in distress? No technical way leads to who wrote it. Withhold the comment, and have everybody reminded of the help lines and of whom they can talk to; in France, 3114 answers day and night.",
  "moderation.waiting": "To read",
  "moderation.comment": "Comment {n}",
  "moderation.text": "What will be shown",
  "moderation.text.how": "Delete words, or put […] in their place. Nothing can be added.",
  "moderation.reasons": "Why: {reasons}.",
  "moderation.reason.health": "health",
  "moderation.reason.union": "union, strike",
  "moderation.reason.religion": "religion",
  "moderation.reason.orientation": "private life",
  "moderation.reason.origin": "origin, opinions",
  "moderation.reason.threat": "threat or distress",
  "moderation.reason.accusation": "accusation",
  "moderation.reason.indirect": "may point at somebody",
  "moderation.reason.name": "perhaps a name",
  "moderation.reason.small": "small group",
  "moderation.publish": "Show",
  "moderation.publish.of": "Show comment {n}",
  "moderation.withhold": "Withhold",
  "moderation.withhold.of": "Withhold comment {n}",
  "moderation.noted": "Decided. The group comes out the night after its last decision.",
  "moderation.trouble": "Nothing was decided",
  "moderation.trouble.gone": "This comment no longer waits: somebody else has read it.",
  "moderation.trouble.words":
    "The text has other words than those that were written: some can be taken out, none added.",
  "promise.comments": "What you write",
  "promise.comments.sentence":
    "A comment is sealed as you send it, kept apart from your answers, and freed of what points at people before it is read.",
  "promise.comments.1":
    "The pages cannot read back what you wrote: only the night has the key, outside the database. Until you have sent it you can replace it; at the close nothing says any more that it is yours, only the team in which it was written.",
  "promise.comments.2":
    "Names, e-mail addresses, telephones, accounts, numbers and addresses are taken out by a program, then the original is deleted. The program does not see everything: “the only accountant in Lille” points at somebody. Do not name yourself, do not name anybody.",
  "promise.comments.3":
    "Health, unions, religion, private life, threats, accusations, and everything written in a group of fewer than 30 answers: a person who reads no results and manages nobody reads it first, without knowing where it comes from.",
  "promise.comments.4":
    "A comment is shown in one list only, of at least {commenters} comments among at least {respondents} answers, in an order drawn by lot, with no date, no language and nothing about its author. The list is deleted after twelve months.",
  "promise.comments.5":
    "If you are not well, or somebody is in danger, do not wait to be read: nothing leads back to you. Talk to somebody; in France, 3114 answers day and night.",
} as const;
