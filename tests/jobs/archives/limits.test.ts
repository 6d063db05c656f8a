import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { type ArchiveOptions, openArchive } from "#jobs/imports/archive/open-archive.ts";
import { Findings } from "#jobs/imports/findings.ts";
import { folderOf, zipOf } from "#tests/support/archives.ts";
import { fileOf } from "#tests/support/files.ts";

const CENTRAL = Buffer.from("PK\x01\x02", "latin1");

test.each([
  ["up", "../../evil.csv"],
  ["from the root", "/a/b/evil.csv."],
  ["from a drive", "C:/ab/evil.csv"],
  ["up, the Windows way", "..\\..\\evil.csv"],
])("a path that leads out of the archive, %s, refuses it", async (_, path) => {
  const written = "x".repeat(path.length);
  const zip = replaced(await zipOf({ "a.csv": "1", [written]: "2" }), written, path);
  const error = await openArchive(zip).catch(String);
  expect(error).toContain(
    "export.zip, file 2: its path leads out of the archive. Nothing was read.",
  );
  expect(error).not.toContain("evil");
});

test("backslashes between folders, which old Windows tools write, are folders", async () => {
  const zip = replaced(await zipOf({ "a.csv": "1", "x-y-b.csv": "2" }), "x-y-b.csv", "x\\y\\b.csv");
  expect(await paths(zip)).toEqual(["a.csv", "x/y/b.csv"]);
});

test("two files of one name refuse the archive: nobody can tell which is meant", async () => {
  const zip = replaced(await zipOf({ "a.csv": "1", "b.csv": "2" }), "b.csv", "a.csv");
  await expect(openArchive(zip)).rejects.toThrow(/file 2: there are two files of this name/);
});

test("a file with a password refuses the archive, and says to unpack it", async () => {
  const path = await zipOf({ "a.csv": "1" });
  const bytes = readFileSync(path);
  bytes.writeUInt16LE(0x801, bytes.indexOf(CENTRAL) + 8);
  writeFileSync(path, bytes);
  await expect(openArchive(path)).rejects.toThrow(
    /file 1: it is protected by a password.*Unpack it/,
  );
});

test("files that lie on top of each other refuse the archive", async () => {
  const path = await zipOf({ "a.csv": Buffer.alloc(5000, "ab"), "b.csv": "2" });
  const bytes = readFileSync(path);
  const second = bytes.lastIndexOf(CENTRAL);
  bytes.writeUInt32LE(1_000_000, second + 20);
  writeFileSync(path, bytes);
  await expect(openArchive(path)).rejects.toThrow(/file 2: its files lie on top of each other/);
});

test("a file that is not as long as its header says is noticed, and neither is believed", async () => {
  const path = await zipOf({ "a.csv": "1,2,3,4,5,6,7,8" });
  const bytes = readFileSync(path);
  bytes.writeUInt32LE(3, bytes.lastIndexOf(CENTRAL) + 24);
  writeFileSync(path, bytes);
  await expect(whole(path)).rejects.toThrow(/a file in it is damaged/);
});

test("links are left out and told, in a zip and in a folder", async () => {
  const refusals = new Findings();
  const zip = await zipOf({ "passwd.csv": "/etc/passwd" }, { mode: 0o120777 });
  await expect(openArchive(zip, { refusals })).rejects.toThrow(/holds no file that can be read/);
  expect(refusals.list()).toMatchObject([
    { reason: expect.stringContaining("link to somewhere else") },
  ]);

  const folder = folderOf({ "a.csv": "1" });
  symlinkSync("/etc/passwd", join(folder, "passwd.csv"));
  symlinkSync("/etc", join(folder, "etc"));
  const told = new Findings();
  expect(await paths(folder, { refusals: told })).toEqual(["a.csv"]);
  expect(told.total).toBe(2);
});

test("names in UTF-8 without the flag, in CP437, and in nothing at all", async () => {
  const refusals = new Findings();
  const files = { "aa.csv": "1", "bb.csv": "2", "cc.csv": "3" };
  const zip = await zipOf(files);
  replaced(zip, "aa.csv", Buffer.from("é.csv"));
  replaced(zip, "bb.csv", Buffer.from("b\x82.csv", "latin1"));
  const bytes = readFileSync(zip);
  // yazl says UTF-8 of every name: take the flag from the first two.
  let at = -1;
  for (let nth = 0; nth < 2; nth += 1) {
    at = bytes.indexOf(CENTRAL, at + 1);
    bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) & ~0x800, at + 8);
  }
  writeFileSync(zip, bytes);
  replaced(zip, "cc.csv", Buffer.from("c\xff.csv", "latin1"));
  expect(await paths(zip, { refusals })).toEqual(["bé.csv", "é.csv"]);
  expect(refusals.list()).toMatchObject([
    { reason: expect.stringMatching(/name that is no text.*file 3/) },
  ]);
});

test("a file that grows without end when it is decompressed is stopped on its way", async () => {
  const bomb = Buffer.alloc(40_000_000);
  const zip = await zipOf({ "a.json": bomb });
  await expect(whole(zip)).rejects.toThrow(
    /export\.zip becomes more than 200 times as large .* hand in the folder/,
  );
  const gz = fileOf("a.json.gz", gzipSync(bomb));
  await expect(whole(gz)).rejects.toThrow(/a\.json\.gz becomes more than 200 times as large/);
});

test("too many files, or too much in all, is told with what to do", async () => {
  const files = { "a.csv": "12345", "b.csv": "67890" };
  for (const path of [await zipOf(files), folderOf(files)]) {
    await expect(openArchive(path, { limits: { entries: 1 } })).rejects.toThrow(
      /holds more than 1 files\. Nothing was read\. Export a shorter period/,
    );
    await expect(whole(path, { limits: { bytes: 9 } })).rejects.toThrow(
      /holds more than 9 bytes when it is decompressed/,
    );
  }
});

test("an archive inside an archive is not opened, and that is said", async () => {
  const notices = new Findings();
  const inner = readFileSync(await zipOf({ "x.csv": "1" }));
  const outer = await zipOf({ "a.csv": "1", "b.zip": inner });
  expect(await paths(outer, { notices })).toEqual(["a.csv", "b.zip"]);
  expect(notices.list()).toMatchObject([{ reason: expect.stringContaining("not opened") }]);
  await expect(openArchive(await zipOf({ "b.zip": inner }))).rejects.toThrow(
    /holds nothing but another archive\. Unpack it/,
  );
});

test("what is no archive that is read here says what to do", async () => {
  const seven = fileOf("a.7z", Buffer.from("377abcaf271c0004", "hex"));
  await expect(openArchive(seven)).rejects.toThrow(
    /a\.7z is an archive of a kind that is not read here/,
  );
  await expect(openArchive(fileOf("a.zip", "<html>Sign in</html>"))).rejects.toThrow(
    /a\.zip is no zip, whatever its name says/,
  );
  await expect(openArchive(fileOf("a.zip", ""))).rejects.toThrow(/a\.zip is empty/);
  await expect(openArchive(folderOf({}))).rejects.toThrow(/is an empty folder/);
  await expect(openArchive("/nowhere/a.zip")).rejects.toThrow(/a\.zip cannot be read \(ENOENT\)/);
});

async function paths(path: string, options: ArchiveOptions = {}): Promise<readonly string[]> {
  const archive = await openArchive(path, options);
  archive.close();
  return archive.entries.map((entry) => entry.path);
}

async function whole(path: string, options: ArchiveOptions = {}): Promise<void> {
  const archive = await openArchive(path, options);
  try {
    for (const entry of archive.entries) for await (const _ of entry.open());
  } finally {
    archive.close();
  }
}

/** Writes other bytes of the same length over every place where a name stands. */
function replaced(path: string, name: string, by: string | Buffer): string {
  const bytes = readFileSync(path);
  const other = Buffer.from(by);
  expect(other.length).toBe(name.length);
  for (let at = bytes.indexOf(name); at !== -1; at = bytes.indexOf(name, at + 1)) {
    bytes.set(other, at);
  }
  writeFileSync(path, bytes);
  return path;
}
