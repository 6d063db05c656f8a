import { expect, test } from "vitest";
import { Findings } from "#jobs/imports/findings.ts";
import { openRows, type RowOptions } from "#jobs/imports/rows/open-rows.ts";
import { zipOf } from "#tests/support/archives.ts";
import { fileOf } from "#tests/support/files.ts";
import {
  type Cell,
  type Sheet,
  type WorkbookOptions,
  workbookOf,
} from "#tests/support/workbook.ts";

const styles =
  '<numFmts count="4"><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="00000"/>' +
  '<numFmt numFmtId="166" formatCode="0.0&quot; days&quot;"/><numFmt numFmtId="167" formatCode="[h]:mm"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="21"/><xf numFmtId="167"/></cellXfs>';

const cell = (style: number, value: number | string): Cell => ({
  xml: `<c s="${style}"><v>${value}</v></c>`,
});

test("a sheet is read by the names of its header, whatever stands above it", async () => {
  const rows = [
    ["Extraction of 1 March"],
    [],
    ["Number", "Name", "Team"],
    ["1", "Ada", null],
    [2, "Björn", "South"],
    [null, null, null],
    [3, null, " North "],
  ];
  expect(await read(book([{ name: "People", rows }]), { columns: ["Team", "Number"] })).toEqual([
    [4, "", "1"],
    [5, "South", "2"],
    [7, "North", "3"],
  ]);
});

test("a header of two rows, with cells merged over both, is one header", async () => {
  const rows = [
    ["Number", "Where", null, "Hired"],
    [null, "Division", "Team", null],
    ["1", "Retail", "Lille", "2026-01-01"],
  ];
  const after = '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells>';
  const columns = ["Number", "Division", "Team", "Hired"];
  expect(await read(book([{ name: "a", rows, after }]), { columns })).toEqual([
    [3, "1", "Retail", "Lille", "2026-01-01"],
  ]);
});

test("dates are written as the mapping says the file does", async () => {
  const dates = [cell(1, 46082), cell(3, 46082.75), cell(2, 46082.41666666666), cell(6, 0.75)];
  const rows = [["a", "b", "c", "d"], dates];
  const path = book([{ name: "a", rows }], { styles });
  const columns = ["a", "b", "c", "d"];
  expect(await read(path, { columns })).toEqual([
    [2, "2026-03-01", "2026-03-01 18:00:00", "2026-03-01 10:00:00", "18:00:00"],
  ]);
  expect(await read(path, { columns, dates: "dd/MM/yyyy" })).toEqual([
    [2, "01/03/2026", "01/03/2026", "01/03/2026", "18:00:00"],
  ]);
});

test("a workbook that counts its days from 1904 means the same days", async () => {
  const rows = [["a"], [cell(1, 46082 - 1462)]];
  const path = book([{ name: "a", rows }], { styles, date1904: true });
  expect(await read(path, { columns: ["a"] })).toEqual([[2, "2026-03-01"]]);
});

test("the first days of 1900 are a day off in Excel, and not here", async () => {
  const rows = [["a"], [cell(1, 1)], [cell(1, 61)]];
  expect(await read(book([{ name: "a", rows }], { styles }), { columns: ["a"] })).toEqual([
    [2, "1900-01-01"],
    [3, "1900-03-01"],
  ]);
});

test("numbers keep the zeros they are shown with, and lose the noise of fractions", async () => {
  const values = [
    cell(4, 42),
    cell(0, "1.2345678901E10"),
    cell(0, "0.30000000000000004"),
    cell(5, 2.5),
  ];
  const rows = [["a", "b", "c", "d"], values];
  const path = book([{ name: "a", rows }], { styles });
  expect(await read(path, { columns: ["a", "b", "c", "d"] })).toEqual([
    [2, "00042", "12345678901", "0.3", "2.5"],
  ]);
});

test("shared, rich and inline texts, truths, errors and results of formulas are what is shown", async () => {
  const sharedStrings =
    "<si><t>plain</t></si>" +
    '<si><r><t>ri</t></r><r><rPr><b/></rPr><t xml:space="preserve">ch </t></r><rPh sb="0" eb="1"><t>spoken</t></rPh></si>' +
    "<si><t>a_x000D_b &amp; c</t></si>";
  const rows: Cell[][] = [
    ["a", "b", "c", "d", "e", "f", "g"],
    [
      { xml: '<c t="s"><v>0</v></c>' },
      { xml: '<c t="s"><v>1</v></c>' },
      { xml: '<c t="s"><v>2</v></c>' },
      true,
      { xml: '<c t="e"><v>#N/A</v></c>' },
      { xml: '<c t="str"><f>A1&amp;B1</f><v>both</v></c>' },
      { xml: '<c t="d" s="1"><v>2026-03-01T00:00:00</v></c>' },
    ],
  ];
  const path = book([{ name: "a", rows }], { sharedStrings, styles });
  expect(await read(path, { columns: ["a", "b", "c", "d", "e", "f", "g"] })).toEqual([
    [2, "plain", "rich", "a\rb & c", "true", "", "both", "2026-03-01"],
  ]);
});

test("the first sheet that is not hidden is read, and the report says that there are others", async () => {
  const sheet = (name: string, state?: "hidden"): Sheet => ({
    name,
    rows: [["id"], [name]],
    ...(state === undefined ? {} : { state }),
  });
  const path = book([sheet("Old", "hidden"), sheet("Now"), sheet("Later")]);
  const notices = new Findings();
  expect(await read(path, { columns: ["id"], notices })).toEqual([[2, "Now"]]);
  expect(notices.list()).toMatchObject([{ reason: expect.stringContaining("other sheets") }]);
  expect(await read(path, { columns: ["id"], sheet: "Later" })).toEqual([[2, "Later"]]);
  await expect(read(path, { columns: ["id"], sheet: "Never" })).rejects.toThrow(
    "hr.xlsx has no sheet “Never”. Nothing was kept. It has “Now”, “Later”.",
  );
});

test("a column the sheet does not have is told with those it has", async () => {
  const path = book([{ name: "a", rows: [["Title"], ["Matricule", "Nom"], ["1", "Ada"]] }]);
  await expect(read(path, { columns: ["Number"] })).rejects.toThrow(
    /does not have: “Number”.*The file has “Matricule”, “Nom”/,
  );
});

test("what is no workbook is told what to do", async () => {
  const old = fileOf("hr.xls", Buffer.from("d0cf11e0a1b11ae1", "hex"));
  await expect(read(old, { columns: ["id"] })).rejects.toThrow(/hr\.xls is an old Excel file/);
  const zip = await zipOf({ "a.csv": "id\n1" }, { name: "hr.zip" });
  await expect(read(zip, { columns: ["id"] })).rejects.toThrow(/hr\.zip is a zip and no workbook/);
  const sheet = await zipOf({ "content.xml": "<x/>" }, { name: "hr.ods" });
  await expect(read(sheet, { columns: ["id"] })).rejects.toThrow(
    /hr\.ods is an OpenDocument sheet/,
  );
  const whole = workbookOf([{ name: "a", rows: [["id"], ["1"]] }]);
  const cut = fileOf("hr.xlsx", whole.subarray(0, whole.length / 2));
  await expect(read(cut, { columns: ["id"] })).rejects.toThrow(/hr\.xlsx is cut short/);
});

test("a workbook built to grow without end is refused, and so are entities of its own", async () => {
  const bomb = await zipOf(
    {
      "xl/workbook.xml":
        '<workbook xmlns:r="x"><sheets><sheet name="a" r:id="1"/></sheets></workbook>',
      "xl/_rels/workbook.xml.rels":
        '<x><Relationship Id="1" Type="/worksheet" Target="s.xml"/></x>',
      "xl/s.xml": `<worksheet><sheetData>${" ".repeat(30_000_000)}</sheetData></worksheet>`,
    },
    { name: "hr.xlsx" },
  );
  await expect(read(bomb, { columns: ["id"] })).rejects.toThrow(/more than 200 times as large/);
  const laughs = await zipOf(
    {
      "xl/workbook.xml": '<!DOCTYPE x [<!ENTITY a "ha">]><workbook><sheets>&a;</sheets></workbook>',
    },
    { name: "hr.xlsx" },
  );
  await expect(read(laughs, { columns: ["id"] })).rejects.toThrow(/hr\.xlsx is damaged inside/);
});

function book(sheets: readonly Sheet[], options: WorkbookOptions = {}): string {
  return fileOf("hr.xlsx", workbookOf(sheets, options));
}

async function read(
  path: string,
  options: Partial<RowOptions> & Pick<RowOptions, "columns">,
): Promise<(string | number)[][]> {
  const found = { refusals: new Findings(), notices: new Findings() };
  const all: (string | number)[][] = [];
  for await (const { line, fields } of await openRows({ path }, { ...found, ...options })) {
    all.push([line, ...fields]);
  }
  return all;
}
