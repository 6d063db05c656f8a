import type { LetterWords } from "./letter-words.ts";

export const en: LetterWords = {
  direction: "ltr",
  reviewed: true,
  greeting: "Hello,",
  invite: {
    subject: "{barometer}: your view, in a few minutes",
    lead: "You are invited to answer “{barometer}”. It takes a few minutes, and no question has to be answered.",
  },
  remind: {
    subject: "{barometer}: there is still time",
    lead: "“{barometer}” is still open. Answering takes a few minutes, and no question has to be answered.",
  },
  thank: {
    subject: "{barometer}: thank you",
    lead: "Thank you for answering “{barometer}”.",
  },
  results: {
    subject: "{barometer}: the results are out",
    lead: "The results of “{barometer}” can be read.",
  },
  test: {
    subject: "Test · {barometer}",
    lead: "This is a test: here is what those who are invited to “{barometer}” will receive.",
  },
  page: "Your own page, for you alone: {link}",
  until: "You can answer until {date}.",
  confidential:
    "Your answers are confidential: they are only shown together with those of a group.",
  anonymous: "Your answers are anonymous: nothing that is kept links them to you.",
  promise: "What we promise: {link}",
  stop: "To receive no more of these messages, reply STOP.",
  short: "{barometer}: your view, in a few minutes. {link}",
  sheet: {
    scan: "Scan this square with your phone",
    type: "or type the code at {address}",
    yours: "A code works once, for one person. It does not say who you are.",
  },
  terminal: {
    title: "Your view counts",
    scan: "Scan this square, then type the code on your sheet.",
  },
};
