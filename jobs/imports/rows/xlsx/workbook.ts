import { posix } from "node:path";
import { type ArchiveLimits, Meter } from "../../archive/limits.ts";
import type { Member } from "../../archive/member.ts";
import { openZip } from "../../archive/zip.ts";
import { dateWriter } from "../../dates/date-writer.ts";
import { Findings } from "../../findings.ts";
import { ImportError } from "../../import-error.ts";
import { hearXml } from "./read-xml.ts";
import { readSharedStrings } from "./shared-strings.ts";
import { type SheetRow, sheetRows } from "./sheet-rows.ts";
import { readStyles } from "./styles.ts";

export interface WorkbookOptions {
  /** For people. */
  readonly name: string;
  readonly limits: ArchiveLimits;
  /** The sheet's name; the first that is not hidden when not said. */
  readonly sheet?: string | undefined;
  /** The format dates are to be written in. */
  readonly dates?: string | undefined;
  /** Bytes read from the disk, of how many. */
  progress?(done: number, total: number): void;
}

export interface OpenSheet {
  readonly rows: AsyncIterable<SheetRow>;
  /** Sheets that are not hidden and were not asked for. */
  readonly others: number;
  close(): void;
}

interface SheetEntry {
  readonly name: string;
  readonly link: string;
  readonly isHidden: boolean;
}

/**
 * Opens one sheet of an Excel workbook (.xlsx, .xlsm), from the disk or from memory. Its rows are read
 * as they come; only the texts that cells share are held.
 * @throws {ImportError} when it is no workbook, is protected, or has no such sheet.
 */
export async function openWorkbook(
  from: string | Buffer,
  { name, limits, sheet, dates, progress }: WorkbookOptions,
): Promise<OpenSheet> {
  const { members, close } = await openZip(from, { name, limits, refusals: new Findings() });
  try {
    const meter = new Meter(name, limits);
    const total = members.reduce((sum, { packed }) => sum + packed, 0);
    let done = 0;
    const bytesOf = (member: Member) => {
      const raw = member.open((bytes) => {
        done += bytes;
        progress?.(Math.min(done, total), total);
      });
      return meter.watch(raw, name, member.packed);
    };
    const partAt = (path: string) => members.find((member) => member.path === path);
    const book = partAt("xl/workbook.xml");
    if (book === undefined) throw noWorkbook(name, members);
    const { sheets, is1904 } = await readBook(bytesOf(book), name);
    const links = await readLinks(partAt("xl/_rels/workbook.xml.rels"), bytesOf, name);
    const chosen = choose(sheets, sheet, name);
    const part = partAt(links.get(chosen.link)?.path ?? "");
    if (part === undefined) throw new ImportError(`${name} is damaged inside: a sheet is missing.`);
    const linked = (kind: string) => {
      const found = [...links.values()].find((link) => link.kind === kind);
      return found === undefined ? undefined : partAt(found.path);
    };
    const [strings, styles] = [linked("sharedStrings"), linked("styles")];
    const meanings = {
      texts: strings === undefined ? [] : await readSharedStrings(bytesOf(strings), name),
      styles: styles === undefined ? [] : await readStyles(bytesOf(styles), name),
      is1904,
      writeDate: dateWriter(dates),
    };
    const others = sheets.filter((one) => one !== chosen && !one.isHidden).length;
    return { rows: sheetRows(bytesOf(part), name, meanings), others, close };
  } catch (error) {
    close();
    throw error;
  }
}

async function readBook(
  bytes: AsyncIterable<Buffer>,
  name: string,
): Promise<{ sheets: readonly SheetEntry[]; is1904: boolean }> {
  const sheets: SheetEntry[] = [];
  let is1904 = false;
  await hearXml(bytes, name, {
    open(tag, attributes) {
      if (tag === "workbookPr") is1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
      if (tag !== "sheet") return;
      const link = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
      const isHidden = (attributes.state ?? "visible") !== "visible";
      sheets.push({ name: attributes.name ?? "", link, isHidden });
    },
  });
  return { sheets, is1904 };
}

/** Where the parts of a workbook are, and what they are, by the names it has for them. */
async function readLinks(
  member: Member | undefined,
  bytesOf: (member: Member) => AsyncIterable<Buffer>,
  name: string,
): Promise<ReadonlyMap<string, { path: string; kind: string }>> {
  const links = new Map<string, { path: string; kind: string }>();
  if (member === undefined) return links;
  await hearXml(bytesOf(member), name, {
    open(tag, { Id, Target = "", Type = "" }) {
      if (tag !== "Relationship" || Id === undefined) return;
      const path = Target.startsWith("/") ? Target.slice(1) : posix.join("xl", Target);
      links.set(Id, { path, kind: Type.slice(Type.lastIndexOf("/") + 1) });
    },
  });
  return links;
}

function choose(
  sheets: readonly SheetEntry[],
  wanted: string | undefined,
  name: string,
): SheetEntry {
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  const found =
    wanted === undefined ? visible[0] : sheets.find((sheet) => sheet.name.trim() === wanted.trim());
  if (found !== undefined) return found;
  const names = visible.map((sheet) => `“${sheet.name}”`).join(", ");
  throw new ImportError(
    `${name} has no sheet ${wanted === undefined ? "that is not hidden" : `“${wanted}”`}. Nothing was kept. It has ${names || "none"}.`,
  );
}

function noWorkbook(name: string, members: readonly Member[]): ImportError {
  const isOpenDocument = members.some(({ path }) => path === "content.xml");
  return new ImportError(
    isOpenDocument
      ? `${name} is an OpenDocument sheet, which is not read here. Save it as .xlsx or as CSV.`
      : `${name} is a zip and no workbook. Unpack it and name the file inside it; what a network exports is read by “barometer ingest archive”.`,
  );
}
