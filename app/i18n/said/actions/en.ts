import type { actionsInFrench } from "./fr.ts";

/** Sentences of actions and marks. */
export const actionsInEnglish: Readonly<
  Record<keyof typeof actionsInFrench, string | { readonly one: string; readonly other: string }>
> = {
  "files.later": {
    one: "You have taken many files in a short time. Come back in {n} second: nothing is lost.",
    other: "You have taken many files in a short time. Come back in {n} seconds: nothing is lost.",
  },
  "actions.toAct": "What fell: read what is done about it, or write it down.",
  "actions.about": "{population}, {measure}",
  "actions.lead.none": "No action is under way.",
  "actions.lead.open": {
    one: "{n} action is planned or under way.",
    other: "{n} actions are planned or under way.",
  },
  "actions.lead.late": { one: "{n} is late.", other: "{n} are late." },
  "actions.mail.soon": "An action you own is due on {day}",
  "actions.mail.overdue": "An action you own was due on {day}",
  "actions.mail.what":
    "Say where it stands: done, stopped, or due later. The public board will show it, if it is there.",
  "actions.mail.heard": "You said: {text}",
  "actions.mail.ends":
    "This reminder stops once the action is done, stopped or put off. To receive no more of them: {address}",
  "marks.action": "action, {what}",
  "marks.succeeded": "{was} becomes {now}",
  "marks.reorganised": { one: "{n} unit reorganised", other: "{n} units reorganised" },
  "marks.network.begins": { one: "New network: {network}", other: "New networks: {network}" },
  "marks.network.ends": "End of {network}",
  "marks.network.succeeded": "{successor} replaces {network}",
  "actions.measured.nothingBefore":
    "{name}: no wave had closed before the action began, so nothing can be compared.",
  "actions.measured.waiting":
    "{name} will be measured at the next wave, beside comparable populations.",
  "actions.measured.untold":
    "{name}: between {before} and {after}, the figures of this population allow no comparison.",
  "actions.measured.alone":
    "{name}, between {before} and {after}: {change} points for “{population}” (between {low} and {high}). There are fewer than {fewest} comparable populations: nothing says whether that is more than elsewhere.",
  "actions.measured.same":
    "{name}, between {before} and {after}: {change} points for “{population}”, {others} on average in {n} comparable populations. The difference of {beyond} points (between {low} and {high}) may be chance.",
  "actions.measured.beyond":
    "{name}, between {before} and {after}: {change} points for “{population}”, {others} on average in {n} comparable populations. The difference of {beyond} points (between {low} and {high}) is beyond chance; what brought it about, no figure says.",
};
