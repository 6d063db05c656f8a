import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { Findings } from "#jobs/imports/findings.ts";
import { openRows, type RowOptions } from "#jobs/imports/rows/open-rows.ts";
import { fileOf } from "#tests/support/files.ts";

test("a file with semicolons, a mark at its beginning and Windows line ends is read as it is", async () => {
  const path = fileOf("hr.csv", "\ufeffNom;Âge\r\nZoé;41\r\nBjörn;38\r\n");
  expect(await read(path, { columns: ["Âge", "Nom"] })).toEqual([
    [2, "41", "Zoé"],
    [3, "38", "Björn"],
  ]);
});

test("a line break inside quotation marks does not put the following lines off by one", async () => {
  const path = fileOf("hr.csv", ["id,note", '1,"two', 'lines"', "", "2,one"]);
  expect(await read(path, { columns: ["id"] })).toEqual([
    [2, "1"],
    [5, "2"],
  ]);
});

test.each([
  [",", "a,b\n1,2\n"],
  [";", "a;b\n1,5;2\n"],
  ["\t", "a\tb\n1\t2\n"],
  ["|", "a|b\n1|2\n"],
])("the separator %j is found out", async (_, text) => {
  const rows = await read(fileOf("x.csv", text), { columns: ["b"] });
  expect(rows).toEqual([[2, "2"]]);
});

test("the line in which Excel writes the separator is not the header", async () => {
  const path = fileOf("x.csv", "sep=|\r\na,b|c\r\n1,5|2\r\n3|4\r\n");
  expect(await read(path, { columns: ["a,b"] })).toEqual([
    [3, "1,5"],
    [4, "3"],
  ]);
});

test("a file in UTF-16 with tabs, as Excel saves “Unicode text”, is read as it is", async () => {
  const text = Buffer.from("\ufeffid\tnom\r\n1\tZoé; Ève\r\n", "utf16le");
  expect(await read(fileOf("x.txt", text), { columns: ["nom"] })).toEqual([[2, "Zoé; Ève"]]);
  expect(await read(fileOf("x.txt", text.swap16()), { columns: ["nom"] })).toEqual([
    [2, "Zoé; Ève"],
  ]);
});

test("a Latin-1 file is read, and the report says that it was", async () => {
  const notices = new Findings();
  const path = fileOf("hr.csv", Buffer.from("id,nom\n1,Ada\n2,Zoé\n3,5\u0080\n", "latin1"));
  expect(await read(path, { columns: ["nom"], notices })).toEqual([
    [2, "Ada"],
    [3, "Zoé"],
    [4, "5€"],
  ]);
  expect(notices.list()).toMatchObject([
    { line: 3, reason: expect.stringMatching(/not UTF-8: it was read as Windows-1252/) },
  ]);
});

test("a Latin-1 file that the mapping calls UTF-8 is refused with its line", async () => {
  const path = fileOf("hr.csv", Buffer.from("id,nom\n1,Ada\n2,Zoé\n", "latin1"));
  await expect(read(path, { columns: ["nom"], encoding: "utf-8" })).rejects.toThrow(
    /hr\.csv, line 3: not UTF-8, although the mapping says so/,
  );
});

test("a file in UTF-16 is recognised, with or without its mark", async () => {
  for (const mark of ["", "\ufeff"]) {
    const path = fileOf("hr.csv", Buffer.from(`${mark}id,nom\n1,Zoé\n`, "utf16le"));
    expect(await read(path, { columns: ["nom"] })).toEqual([[2, "Zoé"]]);
  }
});

test("a letter cut in two by the end of a chunk is still that letter", async () => {
  const path = fileOf("long.csv", `id,nom\n${"é,ü\n".repeat(200_000)}`);
  const rows = await read(path, { columns: ["nom"] });
  expect(rows).toHaveLength(200_000);
  expect(new Set(rows.map(([, nom]) => nom))).toEqual(new Set(["ü"]));
});

test("a compressed file is read like any other", async () => {
  const path = fileOf("hr.csv.gz", gzipSync("id,nom\n1,Zoé\n"));
  expect(await read(path, { columns: ["nom"] })).toEqual([[2, "Zoé"]]);
});

test("a compressed file that was cut short is refused before its first row, and says where it ends", async () => {
  const whole = gzipSync(
    `id,nom\n${Array.from({ length: 50_000 }, (_, i) => `${i},n${i * 7919}`).join("\n")}\n`,
  );
  const path = fileOf("hr.csv.gz", whole.subarray(0, whole.length / 2));
  await expect(read(path, { columns: ["nom"] })).rejects.toThrow(
    /hr\.csv\.gz is cut short: the compressed text ends after \d+ bytes of text, in line \d+\. Nothing was kept/,
  );
});

test("a mapping that names a column the file does not have is told which columns there are", async () => {
  const path = fileOf("hr.csv", ["Matricule;Nom", "1;Ada"]);
  await expect(read(path, { columns: ["Number"] })).rejects.toThrow(
    /line 1: the mapping names a column the file does not have: “Number”\. Nothing was kept\. The file has “Matricule”, “Nom”/,
  );
});

test("lines that are broken are refused, one by one, and the others are read", async () => {
  const refusals = new Findings();
  const path = fileOf("x.csv", ["a,b", "1,2", "3", '4,fi"ve', "6,7"]);
  expect(await read(path, { columns: ["a"], refusals })).toEqual([
    [2, "1"],
    [5, "6"],
  ]);
  expect(refusals.list()).toMatchObject([
    {
      line: 3,
      occurrences: 1,
      reason: expect.stringMatching(/does not have as many fields.*1 instead of 2/),
    },
    {
      line: 4,
      occurrences: 1,
      reason: expect.stringMatching(/quotation mark stands where none may/),
    },
  ]);
});

test("a quotation mark nobody closes is found where it was opened", async () => {
  const path = fileOf("x.csv", ["a,b", "1,2", '3,"four', "5,6", "7,8"]);
  await expect(read(path, { columns: ["a"] })).rejects.toThrow(
    /x\.csv, line 3: a quotation mark is opened/,
  );
});

test("one JSON object a line is read by the names of its fields, those inside others too", async () => {
  const refusals = new Findings();
  const path = fileOf("x.ndjson", ['{"id":1,"user":{"mail":"a@x"}}', "not json", '{"id":2}']);
  expect(await read(path, { columns: ["id", "user.mail"], refusals })).toEqual([
    [1, "1", "a@x"],
    [3, "2", ""],
  ]);
  expect(refusals.list()).toMatchObject([
    { line: 2, reason: expect.stringMatching(/not one JSON object/) },
  ]);
});

test("how far a file is read is told in bytes of the file", async () => {
  const told: [number, number | null][] = [];
  const path = fileOf("x.csv", `a\n${"1\n".repeat(400_000)}`);
  await read(path, { columns: ["a"], progress: (done, total) => told.push([done, total]) });
  expect(told.length).toBeGreaterThan(2);
  expect(told.at(-1)).toEqual([800_002, 800_002]);
});

async function read(
  path: string,
  options: Partial<RowOptions> & Pick<RowOptions, "columns">,
): Promise<(string | number)[][]> {
  const rows = await openRows(
    { path },
    { refusals: new Findings(), notices: new Findings(), ...options },
  );
  const all: (string | number)[][] = [];
  for await (const { line, fields } of rows) all.push([line, ...fields]);
  return all;
}
