import type { Words } from "#app/model/questionnaire.ts";
import { QuestionnaireError } from "./format.ts";
import { type Loose, listIn, objectIn, textIn } from "./loose.ts";
import {
  languageOf,
  type QualtricsQuestion,
  questionOf,
  questionOfApi,
} from "./qualtrics-shape.ts";

/** A survey of Qualtrics in the order it is asked, from a `.qsf` file or from the survey API. */
export interface QualtricsFile {
  readonly names: Words;
  readonly languages: readonly string[];
  readonly blocks: readonly {
    readonly name: string;
    readonly questions: readonly QualtricsQuestion[];
  }[];
  /** What the flow of the survey does besides showing one block after the other. */
  readonly flow: readonly string[];
}

/** @throws {QuestionnaireError} when it is neither of the two. */
export function readQualtricsFile(text: string): QualtricsFile {
  let given: Loose;
  try {
    given = objectIn(JSON.parse(text));
  } catch {
    throw new QuestionnaireError("This is no JSON, and so no Qualtrics file.");
  }
  if ("SurveyElements" in given) return readQsf(given);
  const result = objectIn(objectIn(given.body).result ?? given.result ?? given);
  if ("questions" in result) return readApi(result);
  throw new QuestionnaireError("There is no survey of Qualtrics in the file.");
}

function readQsf(given: Loose): QualtricsFile {
  const entry = objectIn(given.SurveyEntry);
  const own = languageOf(textIn(entry.SurveyLanguage) ?? "EN");
  const elements = listIn(given.SurveyElements).map(objectIn);
  const payloads = (element: string) =>
    elements.filter((one) => one.Element === element).map((one) => one.Payload);
  const questions = new Map(
    payloads("SQ").map((payload) => {
      const question = questionOf(objectIn(payload), own);
      return [question.id, question];
    }),
  );
  const blocks = new Map<string, Loose>(
    payloads("BL")
      .flatMap(listIn)
      .map(objectIn)
      .filter(({ Type }) => Type !== "Trash")
      .map((block) => [textIn(block.ID) ?? "", block] as const),
  );
  const { ids, besides } = flowOf(objectIn(payloads("FL")[0]).Flow);
  const asked: readonly Loose[] = ids.some((id) => blocks.has(id))
    ? ids.map((id) => blocks.get(id)).filter((block) => block !== undefined)
    : [...blocks.values()];
  const available = payloads("SO").flatMap((one) =>
    Object.keys(objectIn(objectIn(one).AvailableLanguages)),
  );
  const translated = payloads("SQ").flatMap((one) => Object.keys(objectIn(objectIn(one).Language)));
  return {
    names: { [own]: textIn(entry.SurveyName) ?? "Qualtrics" },
    languages: [...new Set([own, ...[...available, ...translated].map(languageOf)])],
    blocks: asked.map((block) => ({
      name: textIn(block.Description) ?? "",
      questions: questionsIn(block.BlockElements, "QuestionID", questions),
    })),
    flow: besides,
  };
}

function readApi(result: Loose): QualtricsFile {
  const own = languageOf(textIn(objectIn(result).language) ?? "EN");
  const questions = new Map(
    Object.entries(objectIn(result.questions)).map(([id, one]) => [
      id,
      questionOfApi(id, objectIn(one), own),
    ]),
  );
  const blocks = objectIn(result.blocks);
  const { ids, besides } = flowOf(result.flow);
  const order = [...new Set([...ids, ...Object.keys(blocks)])].filter((id) => id in blocks);
  return {
    names: { [own]: textIn(result.name) ?? "Qualtrics" },
    languages: [own],
    blocks: order.map((id) => {
      const block = objectIn(blocks[id]);
      return {
        name: textIn(block.description) ?? "",
        questions: questionsIn(block.elements, "questionId", questions),
      };
    }),
    flow: besides,
  };
}

function questionsIn(
  elements: unknown,
  key: string,
  questions: ReadonlyMap<string, QualtricsQuestion>,
): readonly QualtricsQuestion[] {
  return listIn(elements).flatMap((one) => questions.get(textIn(objectIn(one)[key]) ?? "") ?? []);
}

/** Blocks in the order of the flow, however deep; and what else the flow holds. */
function flowOf(flow: unknown): {
  readonly ids: readonly string[];
  readonly besides: readonly string[];
} {
  const steps = listIn(flow).map(objectIn);
  const deeper = steps.map((step) => flowOf(step.Flow ?? step.flow));
  const isBlock = (step: Loose) =>
    ["Block", "Standard"].includes(textIn(step.Type ?? step.type) ?? "");
  return {
    ids: steps.flatMap((step, place) => [
      ...(isBlock(step) ? [textIn(step.ID ?? step.id) ?? ""] : []),
      ...(deeper[place]?.ids ?? []),
    ]),
    besides: [
      ...steps
        .filter((step) => !isBlock(step))
        .flatMap((step) => textIn(step.Type ?? step.type) ?? []),
      ...deeper.flatMap(({ besides }) => besides),
    ],
  };
}
