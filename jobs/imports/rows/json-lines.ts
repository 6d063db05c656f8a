import { ImportError } from "../import-error.ts";

/** More than this without an end of line is not NDJSON. */
const LONGEST = 1 << 24;

/** One line of NDJSON: an object, or why there is none. */
export type JsonLine =
  | { readonly line: number; readonly text: string; readonly object: Record<string, unknown> }
  | { readonly line: number; readonly trouble: string };

/** The objects of an NDJSON text, one a line. */
export async function* jsonLines(
  text: AsyncIterable<string>,
  name: string,
): AsyncGenerator<JsonLine> {
  let rest = "";
  let line = 0;
  for await (const chunk of text) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > LONGEST) {
      throw new ImportError(
        `${name}, line ${line + 1}: no end of line in 16 million letters. One object a line is expected (NDJSON).`,
      );
    }
    for (const one of lines) {
      line += 1;
      if (one.trim() !== "") yield read(one, line);
    }
  }
  if (rest.trim() !== "") yield read(rest, line + 1);
}

/** The text of a field; `user.id` is the id inside the user. Null and absent are empty. */
export function fieldOf(object: Record<string, unknown>, name: string): string {
  if (name in object) return textOf(object[name]);
  let value: unknown = object;
  for (const part of name.split(".")) {
    if (typeof value !== "object" || value === null) return "";
    value = (value as Record<string, unknown>)[part];
  }
  return textOf(value);
}

/** The names of all fields, those inside others with their path. */
export function fieldNames(object: Record<string, unknown>, before = ""): readonly string[] {
  return Object.entries(object).flatMap(([name, value]) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? fieldNames(value as Record<string, unknown>, `${before}${name}.`)
      : [`${before}${name}`],
  );
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function read(text: string, line: number): JsonLine {
  try {
    const object: unknown = JSON.parse(text);
    if (typeof object === "object" && object !== null && !Array.isArray(object)) {
      return { line, text, object: object as Record<string, unknown> };
    }
  } catch {
    // Said below, without repeating what the line holds.
  }
  return { line, trouble: "The line is not one JSON object. It was left out." };
}
