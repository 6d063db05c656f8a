import type { Questionnaire } from "#app/model/questionnaire.ts";

const words = (fr: string, en: string) => ({ fr, en });
const options = (...named: readonly (readonly [fr: string, en: string])[]) =>
  named.map(([fr, en], place) => ({ value: place + 1, words: words(fr, en) }));

const scale = options(
  ["Pas du tout", "Not at all"],
  ["Plutôt pas", "Rather not"],
  ["Entre les deux", "In between"],
  ["Plutôt", "Rather"],
  ["Tout à fait", "Fully"],
);

/** A questionnaire of a market hall that asks in every way there is, in two languages. */
export const everything: Questionnaire = {
  key: "market-hall",
  version: 1,
  names: words("Le marché", "The market hall"),
  languages: ["fr", "en"],
  sections: [
    { key: "stalls", names: words("Les étals", "Stalls") },
    { key: "days", names: words("Les jours", "Days") },
  ],
  questions: [
    {
      item: "likes-stalls",
      kind: "agreement",
      low: 1,
      high: 5,
      scale,
      indicator: null,
      section: "stalls",
      wordings: words("J’aime mon étal <propre> & sec.", "I like my stall <clean> & dry."),
    },
    {
      item: "knows",
      kind: "agreement",
      low: 1,
      high: 5,
      scale,
      indicator: null,
      section: "stalls",
      wordings: words("Je connais mes voisins.", "I know my neighbours."),
    },
    {
      item: "lacks",
      kind: "multiple",
      low: null,
      high: null,
      options: options(["De l’eau", "Water"], ["De la lumière", "Light"], ["De la place", "Room"]),
      indicator: null,
      section: "stalls",
      shownIf: [{ item: "knows", is: [1, 2] }],
      wordings: words("Que manque-t-il ?", "What is missing?"),
    },
    {
      item: "water",
      kind: "number",
      low: 0,
      high: 500,
      indicator: null,
      section: "stalls",
      shownIf: [{ item: "lacks", is: [1] }],
      wordings: words("Combien de litres ?", "How many litres?"),
    },
    {
      item: "day",
      kind: "single",
      low: null,
      high: null,
      options: options(["Mardi", "Tuesday"], ["Samedi", "Saturday"]),
      indicator: null,
      section: "days",
      wordings: words("Quel jour préférez-vous ?", "Which day do you prefer?"),
    },
    {
      item: "first",
      kind: "rank",
      low: null,
      high: null,
      options: options(["Le prix", "Price"], ["Le froid", "Cold"], ["Le bruit", "Noise"]),
      indicator: null,
      section: "days",
      wordings: words("Que changer d’abord ?", "What should change first?"),
    },
    {
      item: "friend",
      kind: "likelihood",
      low: 0,
      high: 10,
      indicator: null,
      section: "days",
      shownIf: [
        { item: "day", is: [2] },
        { item: "knows", is: [4, 5] },
      ],
      wordings: words("Conseilleriez-vous ce marché ?", "Would you recommend this market?"),
    },
    {
      item: "why",
      kind: "text",
      low: null,
      high: null,
      indicator: null,
      section: "days",
      wordings: words("Pourquoi ?", "Why?"),
    },
  ],
};
