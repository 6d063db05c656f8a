import type { AskedWords } from "./words.ts";

export const en: AskedWords = {
  code: "en",
  name: "English",
  short: "EN",
  direction: "ltr",
  unreviewed: null,
  language: "Language",
  title: {
    underMinute: "{n} questions, under a minute",
    minutes: "{n} questions, about {m} minutes",
    one: "One question, a few seconds",
  },
  optional: "None is compulsory.",
  before: "Please answer by {date}.",
  promise: {
    confidential: "Your answer is confidential.",
    anonymous: "Your answer is anonymous.",
    rule: "Nobody in the company sees it. A result is shown for a group only, never for fewer than {n} answers.",
    more: "What we know, who sees what",
    kept: [
      "What is kept:",
      "your answers, your unit, your site and your working pattern. Not your name, not the time, not your telephone.",
    ],
    keptAnonymous:
      "your answers, and a group of at least ten invited people you are one of. Not your name, not the time, not your telephone.",
    where: [
      "Where:",
      "on the company’s servers, under a pseudonym; its key lies elsewhere, and is then destroyed.",
    ],
    whereAnonymous:
      "on the company’s servers, shuffled among everybody’s; that you have answered is noted apart, so that you are not reminded.",
    readers: [
      "Who reads results:",
      "your manager sees their team if it is large enough, the board sees the whole, your representatives get the rules. Nobody sees an answer.",
    ],
    threshold: ["The minimum", "can be raised, never lowered. Every change is public."],
    whole: "The whole promise, and how to refuse",
  },
  question: "Question {i} of {n}",
  of: "of",
  decline: "I prefer not to answer",
  agreement: [
    "Strongly agree",
    "Agree",
    "Neither agree nor disagree",
    "Disagree",
    "Strongly disagree",
  ],
  likelihood: ["Not at all likely", "Extremely likely"],
  several: "Choose as many as apply",
  rank: "Give a rank to what matters to you, 1 for the first",
  place: "Rank",
  comment: "A thousand characters at most. Write no names: what points to somebody is removed.",
  commentKept:
    "You have written here before. What you write now replaces it; leave it empty to keep it.",
  send: "Send my answers",
  next: "Continue",
  back: "Go back",
  pause: "Save and finish later",
  saved: "Saved",
  paused: {
    title: "Saved",
    text: "Your answers do not count yet. Come back with the same link to send them.",
  },
  final:
    "Once they are sent, nothing says which are yours: they can be neither read again nor changed.",
  once: "Once sent, your answers are final.",
  latest: "You may come back with the same link and change your mind until the wave closes.",
  amiss: "One answer was not understood. Look at the question that is marked.",
  thanks: {
    title: "Thank you, it is recorded",
    text: "Your answers have arrived. You may close this page; nothing of them stays on this device.",
  },
  onward: "What happens next",
  closes: "The wave closes.",
  closesLatest: "The wave closes. Until then, the same link lets you change your mind.",
  results: [
    "After that",
    "Results are shown to everybody who may see them at the same time, never for fewer than {n} answers.",
  ],
  afterwards: ["Then", "Each unit says what it is going to do, and by when."],
  changed: "What your answers have already changed",
  already: {
    title: "Your answer is in already",
    text: "This code has been used. There is nothing else to do, and you will not be reminded.",
  },
  closed: {
    title: "This is over",
    text: "The wave has closed and takes no more answers. Thank you for coming; the next one counts too.",
  },
  unknown: {
    title: "This code leads nowhere",
    text: "A character may be missing. Copy it once more, or scan your sheet again.",
  },
  slower: {
    title: "A little patience",
    text: "Many wrong codes come from here. Try again in a few minutes: yours stays good.",
  },
  waiting: {
    title: "Your answers have not left yet",
    text: "They are kept in this page, which tries again. Do not close it.",
  },
  again: "Try again",
  enter: {
    title: "Your code",
    text: "It is on your sheet or in your message. It says nothing about you.",
    label: "Code, in groups of four",
    hint: "Twenty characters; spaces and capitals do not matter.",
    go: "Begin",
    wrong: "A code has twenty characters, digits and letters. Please check yours.",
  },
  kiosk: {
    idle: "Still there? This page starts over in a moment.",
    stay: "I am still here",
    leave: "Leave without sending",
    over: "Next person",
    offline: "No connection: answers are kept here and leave later.",
    unprepared: "This device has no connection and nobody has used it yet. Try again later.",
    kept: {
      title: "Thank you, it is kept",
      text: "There is no connection: your answers leave from here, once, as soon as it is back.",
    },
    queued: "Answers to be sent: {n}",
  },
};
