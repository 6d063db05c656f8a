import { ImportError } from "../../import-error.ts";
import { readXml } from "./read-xml.ts";

/** Letters of all texts together: they are all in memory, because a cell may name any of them. */
const MOST = 256 * 1024 ** 2;

/** The texts of a workbook, each once, by the number cells name them with. */
export async function readSharedStrings(
  bytes: AsyncIterable<Buffer>,
  name: string,
): Promise<readonly string[]> {
  const texts: string[] = [];
  const reading = new TextReading();
  let letters = 0;
  const completed = readXml(bytes, name, reading, () => reading.take());
  for await (const text of completed) {
    letters += text.length;
    if (letters > MOST) {
      throw new ImportError(
        `${name} holds more text than fits into memory. Save the sheet as CSV, and hand in that.`,
      );
    }
    texts.push(text);
  }
  return texts;
}

/** Puts a text together from its runs (each in a style of its own), without how it is pronounced. */
class TextReading {
  #texts: string[] = [];
  #text = "";
  #isText = false;
  #isSpoken = false;

  open(name: string): void {
    if (name === "si") this.#text = "";
    if (name === "rPh") this.#isSpoken = true;
    this.#isText = name === "t" && !this.#isSpoken;
  }

  text(text: string): void {
    if (this.#isText) this.#text += text;
  }

  close(name: string): void {
    if (name === "t") this.#isText = false;
    if (name === "rPh") this.#isSpoken = false;
    if (name === "si") this.#texts.push(unescaped(this.#text));
  }

  take(): readonly string[] {
    const taken = this.#texts;
    this.#texts = [];
    return taken;
  }
}

/** `_x000D_` is how Office writes what XML cannot. */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
