import type { Archive } from "../archive.ts";
import { recognise } from "./files/recognise.ts";
import { idOf, isoOf, type Member, type Named } from "./wire.ts";

/** One person's answers to one survey, as the importer of surveys reads them: a line of NDJSON. */
export type SurveyRow = Readonly<Record<string, string | number>>;

interface Question extends Named {
  readonly question_type?: string;
  readonly question_answer_options?: readonly (string | { readonly text?: string })[];
}

interface Answer {
  readonly question_id?: unknown;
  readonly question?: Named;
  readonly answer?: unknown;
}

interface Response extends Named {
  readonly created_time?: string;
  readonly from?: Named | null;
  readonly answers?: readonly Answer[] | { readonly data?: readonly Answer[] };
}

interface Survey extends Named {
  readonly questions?: readonly Question[] | { readonly data?: readonly Question[] };
  readonly responses?: readonly Response[] | { readonly data?: readonly Response[] };
}

/** From the least to the most, as Workplace orders both of its scales. */
const scales: Readonly<Record<string, readonly string[]>> = {
  LIKERT_DISAGREE_TO_AGREE: ["STRONGLY_DISAGREE", "DISAGREE", "NEUTRAL", "AGREE", "STRONGLY_AGREE"],
  LIKERT_NOT_AT_ALL_TO_EXTREMELY: ["NOT_AT_ALL", "SLIGHTLY", "MODERATELY", "VERY", "EXTREMELY"],
};

/**
 * The answers people gave to the survey bot, from saved pages: `survey`, `day`, and `q1`, `q2`… in the
 * order they were asked, points of a scale from 1 or the place of an option from 1. What was written
 * freely is dropped, and so is the wording. `person` is the HR number where the saved members tell
 * it: whether it is used is for the mapping to say.
 */
export async function* surveyRows(archive: Archive): AsyncGenerator<SurveyRow> {
  const numbers = new Map<string, string>();
  const surveys: Survey[] = [];
  for (const entry of archive.entries) {
    const saved = await recognise(entry);
    if (saved === null || saved === "unknown") continue;
    if (saved.kind === "member" || saved.kind === "former") {
      for await (const member of entry.elements<Member>(saved.at)) {
        const id = idOf(member);
        if (id !== null && member.external_id) numbers.set(id, member.external_id);
      }
    }
    if (saved.kind === "survey") {
      for await (const survey of entry.elements<Survey>(saved.at)) surveys.push(survey);
    }
  }
  for (const survey of surveys) {
    const questions = listOf(survey.questions).filter((one) => one.question_type !== "FREE_TEXT");
    for (const response of listOf(survey.responses)) {
      const who = response.from ? idOf(response.from) : null;
      yield {
        survey: idOf(survey) ?? "",
        response: idOf(response) ?? "",
        day: isoOf(response.created_time)?.slice(0, 10) ?? "",
        person: numbers.get(who ?? "") ?? "",
        ...answersIn(response, questions),
      };
    }
  }
}

function answersIn(response: Response, questions: readonly Question[]): SurveyRow {
  const given = listOf(response.answers);
  return Object.fromEntries(
    questions.map((question, index) => {
      const id = idOf(question);
      const found = given.find((one) => idOf(one.question ?? { id: one.question_id }) === id);
      return [`q${index + 1}`, pointOf(found?.answer, question) ?? ""];
    }),
  );
}

/** A number, never a text: what is no point of the scale and no option is no answer. */
function pointOf(answer: unknown, question: Question): number | null {
  if (Number.isInteger(answer)) return Number(answer);
  if (typeof answer !== "string" || answer === "") return null;
  if (/^\d{1,2}$/.test(answer)) return Number(answer);
  const options = (question.question_answer_options ?? []).map((one) =>
    typeof one === "string" ? one : (one.text ?? ""),
  );
  const scale = scales[question.question_type ?? ""] ?? [];
  const place = Math.max(
    options.indexOf(answer),
    scale.indexOf(answer.toUpperCase().replaceAll(/[\s-]+/g, "_")),
  );
  return place < 0 ? null : place + 1;
}

function listOf<One>(
  given: readonly One[] | { readonly data?: readonly One[] } | undefined,
): readonly One[] {
  if (given === undefined) return [];
  return "data" in given ? (given.data ?? []) : (given as readonly One[]);
}
