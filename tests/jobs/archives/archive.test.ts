import { truncateSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Archive } from "#jobs/connectors/archive.ts";
import { type ArchiveOptions, openArchive } from "#jobs/imports/archive/open-archive.ts";
import { Findings } from "#jobs/imports/findings.ts";
import { type Files, folderOf, zipOf } from "#tests/support/archives.ts";
import { fileOf } from "#tests/support/files.ts";

const files: Files = {
  "users.json": '[{"id":1},{"id":2}]',
  "général/2026-11-02.json": "[]",
  "général/2026-11-03.json": '[{"text":"é"}]',
};

test("a folder, a zip, a zip with everything in a folder and a zip64 are the same archive", async () => {
  const inside = Object.fromEntries(
    Object.entries(files).map(([path, content]) => [`export/2026/${path}`, content]),
  );
  const seen = [
    await contents(folderOf(files)),
    await contents(await zipOf(files)),
    await contents(folderOf(inside)),
    await contents(await zipOf(inside)),
    await contents(await zipOf(files, { forceZip64Format: true })),
  ];
  for (const one of seen) expect(one).toEqual(files);
});

test("a single file is an archive of one entry, compressed or not", async () => {
  expect(await contents(fileOf("result.json", "[1]"))).toEqual({ "result.json": "[1]" });
  expect(await contents(fileOf("result.json.gz", gzipSync("[1]")))).toEqual({
    "result.json": "[1]",
  });
  expect(await contents(await zipOf({ "a/result.json.gz": gzipSync("[1]") }))).toEqual({
    "result.json": "[1]",
  });
});

test("what file managers leave in archives is not there", async () => {
  const littered = { ...files, "__MACOSX/._users.json": "x", "général/.DS_Store": "x" };
  expect(await contents(await zipOf(littered))).toEqual(files);
  expect(await contents(folderOf(littered))).toEqual(files);
});

test("an entry is found by its name in whatever folder, the one nearest to the top first", async () => {
  const archive = await opened(
    await zipOf({ "Files/1/Users.csv": "a", "acme/Users.csv": "b", "acme/Groups.csv": "c" }),
  );
  expect(archive.find("Users.csv")?.path).toBe("acme/Users.csv");
  expect(archive.find("sers.csv")).toBeNull();
});

test("one element after another of a large list, wherever the list is", async () => {
  const messages = Array.from({ length: 20_000 }, (_, id) => ({
    id,
    text: `}]"\\ ${id}`,
    in: [[{}]],
  }));
  const text = JSON.stringify({ name: "x", a: { b: messages }, "a\u0022": [1] });
  const archive = await opened(fileOf("result.json", text));
  const found: unknown[] = [];
  for await (const one of archive.entries[0]?.elements(["a", "b"]) ?? []) found.push(one);
  expect(found).toEqual(messages);
});

test("what stands at several paths is told in the order of the document", async () => {
  const document = {
    id: 1,
    list: [
      { type: "group", id: 9_007_199_254_740_993n, messages: [{ n: 1 }, { n: 2 }], skip: "]" },
      { type: "chat", messages: [] },
    ],
  };
  const text = JSON.stringify(document, (_, value) =>
    typeof value === "bigint" ? Number(value) : value,
  ).replace("9007199254740992", "9007199254740993");
  const archive = await opened(fileOf("result.json", `\ufeff${text}`));
  const found: unknown[] = [];
  const paths = [
    ["id"],
    ["list", "*", "type"],
    ["list", "*", "id"],
    ["list", "*", "messages", "*"],
  ];
  for await (const { at, value } of archive.entries[0]?.parts(...paths) ?? []) {
    found.push([at.join("."), value]);
  }
  expect(found).toEqual([
    ["id", 1],
    ["list.0.type", "group"],
    ["list.0.id", "9007199254740993"],
    ["list.0.messages.0", { n: 1 }],
    ["list.0.messages.1", { n: 2 }],
    ["list.1.type", "chat"],
  ]);
});

test("rows come by the names of their columns; a column that may be missing is null", async () => {
  const refusals = new Findings();
  const archive = await opened(
    await zipOf({ "Users.csv": "\ufeffid;name\r\n1;Zoé\r\n2\r\n3;x\r\n", "b.csv": "id" }),
    { refusals },
  );
  const rows: unknown[] = [];
  for await (const row of archive.find("Users.csv")?.rows(["id", "name"], ["state"]) ?? [])
    rows.push(row);
  expect(rows).toEqual([
    { line: 2, id: "1", name: "Zoé", state: null },
    { line: 4, id: "3", name: "x", state: null },
  ]);
  expect(refusals.list()).toMatchObject([
    {
      line: 3,
      reason: expect.stringContaining("export.zip, file 1 (Users.csv): The line does not"),
    },
  ]);
});

test("a line that is not UTF-8 is read as Windows-1252, and that is said", async () => {
  const notices = new Findings();
  const bytes = Buffer.concat([Buffer.from("id,n\n1,é\n"), Buffer.from("2,\xe9\x80\n", "latin1")]);
  const archive = await opened(fileOf("a.csv", bytes), { notices });
  expect(await lines(archive)).toEqual(["id,n", "1,é", "2,é€"]);
  expect(notices.list()).toMatchObject([{ line: 3 }]);
  const utf16 = await opened(fileOf("b.csv", Buffer.from("\ufeffid,é\r\n1", "utf16le")));
  expect(await lines(utf16)).toEqual(["id,é", "1"]);
});

test("an archive that is cut short is refused, wherever it was cut", async () => {
  const large = { "a.csv": "x,1\n".repeat(50_000), "b.csv": Buffer.alloc(100_000, "yz") };
  for (const part of [0.2, 0.6, 0.99]) {
    const path = await zipOf(large);
    truncateSync(path, Math.floor((await readFile(path)).length * part));
    await expect(contents(path)).rejects.toThrow(/export\.zip is cut short: its end is missing/);
  }
  const gz = gzipSync(Buffer.alloc(100_000, "yz"));
  await expect(contents(fileOf("a.json.gz", gz.subarray(0, 80)))).rejects.toThrow(/is cut short/);
});

test("bytes that changed on the way are noticed", async () => {
  const path = await zipOf({ "a.csv": "x,1\n".repeat(50_000), "b.csv": "z" });
  const bytes = await readFile(path);
  bytes.fill(0x55, 60, 90);
  writeFileSync(path, bytes);
  await expect(contents(path)).rejects.toThrow(/export\.zip.*is damaged/);
});

test("a document that is cut short is refused without repeating it", async () => {
  const text = JSON.stringify({ messages: [{ text: "secret" }, { text: "secret" }] });
  for (const cut of [10, 25, text.length - 1]) {
    const archive = await opened(fileOf("r.json", text.slice(0, cut)));
    const entry = archive.entries[0];
    const error = await entry?.json().catch(String);
    expect(error).toMatch(/r\.json is cut short/);
    expect(error).not.toContain("secret");
    await expect(async () => {
      for await (const _ of entry?.elements(["messages"]) ?? []);
    }).rejects.toThrow(/r\.json is cut short: the document should go on after \d+ bytes/);
  }
  const page = await opened(fileOf("r.json", "<html>secret</html>"));
  await expect(page.entries[0]?.json()).rejects.toThrow(/r\.json is not JSON as a whole/);
});

async function opened(path: string, options: ArchiveOptions = {}): Promise<Archive> {
  return openArchive(path, options);
}

async function contents(path: string, options: ArchiveOptions = {}): Promise<Files> {
  const archive = await openArchive(path, options);
  const read: Record<string, string> = {};
  for (const entry of archive.entries) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of entry.open()) chunks.push(chunk);
    read[entry.path] = Buffer.concat(chunks).toString("utf8");
  }
  archive.close();
  return read;
}

async function lines(archive: Archive): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const line of archive.entries[0]?.lines() ?? []) all.push(line);
  return all;
}
