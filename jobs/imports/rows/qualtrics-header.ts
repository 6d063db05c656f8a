import type { CsvLine } from "./csv.ts";

/** The legacy format numbers what is about the response; its second line says what it is. */
const NUMBERED = /^V\d+$/;
const IMPORT_ID = /^\{\s*"ImportId"\s*:\s*"([^"]+)"/;

/**
 * A file of Qualtrics as one with a single header: names, wordings and import ids stand in its first
 * three lines, in the first two of the legacy format. Every column gets the one of its three names
 * that is asked for, so that a mapping may use the ids, which nobody renames.
 */
export async function* underOneHeader(
  lines: AsyncIterable<CsvLine>,
  isAsked: (name: string) => boolean,
): AsyncGenerator<CsvLine> {
  const heads: (CsvLine & { readonly fields: readonly string[] })[] = [];
  let isHeaded = false;
  for await (const one of lines) {
    if (isHeaded || "trouble" in one) {
      yield one;
      continue;
    }
    if (heads.length < 2) {
      heads.push(one);
      continue;
    }
    isHeaded = true;
    const ids = one.fields.map((field) => IMPORT_ID.exec(field)?.[1] ?? "");
    const isModern = ids.some((id) => id !== "");
    yield { line: 1, fields: merged(heads, isModern ? ids : [], isAsked) };
    if (!isModern) yield one;
  }
  if (!isHeaded && heads[0] !== undefined) {
    yield { line: 1, fields: merged(heads, [], isAsked) };
  }
}

function merged(
  [names, wordings]: readonly { readonly fields: readonly string[] }[],
  ids: readonly string[],
  isAsked: (name: string) => boolean,
): readonly string[] {
  return (names?.fields ?? []).map((name, at) => {
    const wording = wordings?.fields[at]?.trim() ?? "";
    const asked = [name.trim(), ids[at] ?? "", wording].find((one) => one !== "" && isAsked(one));
    return asked ?? (NUMBERED.test(name) && wording !== "" ? wording : name);
  });
}
