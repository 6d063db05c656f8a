import { ScimError } from "./scim-error.ts";

export const operators = ["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le", "pr"] as const;
export type Operator = (typeof operators)[number];

/** A filter as RFC 7644 (3.4.2.2) writes it; names of attributes in small letters. */
export type Filter =
  | { readonly is: "and" | "or"; readonly of: readonly Filter[] }
  | { readonly is: "not"; readonly of: Filter }
  | { readonly is: "has"; readonly path: string; readonly of: Filter }
  | {
      readonly is: "test";
      readonly path: string;
      readonly operator: Operator;
      readonly value: string | number | boolean | null;
    };

const LONGEST = 4_000;
const DEEPEST = 20;
const token = /\s*(?:("(?:[^"\\]|\\.)*")|([()[\]])|([^\s()[\]"]+))/y;

/** Reads a filter. @throws {ScimError} `invalidFilter`. */
export function parseFilter(text: string): Filter {
  if (text.length > LONGEST) throw wrong("it is too long");
  const tokens = tokensOf(text);
  let at = 0;
  const next = () => tokens[at]?.toLowerCase();
  const take = (expected: string) => {
    if (tokens[at] !== expected) throw wrong(`“${expected}” is missing`);
    at += 1;
  };

  const either = (depth: number): Filter => chain("or", () => both(depth));
  const both = (depth: number): Filter => chain("and", () => one(depth));
  const chain = (is: "and" | "or", part: () => Filter): Filter => {
    const parts = [part()];
    while (next() === is) {
      at += 1;
      parts.push(part());
    }
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : { is, of: parts };
  };
  const one = (depth: number): Filter => {
    if (depth > DEEPEST) throw wrong("it is nested too deeply");
    if (next() === "not" && tokens[at + 1] === "(") {
      at += 1;
      return { is: "not", of: group(depth) };
    }
    if (next() === "(") return group(depth);
    const path = next();
    if (path === undefined || !/^[a-z$][\w$.:-]*$/.test(path)) throw wrong("a name is missing");
    at += 1;
    if (next() === "[") {
      take("[");
      const of = either(depth + 1);
      take("]");
      // emails[type eq "work"].value eq "…", as Entra ID asks when it matches by address.
      const sub = /^\.([a-z$][\w$-]*)$/.exec(next() ?? "")?.[1];
      if (sub === undefined) return { is: "has", path, of };
      at += 1;
      return { is: "has", path, of: { is: "and", of: [of, test(sub)] } };
    }
    return test(path);
  };
  const test = (path: string): Filter => {
    const operator = operators.find((word) => word === next());
    if (operator === undefined) throw wrong("an operator is missing");
    at += 1;
    if (operator === "pr") return { is: "test", path, operator, value: null };
    return { is: "test", path, operator, value: literal(tokens[at++]) };
  };
  const group = (depth: number): Filter => {
    take("(");
    const inside = either(depth + 1);
    take(")");
    return inside;
  };

  const filter = either(0);
  if (at < tokens.length) throw wrong("it goes on after its end");
  return filter;
}

function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  const end = text.trimEnd().length;
  while (token.lastIndex < end) {
    const found = token.exec(text);
    if (found === null) throw wrong("it cannot be read");
    tokens.push(found[1] ?? found[2] ?? found[3] ?? "");
  }
  return tokens;
}

function literal(written: string | undefined): string | number | boolean | null {
  try {
    // Entra ID and others write True.
    const word = written?.toLowerCase() ?? "";
    const value: unknown = JSON.parse(/^(true|false|null)$/.test(word) ? word : (written ?? ""));
    if (value === null || ["string", "number", "boolean"].includes(typeof value)) {
      return value as string | number | boolean | null;
    }
  } catch {
    // Said below.
  }
  throw wrong("a value is missing, or is not written as JSON");
}

function wrong(why: string): ScimError {
  return new ScimError(400, "invalidFilter", `The filter cannot be understood: ${why}.`);
}
