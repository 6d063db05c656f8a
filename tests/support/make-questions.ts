import type { Questionnaire } from "#app/model/questionnaire.ts";
import type { Db } from "#db/client.server.ts";
import { defineBarometer, defineWave } from "#db/records/define-barometer.ts";

const words = (fr: string, en: string, ar: string) => ({ fr, en, ar, es: en, pt: en, de: en });
const none = { low: null, high: null, indicator: null };

/** A question of each kind, in two sections, one of them asked only of those who chose the bus. */
export const everyKind: Questionnaire = {
  key: "every-kind",
  version: 1,
  names: words("Baromètre d’octobre 2026", "October 2026 barometer", "استطلاع أكتوبر"),
  languages: ["fr", "en", "es", "pt", "de", "ar"],
  sections: [
    { key: "work", names: words("Votre travail", "Your work", "عملك") },
    { key: "way", names: words("Le chemin", "The way", "الطريق") },
  ],
  questions: [
    {
      item: "connected",
      kind: "agreement",
      low: 1,
      high: 5,
      indicator: "connection",
      section: "work",
      wordings: words(
        "Je me sens relié au siège.",
        "I feel connected to head office.",
        "أشعر بارتباط بالمقر.",
      ),
    },
    {
      item: "recommend",
      kind: "likelihood",
      low: 0,
      high: 10,
      indicator: null,
      section: "work",
      wordings: words(
        "Recommanderiez-vous de travailler ici ?",
        "Would you recommend working here?",
        "هل توصي بالعمل هنا؟",
      ),
    },
    {
      item: "travel",
      kind: "single",
      ...none,
      section: "way",
      options: [
        { value: 1, words: words("À pied", "On foot", "سيرًا") },
        { value: 2, words: words("En bus", "By bus", "بالحافلة") },
      ],
      wordings: words("Comment venez-vous ?", "How do you come to work?", "كيف تأتي؟"),
    },
    {
      item: "bus-late",
      kind: "agreement",
      low: 1,
      high: 5,
      indicator: null,
      section: "way",
      shownIf: [{ item: "travel", is: [2] }],
      wordings: words("Le bus est à l’heure.", "The bus is on time.", "الحافلة في موعدها."),
    },
    {
      item: "tools",
      kind: "multiple",
      ...none,
      section: "way",
      options: [
        { value: 10, words: words("Téléphone", "Telephone", "هاتف") },
        { value: 20, words: words("Tablette", "Tablet", "لوح") },
        { value: 30, words: words("Radio", "Radio", "لاسلكي") },
      ],
      wordings: words("Avec quoi travaillez-vous ?", "What do you work with?", "بماذا تعمل؟"),
    },
    {
      item: "matters",
      kind: "rank",
      ...none,
      section: "way",
      options: [
        { value: 1, words: words("Le salaire", "Pay", "الأجر") },
        { value: 2, words: words("Les horaires", "Hours", "الساعات") },
        { value: 3, words: words("L’équipe", "The team", "الفريق") },
      ],
      wordings: words("Qu’est-ce qui compte ?", "What matters?", "ما الذي يهم؟"),
    },
    {
      item: "say",
      kind: "text",
      ...none,
      section: "way",
      wordings: words(
        "Que voulez-vous dire ?",
        "What would you like to say?",
        "ماذا تريد أن تقول؟",
      ),
    },
  ],
};

export interface MadeQuestions {
  readonly key: string;
  readonly mode?: "confidential" | "anonymous";
  readonly answerRule?: "first" | "latest";
  readonly questionnaire?: Questionnaire;
}

/** A draft of a wave that asks every kind of question. */
export async function makeQuestions(owner: Db, made: MadeQuestions): Promise<void> {
  const { key, mode = "confidential", answerRule = "first", questionnaire = everyKind } = made;
  await defineBarometer(owner, questionnaire);
  const { fr = key, en = key } = questionnaire.names;
  await defineWave(owner, {
    key,
    barometer: questionnaire.key,
    names: { fr, en },
    mode,
    closesAt: new Date("2026-10-16T18:00:00Z"),
  });
  await owner.updateTable("records.wave").set({ answerRule }).where("key", "=", key).execute();
}
