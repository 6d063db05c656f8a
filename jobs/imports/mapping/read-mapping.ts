import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parse, YAMLParseError } from "yaml";
import type { z } from "zod";
import { ImportError } from "../import-error.ts";

/**
 * Reads a mapping file (YAML or JSON).
 * @throws {ImportError} naming the key that is wrong and what it may be.
 */
export function readMapping<Shape extends z.ZodType>(path: string, shape: Shape): z.output<Shape> {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new ImportError(`The mapping cannot be read. Check the path: ${path}`);
  }
  let given: unknown;
  try {
    given = parse(text);
  } catch (error) {
    const line = error instanceof YAMLParseError ? error.linePos?.[0].line : undefined;
    const what = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
    throw new ImportError(`${basename(path)}${line ? `, line ${line}` : ""}: ${what}`);
  }
  return checkMapping(given, shape, basename(path));
}

/** The same for a mapping that is not in a file. */
export function checkMapping<Shape extends z.ZodType>(
  given: unknown,
  shape: Shape,
  name: string,
): z.output<Shape> {
  const read = shape.safeParse(given);
  if (read.success) return read.data;
  const faults = read.error.issues.slice(0, 10).map((issue) => {
    const at = issue.path.join(".");
    if (issue.code === "unrecognized_keys") {
      const keys = issue.keys.map((one) => (at ? `${at}.${one}` : one)).join(", ");
      return `${keys}: there is no such key`;
    }
    const isAbsent = valueAt(given, issue.path) === undefined;
    return `${at || "the mapping"}: ${isAbsent ? "missing; " : ""}${issue.message}`;
  });
  throw new ImportError(
    `The mapping ${name} is wrong. Nothing was read.\n  ${faults.join("\n  ")}`,
  );
}

function valueAt(given: unknown, path: readonly PropertyKey[]): unknown {
  let value = given;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
