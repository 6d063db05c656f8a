import type { LetterWords } from "./letter-words.ts";

export const fr: LetterWords = {
  direction: "ltr",
  reviewed: true,
  greeting: "Bonjour,",
  invite: {
    subject: "{barometer} : votre avis, en quelques minutes",
    lead: "Vous êtes invité à répondre à « {barometer} ». Cela prend quelques minutes, et aucune question n’est obligatoire.",
  },
  remind: {
    subject: "{barometer} : il est encore temps",
    lead: "« {barometer} » est encore ouvert. Répondre prend quelques minutes, et aucune question n’est obligatoire.",
  },
  thank: {
    subject: "{barometer} : merci",
    lead: "Merci d’avoir répondu à « {barometer} ».",
  },
  results: {
    subject: "{barometer} : les résultats sont là",
    lead: "Les résultats de « {barometer} » peuvent être lus.",
  },
  test: {
    subject: "Essai · {barometer}",
    lead: "Ceci est un essai : voici ce que recevront les personnes invitées à « {barometer} ».",
  },
  page: "Votre page, pour vous seul : {link}",
  until: "Vous pouvez répondre jusqu’au {date}.",
  confidential:
    "Vos réponses sont confidentielles : elles ne sont montrées que réunies à celles d’un groupe.",
  anonymous: "Vos réponses sont anonymes : rien de ce qui est gardé ne les relie à vous.",
  promise: "Ce que nous promettons : {link}",
  stop: "Pour ne plus recevoir ces messages, répondez STOP.",
  short: "{barometer} : votre avis, en quelques minutes. {link}",
  sheet: {
    scan: "Scannez ce carré avec votre téléphone",
    type: "ou tapez le code sur {address}",
    yours: "Un code sert une fois, à une personne. Il ne dit pas qui vous êtes.",
  },
  terminal: {
    title: "Votre avis compte",
    scan: "Scannez ce carré, puis entrez le code de votre feuille.",
  },
};
