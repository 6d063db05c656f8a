import { crc32, deflateRawSync } from "node:zlib";

/** A cell: a text, a number, a boolean, nothing; or XML as Excel would write it, with its type. */
export type Cell = string | number | boolean | null | { readonly xml: string };

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly state?: "visible" | "hidden";
  /** What follows the rows, such as merged cells. */
  readonly after?: string;
}

export interface WorkbookOptions {
  readonly styles?: string;
  readonly sharedStrings?: string;
  readonly date1904?: boolean;
}

/** A workbook as its bytes: the least that Excel opens, with texts in the cells. */
export function workbookOf(sheets: readonly Sheet[], options: WorkbookOptions = {}): Buffer {
  const { styles, sharedStrings, date1904 = false } = options;
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const list = sheets.map(({ name, state }, index) => {
    const id = index + 1;
    return `<sheet name="${escaped(name)}" sheetId="${id}" state="${state ?? "visible"}" r:id="rId${id}"/>`;
  });
  const links = sheets.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const others = Object.entries({ styles, sharedStrings }).flatMap(([kind, xml]) =>
    xml === undefined
      ? []
      : [`<Relationship Id="r-${kind}" Type="${office}/${kind}" Target="/xl/${kind}.xml"/>`],
  );
  return zipped({
    "[Content_Types].xml": `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "xl/workbook.xml": `${head}<workbook ${main} xmlns:r="${office}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[...links, ...others].join("")}</Relationships>`,
    ...(styles === undefined
      ? {}
      : { "xl/styles.xml": `${head}<styleSheet ${main}>${styles}</styleSheet>` }),
    ...(sharedStrings === undefined
      ? {}
      : { "xl/sharedStrings.xml": `${head}<sst ${main}>${sharedStrings}</sst>` }),
    ...Object.fromEntries(
      sheets.map(({ rows, after = "" }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `${head}<worksheet ${main}><sheetData>${rows.map(rowXml).join("")}</sheetData>${after}</worksheet>`,
      ]),
    ),
  });
}

function rowXml(cells: readonly Cell[], index: number): string {
  const row = index + 1;
  return `<row r="${row}">${cells.map((cell, column) => cellXml(cell, `${letters(column)}${row}`)).join("")}</row>`;
}

function cellXml(cell: Cell, at: string): string {
  if (cell === null) return "";
  switch (typeof cell) {
    case "string":
      return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
    case "number":
      return `<c r="${at}"><v>${cell}</v></c>`;
    case "boolean":
      return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
    default:
      return cell.xml.replace("<c", `<c r="${at}"`);
  }
}

function letters(column: number): string {
  const first = Math.floor(column / 26);
  return `${first === 0 ? "" : letters(first - 1)}${String.fromCharCode(65 + (column % 26))}`;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
}

/** A small zip, made at once. */
function zipped(files: Readonly<Record<string, string>>): Buffer {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const [path, text] of Object.entries(files)) {
    const name = Buffer.from(path);
    const body = deflateRawSync(text);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(text), 10);
    facts.writeUInt32LE(body.length, 14);
    facts.writeUInt32LE(Buffer.byteLength(text), 18);
    facts.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), facts, name, body]);
    bodies.push(local);
    list.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), facts, place, name]));
    offset += local.length;
  }
  const central = Buffer.concat(list);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(list.length, 4);
  end.writeUInt16LE(list.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, central, Buffer.from("PK\x05\x06"), end]);
}
