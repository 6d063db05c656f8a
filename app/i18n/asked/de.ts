import type { AskedWords } from "./words.ts";

export const de: AskedWords = {
  code: "de",
  name: "Deutsch",
  short: "DE",
  direction: "ltr",
  unreviewed: "Diese Übersetzung ist noch zu prüfen.",
  language: "Sprache",
  title: {
    underMinute: "{n} Fragen, weniger als eine Minute",
    minutes: "{n} Fragen, etwa {m} Minuten",
    one: "Eine Frage, wenige Sekunden",
  },
  optional: "Keine ist Pflicht.",
  before: "Bitte antworten Sie bis {date}.",
  promise: {
    confidential: "Ihre Antwort ist vertraulich.",
    anonymous: "Ihre Antwort ist anonym.",
    rule: "Niemand im Unternehmen sieht sie. Ein Ergebnis wird nur für eine Gruppe gezeigt, nie für weniger als {n} Antworten.",
    more: "Was wir wissen, wer was sieht",
    kept: [
      "Was gespeichert wird:",
      "Ihre Antworten, Ihre Einheit, Ihr Standort und Ihr Arbeitsrhythmus. Nicht Ihr Name, nicht die Uhrzeit, nicht Ihr Telefon.",
    ],
    keptAnonymous:
      "Ihre Antworten und eine Gruppe von mindestens zehn Eingeladenen, zu der Sie gehören. Nicht Ihr Name, nicht die Uhrzeit, nicht Ihr Telefon.",
    where: [
      "Wo:",
      "auf den Servern des Unternehmens, unter einem Pseudonym; der Schlüssel liegt anderswo und wird danach vernichtet.",
    ],
    whereAnonymous:
      "auf den Servern des Unternehmens, unter die aller anderen gemischt; dass Sie geantwortet haben, wird getrennt vermerkt, damit Sie nicht erinnert werden.",
    readers: [
      "Wer Ergebnisse liest:",
      "Ihre Führungskraft sieht ihr Team, wenn es groß genug ist, die Leitung sieht das Ganze, Ihre Vertretung erhält die Regeln. Niemand sieht eine Antwort.",
    ],
    threshold: ["Die Mindestzahl", "kann steigen, nie sinken. Jede Änderung ist öffentlich."],
    whole: "Das ganze Versprechen, und wie Sie ablehnen",
  },
  question: "Frage {i} von {n}",
  of: "von",
  decline: "Ich möchte nicht antworten",
  agreement: [
    "Stimme voll zu",
    "Stimme eher zu",
    "Teils, teils",
    "Stimme eher nicht zu",
    "Stimme gar nicht zu",
  ],
  likelihood: ["Überhaupt nicht wahrscheinlich", "Äußerst wahrscheinlich"],
  several: "Mehrere Antworten möglich",
  rank: "Geben Sie dem, was Ihnen wichtig ist, einen Rang, 1 zuerst",
  place: "Rang",
  comment:
    "Höchstens tausend Zeichen. Schreiben Sie keine Namen: Was auf jemanden weist, wird entfernt.",
  commentKept:
    "Sie haben hier schon geschrieben. Neues ersetzt es; lassen Sie es leer, um es zu behalten.",
  send: "Antworten absenden",
  next: "Weiter",
  back: "Zurück",
  pause: "Speichern und später beenden",
  saved: "Gespeichert",
  paused: {
    title: "Gespeichert",
    text: "Ihre Antworten zählen noch nicht. Kommen Sie mit demselben Link zurück, um sie abzusenden.",
  },
  final:
    "Nach dem Absenden sagt nichts mehr, welche Ihre sind: Sie können weder gelesen noch geändert werden.",
  once: "Nach dem Absenden sind Ihre Antworten endgültig.",
  latest: "Mit demselben Link können Sie bis zum Ende der Befragung Ihre Meinung ändern.",
  amiss: "Eine Antwort wurde nicht verstanden. Sehen Sie die markierte Frage an.",
  thanks: {
    title: "Danke, es ist gespeichert",
    text: "Ihre Antworten sind angekommen. Sie können diese Seite schließen; auf diesem Gerät bleibt nichts davon.",
  },
  onward: "Wie es weitergeht",
  closes: "Ende der Befragung.",
  closesLatest: "Ende der Befragung. Bis dahin können Sie mit demselben Link Ihre Meinung ändern.",
  results: [
    "Danach",
    "Ergebnisse werden allen, die sie sehen dürfen, gleichzeitig gezeigt, nie für weniger als {n} Antworten.",
  ],
  afterwards: ["Dann", "Jede Einheit sagt, was sie tun wird, und bis wann."],
  changed: "Was Ihre Antworten schon verändert haben",
  already: {
    title: "Ihre Antwort ist schon da",
    text: "Dieser Code wurde benutzt. Es ist nichts weiter zu tun, und Sie werden nicht mehr erinnert.",
  },
  closed: {
    title: "Es ist vorbei",
    text: "Die Befragung ist geschlossen und nimmt keine Antworten mehr an. Danke fürs Kommen; die nächste zählt auch.",
  },
  unknown: {
    title: "Dieser Code führt nirgendwohin",
    text: "Vielleicht fehlt ein Zeichen. Schreiben Sie ihn noch einmal ab, oder scannen Sie Ihr Blatt erneut.",
  },
  slower: {
    title: "Ein wenig Geduld",
    text: "Von hier kommen viele falsche Codes. Versuchen Sie es in einigen Minuten: Ihrer bleibt gültig.",
  },
  waiting: {
    title: "Ihre Antworten sind noch nicht abgegangen",
    text: "Sie sind in dieser Seite aufgehoben, die es erneut versucht. Schließen Sie sie nicht.",
  },
  again: "Erneut versuchen",
  enter: {
    title: "Ihr Code",
    text: "Er steht auf Ihrem Blatt oder in Ihrer Nachricht. Er sagt nichts über Sie.",
    label: "Code, in Vierergruppen",
    hint: "Zwanzig Zeichen; Leerzeichen und Großbuchstaben zählen nicht.",
    go: "Beginnen",
    wrong: "Ein Code hat zwanzig Zeichen, Ziffern und Buchstaben. Bitte prüfen Sie Ihren.",
  },
  kiosk: {
    idle: "Noch da? Diese Seite beginnt gleich von vorn.",
    stay: "Ich bin noch da",
    leave: "Ohne Absenden verlassen",
    over: "Nächste Person",
    offline: "Keine Verbindung: Antworten werden hier aufgehoben und gehen später ab.",
    unprepared:
      "Dieses Gerät hat keine Verbindung und wurde noch nicht benutzt. Versuchen Sie es später.",
    kept: {
      title: "Danke, es ist aufgehoben",
      text: "Es gibt keine Verbindung: Ihre Antworten gehen von hier ab, einmal, sobald sie wieder da ist.",
    },
    queued: "Noch abzusendende Antworten: {n}",
  },
};
