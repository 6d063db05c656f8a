import { hearXml } from "./read-xml.ts";

/** What a number is shown as. */
export type Style = "number" | "date" | "time" | { readonly digits: number };

/** Formats 14 to 22 and 45 to 47 are dates and times everywhere, the others in East Asian Excels. */
const builtIn = (id: number): Style => {
  if (id >= 18 && id <= 21) return "time";
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return isDate ? "date" : "number";
};

/** The styles of a workbook, by the number cells name them with. */
export async function readStyles(
  bytes: AsyncIterable<Buffer>,
  name: string,
): Promise<readonly Style[]> {
  const formats = new Map<number, Style>();
  const styles: Style[] = [];
  let isInCells = false;
  await hearXml(bytes, name, {
    open(tag, { numFmtId, formatCode }) {
      if (tag === "numFmt") formats.set(Number(numFmtId), styleOf(formatCode ?? ""));
      if (tag === "cellXfs") isInCells = true;
      if (tag !== "xf" || !isInCells) return;
      const id = Number(numFmtId ?? 0);
      styles.push(formats.get(id) ?? builtIn(id));
    },
    close(tag) {
      if (tag === "cellXfs") isInCells = false;
    },
  });
  return styles;
}

/** What a format of somebody's own shows; its quoted texts, colours and escapes say nothing. */
function styleOf(code: string): Style {
  // [h]:mm is a length of time, not an hour of the day.
  if (/\[(h+|m+|s+)\]/i.test(code)) return "number";
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|;.*$/g, "");
  // 00000 keeps the zeros an HR number begins with.
  if (/^0+$/.test(bare)) return bare.length > 1 ? { digits: bare.length } : "number";
  if (/[yd]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare))) return "date";
  return /[hs]/i.test(bare) ? "time" : "number";
}
