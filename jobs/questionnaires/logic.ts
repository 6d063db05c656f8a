import type { Condition } from "#app/model/questionnaire.ts";
import { oneOf } from "./conditions.ts";

const piece =
  /\s+|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\{[^}]*\}|\[[^\]]*\]|[()]|&&|\|\||\b(?:and|or)\b|[^\s()"'{[&|]+|./giy;

/** All of them hold; null where it cannot be said so. */
type Conjunction = readonly Condition[] | null;

/**
 * Reads “and”, “or” and brackets around what `readAtom` understands. Null where the whole says more
 * than that several questions were answered so: one of several questions, for instance.
 */
export function readLogic(
  expression: string,
  readAtom: (atom: string) => Condition | null,
): Conjunction {
  const pieces = (expression.match(piece) ?? []).map((one) => one.toLowerCase());
  const words = expression.match(piece) ?? [];
  let at = 0;

  const next = () => {
    while (/^\s+$/.test(pieces[at] ?? "")) at += 1;
    return pieces[at];
  };
  const isOr = () => ["or", "||"].includes(next() ?? "");
  const isAnd = () => ["and", "&&"].includes(next() ?? "");

  function either(): Conjunction {
    const parts = [all()];
    while (isOr()) {
      at += 1;
      parts.push(all());
    }
    if (parts.length === 1) return parts[0] ?? null;
    const single = parts.map((part) => (part?.length === 1 ? part[0] : undefined));
    const one = single.includes(undefined) ? null : oneOf(single.flatMap((part) => part ?? []));
    return one && [one];
  }

  function all(): Conjunction {
    const parts = [part()];
    while (isAnd()) {
      at += 1;
      parts.push(part());
    }
    return parts.some((one) => one === null) ? null : parts.flatMap((one) => one ?? []);
  }

  function part(): Conjunction {
    if (next() === "(") {
      at += 1;
      const inner = either();
      if (next() === ")") at += 1;
      return inner;
    }
    const atom: string[] = [];
    while (at < pieces.length && !isOr() && !isAnd() && next() !== ")" && next() !== undefined) {
      atom.push(words[at] ?? "");
      at += 1;
    }
    const condition = readAtom(atom.join(" "));
    return condition && [condition];
  }

  const read = either();
  return next() === undefined ? read : null;
}
