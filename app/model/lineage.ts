import type { Words } from "./questionnaire.ts";

/** A question as one version of a questionnaire puts it. */
export interface AskedQuestion {
  readonly id: number;
  readonly versionId: number;
  readonly item: string;
  readonly indicator: string | null;
  readonly kind: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly reversed: boolean;
  readonly wordings: Words;
}

/** Why somebody says that two questions ask the same, for readers of either language. */
export interface Reason {
  readonly fr: string;
  readonly en: string;
}

/** Two questions of which somebody declared that they ask the same, and why. */
export interface DeclaredEquivalence {
  readonly from: number;
  readonly to: number;
  readonly reason: Reason;
}

/** Every question of the versions that are compared, and what was declared of them. */
export interface Lineage {
  readonly questions: readonly AskedQuestion[];
  readonly equivalences: readonly DeclaredEquivalence[];
}

/**
 * Whether a series goes on from one version to another: as it was; declared so, with the reasons; or
 * not, because a question was reworded, its scale is another, or others are asked.
 */
export type Continuity =
  | { readonly goesOn: true; readonly reasons: readonly Reason[] }
  | { readonly goesOn: false; readonly because: "wording" | "scale" | "questions" };

const QUESTION = "question:";
const unbroken: Continuity = { goesOn: true, reasons: [] };

/** Whether the figures of a measure may be compared over two versions of what was asked. */
export function continuityOf(
  measure: string,
  before: number,
  after: number,
  lineage: Lineage,
): Continuity {
  if (before === after) return unbroken;
  const asked = (version: number) =>
    lineage.questions.filter((one) => one.versionId === version && isPartOf(one, measure));
  const [earlier, later] = [asked(before), asked(after)];
  const reasons: Reason[] = [];
  const met = new Set<number>();
  let because: "wording" | "scale" | "questions" | null = null;
  for (const question of later) {
    const path = pathTo(question, earlier, lineage);
    if (path === null) {
      const same = earlier.find(({ item }) => item === question.item);
      because ??=
        same === undefined ? "questions" : hasScaleOf(same, question) ? "wording" : "scale";
    } else {
      met.add(path.id);
      reasons.push(...path.reasons);
    }
  }
  if (because === null && met.size < earlier.length) because = "questions";
  return because === null
    ? {
        goesOn: true,
        reasons: [...new Map(reasons.map((one) => [JSON.stringify(one), one])).values()],
      }
    : { goesOn: false, because };
}

function isPartOf({ item, indicator, kind }: AskedQuestion, measure: string): boolean {
  if (measure.startsWith(QUESTION)) return item === measure.slice(QUESTION.length);
  return indicator === measure && kind === "agreement";
}

/** The way back from a question to one of an earlier version, over what is the same or declared so. */
function pathTo(
  question: AskedQuestion,
  earlier: readonly AskedQuestion[],
  { questions, equivalences }: Lineage,
): { readonly id: number; readonly reasons: readonly Reason[] } | null {
  const wanted = new Set(earlier.map(({ id }) => id));
  const seen = new Map<number, readonly Reason[]>([[question.id, []]]);
  const waiting = [question];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    const reasons = seen.get(at.id) ?? [];
    if (wanted.has(at.id)) return { id: at.id, reasons };
    for (const next of questions) {
      if (seen.has(next.id)) continue;
      const declared = equivalences.find(
        ({ from, to }) => (from === at.id && to === next.id) || (to === at.id && from === next.id),
      );
      if (declared === undefined && !isSame(at, next)) continue;
      seen.set(next.id, declared ? [...reasons, declared.reason] : reasons);
      waiting.push(next);
    }
  }
  return null;
}

function isSame(one: AskedQuestion, other: AskedQuestion): boolean {
  if (one.item !== other.item || !hasScaleOf(one, other)) return false;
  const shared = Object.keys(one.wordings).filter((language) => language in other.wordings);
  return (
    shared.length > 0 &&
    shared.every((language) => bare(one.wordings[language]) === bare(other.wordings[language]))
  );
}

function hasScaleOf(one: AskedQuestion, other: AskedQuestion): boolean {
  return (
    one.kind === other.kind &&
    one.low === other.low &&
    one.high === other.high &&
    one.reversed === other.reversed
  );
}

/** Spaces and the form of an apostrophe make no other question. */
function bare(words: string | undefined): string {
  return (words ?? "").normalize("NFC").replace(/’/g, "'").replace(/\s+/g, " ").trim();
}
