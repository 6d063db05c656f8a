import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import type { Session } from "./session.ts";

/** A value as COPY takes it. */
export type CopyValue = string | number | bigint | boolean | Buffer | Date | null | undefined;

const CHUNK = 1 << 16;

/** Sends lines made by `copyLine` into a table. `target` is a table with its columns. */
export async function copyInto(
  session: Session,
  target: string,
  lines: Iterable<string> | AsyncIterable<string>,
): Promise<number> {
  const copy = session.query(copyFrom(`copy ${target} from stdin`));
  await pipeline(Readable.from(inChunks(lines), { objectMode: false }), copy);
  return copy.rowCount;
}

/** One line of COPY's text format. */
export function copyLine(values: readonly CopyValue[]): string {
  let line = "";
  for (let index = 0; index < values.length; index += 1) {
    if (index > 0) line += "\t";
    line += written(values[index]);
  }
  return `${line}\n`;
}

function written(value: CopyValue): string {
  if (value === null || value === undefined) return "\\N";
  if (typeof value === "string") return /[\\\t\n\r]/.test(value) ? escaped(value) : value;
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (typeof value === "boolean") return value ? "t" : "f";
  if (value instanceof Date) return value.toISOString();
  return `\\\\x${value.toString("hex")}`;
}

function escaped(value: string): string {
  return value
    .replaceAll("\\", "\\\\")
    .replaceAll("\t", "\\t")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r");
}

async function* inChunks(lines: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Buffer> {
  let waiting = "";
  for await (const line of lines) {
    waiting += line;
    if (waiting.length < CHUNK) continue;
    yield Buffer.from(waiting);
    waiting = "";
  }
  if (waiting !== "") yield Buffer.from(waiting);
}
