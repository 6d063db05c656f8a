import { parse, stringify, YAMLParseError } from "yaml";
import type { z } from "zod";
import { isIndicator } from "#app/model/indicator.ts";
import type { Option, Question, Questionnaire } from "#app/model/questionnaire.ts";
import { type Format, QuestionnaireError } from "./format.ts";
import { type OwnFile, ownShape } from "./own-shape.ts";

type ReadFile = z.output<typeof ownShape>;

/** Our own format loses nothing, so it says what others cannot. */
export const yaml: Format = {
  name: "yaml",
  title: "Frontline Barometer, YAML",
  ending: ".yaml",
  recognises: (text) => /^questions:/m.test(text) && /^key:/m.test(text),
  read: (text) => ({ questionnaire: readOwn(text), losses: [] }),
  write: (questionnaire) => ({
    text: stringify(ownFile(questionnaire), { lineWidth: 100 }),
    losses: [],
  }),
};

/** The same as JSON, for programs. */
export const json: Format = {
  ...yaml,
  name: "json",
  title: "Frontline Barometer, JSON",
  ending: ".json",
  recognises: (text) => /^\s*\{/.test(text) && /"wordings"\s*:/.test(text),
  write: (questionnaire) => ({
    text: `${JSON.stringify(ownFile(questionnaire), null, 2)}\n`,
    losses: [],
  }),
};

function readOwn(text: string): Questionnaire {
  const file = checked(parsed(text));
  const { $schema: _, scales, sections, questions, purpose, licence, ...rest } = file;
  return {
    ...rest,
    ...(purpose && { purpose }),
    ...(licence && { licence }),
    sections,
    questions: questions.map((question) => readQuestion(question, scales ?? {})),
  };
}

function readQuestion(
  given: ReadFile["questions"][number],
  scales: NonNullable<ReadFile["scales"]>,
): Question {
  const { scale, options, shownIf, section, comparableTo, reversed, sensitive } = given;
  const points = typeof scale === "string" ? scales[scale] : scale;
  if (typeof scale === "string" && points === undefined) {
    throw new QuestionnaireError(`questions.${given.item}: there is no scale “${scale}”.`);
  }
  const values = (points ?? []).map(({ value }) => value);
  const usual = usualEnds[given.kind] ?? [null, null];
  const highest = given.kind === "agreement" && values.length > 0 ? Math.max(...values) : usual[1];
  return {
    item: given.item,
    kind: given.kind,
    low: given.low ?? usual[0],
    high: given.high ?? highest,
    ...(points && { scale: points }),
    ...(options && { options }),
    ...(reversed && { reversed }),
    ...(sensitive && { sensitive }),
    indicator: given.indicator ?? null,
    ...(section && { section }),
    ...(shownIf && { shownIf }),
    wordings: given.wordings,
    ...(comparableTo && { comparableTo }),
  };
}

const usualEnds: Readonly<Record<string, readonly [low: number, high: number]>> = {
  agreement: [1, 5],
  likelihood: [0, 10],
};

function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    const line = error instanceof YAMLParseError ? error.linePos?.[0].line : undefined;
    const what = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
    throw new QuestionnaireError(`${line ? `Line ${line}: ` : ""}${what}`);
  }
}

function checked(given: unknown): ReadFile {
  const read = ownShape.safeParse(given);
  if (read.success) return read.data;
  const faults = read.error.issues.slice(0, 10).map((issue) => {
    const at = issue.path.join(".") || "the file";
    return issue.code === "unrecognized_keys"
      ? `${at}: there is no key ${issue.keys.join(", ")}`
      : `${at}: ${issue.message}`;
  });
  throw new QuestionnaireError(faults.join("\n"));
}

/** Scales that questions share are written once. */
function ownFile(questionnaire: Questionnaire): OwnFile {
  const scales = sharedScales(questionnaire.questions);
  const { purpose, licence, sections } = questionnaire;
  return {
    key: questionnaire.key,
    version: questionnaire.version,
    names: questionnaire.names,
    ...(purpose && { purpose }),
    ...(licence && { licence }),
    languages: [...questionnaire.languages],
    ...(scales.size > 0 && {
      scales: Object.fromEntries([...scales.values()].map(({ name, points }) => [name, points])),
    }),
    ...(sections.length > 0 && { sections: [...sections] }),
    questions: questionnaire.questions.map((question) => {
      const { low, high, scale, indicator, options, shownIf, ...rest } = question;
      return {
        ...rest,
        ...(low !== null && { low }),
        ...(high !== null && { high }),
        ...(scale && { scale: scales.get(JSON.stringify(scale))?.name ?? [...scale] }),
        ...(options && { options: [...options] }),
        ...(indicator !== null && isIndicator(indicator) && { indicator }),
        ...(shownIf && { shownIf: shownIf.map(({ item, is }) => ({ item, is: [...is] })) }),
      };
    }),
  };
}

function sharedScales(questions: readonly Question[]) {
  const scales = new Map<string, { name: string; points: Option[] }>();
  for (const { scale, kind, item } of questions) {
    if (scale === undefined) continue;
    const written = JSON.stringify(scale);
    const often = questions.filter((one) => JSON.stringify(one.scale) === written).length;
    if (scales.has(written) || often < 2) continue;
    const taken = [...scales.values()].some(({ name }) => name === kind);
    scales.set(written, { name: taken ? `${kind}-${item}` : kind, points: [...scale] });
  }
  return scales;
}
