import type { LetterWords } from "./letter-words.ts";

/** To be reviewed. */
export const de: LetterWords = {
  direction: "ltr",
  reviewed: false,
  greeting: "Guten Tag,",
  invite: {
    subject: "{barometer}: Ihre Meinung, in wenigen Minuten",
    lead: "Sie sind eingeladen, „{barometer}“ zu beantworten. Das dauert wenige Minuten, und keine Frage ist Pflicht.",
  },
  remind: {
    subject: "{barometer}: noch ist Zeit",
    lead: "„{barometer}“ ist noch offen. Antworten dauert wenige Minuten, und keine Frage ist Pflicht.",
  },
  thank: { subject: "{barometer}: danke", lead: "Danke für Ihre Antworten zu „{barometer}“." },
  results: {
    subject: "{barometer}: die Ergebnisse sind da",
    lead: "Die Ergebnisse von „{barometer}“ können gelesen werden.",
  },
  test: {
    subject: "Probe · {barometer}",
    lead: "Dies ist eine Probe: So sieht aus, was die zu „{barometer}“ Eingeladenen bekommen.",
  },
  page: "Ihre Seite, nur für Sie: {link}",
  until: "Sie können bis zum {date} antworten.",
  confidential:
    "Ihre Antworten sind vertraulich: Sie werden nur zusammen mit denen einer Gruppe gezeigt.",
  anonymous: "Ihre Antworten sind anonym: Nichts, was gespeichert wird, verbindet sie mit Ihnen.",
  promise: "Was wir versprechen: {link}",
  stop: "Wenn Sie diese Nachrichten nicht mehr wollen, antworten Sie STOP.",
  short: "{barometer}: Ihre Meinung, in wenigen Minuten. {link}",
  sheet: {
    scan: "Scannen Sie dieses Quadrat mit Ihrem Telefon",
    type: "oder tippen Sie den Code ein auf {address}",
    yours: "Ein Code gilt einmal, für eine Person. Er sagt nicht, wer Sie sind.",
  },
  terminal: {
    title: "Ihre Meinung zählt",
    scan: "Scannen Sie dieses Quadrat und tippen Sie den Code von Ihrem Blatt ein.",
  },
};
