import type { Question, Questionnaire } from "#app/model/questionnaire.ts";
import type { Loss } from "./format.ts";

/** What no other tool's questionnaire has a place for; each once, with the questions it is about. */
export function unsaid(questionnaire: Questionnaire): readonly Loss[] {
  const { questions, purpose, licence } = questionnaire;
  const about = (what: string, is: (question: Question) => boolean): readonly Loss[] => {
    const items = questions.filter(is).map(({ item }) => item);
    return items.length === 0 ? [] : [{ place: items.join(", "), what }];
  };
  return [
    ...(purpose ? [{ place: "purpose", what: "why it is asked" }] : []),
    ...(licence ? [{ place: "licence", what: "the licence of its words" }] : []),
    ...about("the indicator it counts towards", ({ indicator }) => indicator !== null),
    ...about("that a high answer is unfavourable", ({ reversed }) => reversed === true),
    ...about("that it is sensitive", ({ sensitive }) => sensitive === true),
    ...about("the published item it is comparable to", ({ comparableTo }) => Boolean(comparableTo)),
  ];
}
