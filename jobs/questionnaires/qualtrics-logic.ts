import type { Condition } from "#app/model/questionnaire.ts";
import { type Comparison, conditionOn, oneOf } from "./conditions.ts";
import { type Loose, numberIn, objectIn, textIn } from "./loose.ts";
import type { Known } from "./surveyjs-condition.ts";

const comparisons: Readonly<Record<string, Comparison>> = {
  Selected: "=",
  NotSelected: "!=",
  EqualTo: "=",
  NotEqualTo: "!=",
  GreaterThan: ">",
  GreaterThanOrEqual: ">=",
  LessThan: "<",
  LessThanOrEqual: "<=",
};

/**
 * Reads Qualtrics' display logic: groups of expressions, joined within (`Conjuction`, as it is spelt)
 * and among each other. Null where it says more than the conditions of a questionnaire can.
 */
export function readDisplayLogic(
  logic: unknown,
  find: (name: string) => Known | null,
): readonly Condition[] | null {
  const groups = numbered(objectIn(logic));
  if (groups.length === 0 || groups.slice(1).some(({ Type }) => Type !== "AndIf")) return null;
  const read = groups.map((group) => readGroup(numbered(group), find));
  return read.some((one) => one === null) ? null : read.flatMap((one) => one ?? []);
}

function readGroup(
  expressions: readonly Loose[],
  find: (name: string) => Known | null,
): readonly Condition[] | null {
  const conditions = expressions.map((one) => readExpression(one, find));
  const known = conditions.flatMap((one) => one ?? []);
  if (known.length === 0 || known.length < conditions.length) return null;
  const joined = new Set(
    expressions
      .slice(1)
      .map(({ Conjuction, Conjunction }) => String(Conjuction ?? Conjunction ?? "And")),
  );
  if (joined.size > 1) return null;
  if (!joined.has("Or")) return known;
  const one = oneOf(known);
  return one && [one];
}

/** `q://QID2/SelectableChoice/1`, and of a row of a table `q://QID9/SelectableChoice/2/5`. */
function readExpression(
  { LogicType, LeftOperand, ChoiceLocator, Operator, RightOperand }: Loose,
  find: (name: string) => Known | null,
): Condition | null {
  const locator = textIn(LeftOperand) ?? textIn(ChoiceLocator) ?? "";
  const comparison = comparisons[textIn(Operator) ?? ""];
  const [, id = "", rest = ""] =
    /^q:\/\/([^/#]+)\/Selectable(?:Choice|Answer)\/(.+)$/.exec(locator) ?? [];
  if (LogicType !== "Question" || comparison === undefined) return null;
  const parts = rest.split("/");
  const known = find(parts.length > 1 ? `${id}/${parts[0]}` : id);
  if (known === null) return null;
  const value = rest === "" ? numberIn(RightOperand) : known.value(parts.at(-1) ?? "");
  return value === null ? null : conditionOn(known.question, comparison, value);
}

function numbered(group: Loose): readonly Loose[] {
  return Object.keys(group)
    .filter((key) => /^\d+$/.test(key))
    .toSorted((a, b) => Number(a) - Number(b))
    .map((key) => objectIn(group[key]));
}
