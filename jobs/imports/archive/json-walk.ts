import type { Part } from "#jobs/connectors/archive.ts";
import { parseJson } from "./parse-json.ts";

/** A value that is told is held in memory: one over this is not one message. */
const LARGEST = 64 * 1024 ** 2;

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];

/** What is expected next. */
type Place = "value" | "value or end" | "key" | "key or end" | "colon" | "more" | "inside" | "end";

interface Frame {
  readonly isList: boolean;
  at: string | number;
}

/** Why a document cannot be walked on, and at which byte. */
export class BrokenJson extends Error {
  override readonly name = "BrokenJson";

  constructor(
    readonly kind: "cut short" | "not JSON" | "too large",
    readonly byte: number,
  ) {
    super(kind);
  }
}

/**
 * Walks through one JSON document as its bytes come, and tells what stands at the paths asked for.
 * Only those values are ever held; the rest is passed over, and checked no further than its brackets.
 */
export class JsonWalk {
  readonly #frames: Frame[] = [];
  #place: Place = "value";
  #byte = 0;
  /** Of the value or key that is being passed: what it is, how deep, whether it is kept. */
  #passed: "string" | "nested" | "plain" = "plain";
  #isKey = false;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #kept: Buffer[] | null = null;
  #keptBytes = 0;

  constructor(private readonly paths: readonly (readonly string[])[]) {}

  /** Takes the next bytes; gives what was completed in them. */
  take(chunk: Buffer): readonly Part[] {
    const found: Part[] = [];
    let at = 0;
    while (at < chunk.length) {
      if (this.#place === "inside") {
        at = this.#pass(chunk, at, found);
        continue;
      }
      const byte = chunk[at] ?? 0;
      if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) at += 1;
      else at = this.#step(byte, at);
    }
    this.#byte += chunk.length;
    return found;
  }

  /** After the last byte. @throws {BrokenJson} when there should have been more. */
  end(): readonly Part[] {
    const found: Part[] = [];
    if (this.#place === "inside" && this.#passed === "plain") this.#complete(found);
    if (this.#place !== "end") throw new BrokenJson("cut short", this.#byte);
    return found;
  }

  #step(byte: number, at: number): number {
    const frame = this.#frames.at(-1);
    const mayEnd = this.#place.endsWith("or end") || this.#place === "more";
    if (mayEnd && byte === (frame?.isList ? CLOSE_LIST : CLOSE)) {
      this.#frames.pop();
      this.#place = this.#frames.length === 0 ? "end" : "more";
      return at + 1;
    }
    switch (this.#place) {
      case "value":
      case "value or end":
        return this.#enter(byte, at);
      case "key":
      case "key or end":
        if (byte !== QUOTE) break;
        this.#begin("string", true, true);
        return at;
      case "colon":
        if (byte !== COLON) break;
        this.#place = "value";
        return at + 1;
      case "more":
        if (byte !== COMMA || frame === undefined) break;
        if (typeof frame.at === "number") frame.at += 1;
        this.#place = frame.isList ? "value" : "key";
        return at + 1;
    }
    throw new BrokenJson("not JSON", this.#byte + at);
  }

  /** At the first byte of a value: told, passed over, or gone into. */
  #enter(byte: number, at: number): number {
    const isNested = byte === OPEN || byte === OPEN_LIST;
    const isToken = isNested || byte === QUOTE || (byte >= 0x2d && byte <= 0x39) || isLetter(byte);
    if (!isToken) throw new BrokenJson("not JSON", this.#byte + at);
    const depth = this.#frames.length;
    const leading = this.paths.filter((path) => this.#leads(path, depth));
    const isTold = leading.some((path) => path.length === depth);
    if (isNested && !isTold && leading.length > 0) {
      const isList = byte === OPEN_LIST;
      this.#frames.push({ isList, at: isList ? 0 : "" });
      this.#place = isList ? "value or end" : "key or end";
      return at + 1;
    }
    this.#begin(byte === QUOTE ? "string" : isNested ? "nested" : "plain", isTold, false);
    return at;
  }

  #leads(path: readonly string[], depth: number): boolean {
    if (path.length < depth) return false;
    return this.#frames.every(({ at }, index) => path[index] === "*" || path[index] === at);
  }

  #begin(passed: "string" | "nested" | "plain", isKept: boolean, isKey: boolean): void {
    this.#place = "inside";
    this.#passed = passed;
    this.#isKey = isKey;
    this.#depth = 0;
    this.#inString = false;
    this.#escaped = false;
    this.#kept = isKept ? [] : null;
    this.#keptBytes = 0;
  }

  /** Goes through a value to its end, or to the end of the chunk. */
  #pass(chunk: Buffer, from: number, found: Part[]): number {
    // Every byte of an export goes through here: what it works with is at hand.
    const { length } = chunk;
    const passed = this.#passed;
    let inString = this.#inString;
    let depth = this.#depth;
    let isOver = false;
    let at = from;
    if (this.#escaped) {
      this.#escaped = false;
      at += 1;
    }
    for (; at < length && !isOver; at += 1) {
      const byte = chunk[at] ?? 0;
      if (inString) {
        if (byte === BACKSLASH) {
          at += 1;
          this.#escaped = at >= length;
        } else if (byte === QUOTE) {
          inString = false;
          isOver = passed === "string";
        }
      } else if (passed === "plain") {
        if (byte > 0x20 && byte !== COMMA && byte !== CLOSE && byte !== CLOSE_LIST) continue;
        this.#keep(chunk, from, at);
        this.#complete(found);
        return at;
      } else if (byte === QUOTE) inString = true;
      else if (byte === OPEN || byte === OPEN_LIST) depth += 1;
      else if (byte === CLOSE || byte === CLOSE_LIST) {
        depth -= 1;
        isOver = depth === 0;
      }
    }
    this.#inString = inString;
    this.#depth = depth;
    const to = Math.min(at, length);
    this.#keep(chunk, from, to);
    if (isOver) this.#complete(found);
    return to;
  }

  #keep(chunk: Buffer, from: number, to: number): void {
    if (this.#kept === null) return;
    this.#keptBytes += to - from;
    if (this.#keptBytes > LARGEST) throw new BrokenJson("too large", this.#byte + from);
    this.#kept.push(chunk.subarray(from, to));
  }

  #complete(found: Part[]): void {
    const frame = this.#frames.at(-1);
    const [piece, ...others] = this.#kept ?? [];
    const whole = others.length === 0 ? piece : Buffer.concat(this.#kept ?? []);
    const kept = this.#kept === null ? null : (whole?.toString("utf8") ?? "");
    this.#kept = null;
    if (this.#isKey && frame !== undefined) {
      frame.at = String(this.#parse(kept ?? ""));
      this.#place = "colon";
      return;
    }
    if (kept !== null) {
      found.push({ at: this.#frames.map(({ at }) => at), value: this.#parse(kept) });
    }
    this.#place = frame === undefined ? "end" : "more";
  }

  #parse(text: string): unknown {
    try {
      return parseJson(text);
    } catch {
      // What the parser says repeats the text.
      throw new BrokenJson("not JSON", this.#byte);
    }
  }
}

function isLetter(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a;
}
