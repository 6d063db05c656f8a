import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type CanonicalRecord, verbs } from "#app/model/canonical.ts";
import { canary } from "#fixtures/recording.ts";
import type { Connector } from "#jobs/connectors/connector.ts";
import { openArchive } from "#jobs/imports/archive/open-archive.ts";
import { Findings } from "#jobs/imports/findings.ts";
import { emptyFolder, type Files, folderOf, zipOf } from "./archives.ts";
import { type FileCase, fileCases } from "./file-cases.ts";
import { asExpected, wrongTimes } from "./told.ts";

/** What every reading of files must do, with the cases in `fixtures/archives/<network>/`. */
export function describeFiles(connector: Connector): void {
  const { files } = connector;
  if (files === undefined) return;
  const cases = fileCases(connector.network);

  describe(`${connector.title}, from files`, () => {
    test("tells what it declares over all cases, and nothing else", () => {
      expect(cases.length, "a case in fixtures/archives").toBeGreaterThan(0);
      const told = cases.flatMap(({ expected }) => expected);
      const each = new Set<string>();
      const totals = new Set<string>();
      for (const record of told) {
        if (record.type === "activity") each.add(record.verb);
        if (record.type === "count") totals.add(record.verb);
        if (["member", "group", "membership"].includes(record.type)) each.add(`${record.type}s`);
      }
      expect([...each].toSorted()).toEqual(files.declares.each.toSorted());
      expect(verbs.filter((verb) => totals.has(verb))).toEqual(
        verbs.filter((verb) => files.declares.totals?.includes(verb)),
      );
      expect(files.formats.length).toBeGreaterThan(0);
    });

    describe.each(cases)("$name", (one) => {
      const read = (path: string, settings = one.settings) => readFiles(connector, path, settings);

      test("is translated into canonical records, from a folder", async () => {
        expect(one.about.length, "a sentence about it").toBeGreaterThan(0);
        const { records, refused, error } = await read(folderOf(one.files));
        expect(error).toBeNull();
        if (one.expected.length === 0) expect.fail(asExpected(records));
        expect(records).toEqual(one.expected);
        expect(wrongTimes(records)).toEqual([]);
        expect(refused).toBe(one.refused);
      });

      test("is the same zipped, in a folder of the zip, or compressed alone", async () => {
        const paths = [
          await zipOf(one.files),
          await zipOf(inside("export 2026/", one.files)),
          await zipOf({ ...one.files, "__MACOSX/._x": "x", ".DS_Store": "x" }),
          ...alone(one.files),
        ];
        for (const path of paths) {
          const { records, error } = await read(path);
          expect([basename(path), error, facts(records)]).toEqual([
            basename(path),
            null,
            facts(one.expected),
          ]);
        }
      });

      test("lets no text out, and no name but an open group's", async () => {
        expect(hasCanary(one.written), "a canary to look for").toBe(true);
        const { records, findings } = await read(folderOf(one.files));
        expect(hasCanary(JSON.stringify([records, findings]))).toBe(false);
        const named = records.filter((record) => record.type === "group" && record.name !== null);
        expect(named.every((group) => group.type === "group" && group.privacy === "open")).toBe(
          true,
        );
      });

      test("uses the settings that are declared, and no others", async () => {
        const used = new Set<string>();
        const settings = new Proxy(one.settings, {
          get: (given, name) => {
            used.add(String(name));
            return given[String(name)];
          },
        });
        await read(folderOf(one.files), settings);
        const declared = Object.keys(connector.settings);
        expect([...used].filter((name) => !declared.includes(name))).toEqual([]);
        expect(Object.keys(one.settings).filter((name) => !declared.includes(name))).toEqual([]);
      });

      test("introduces groups before what happens in them, and members before what they do", () => {
        const met = new Set<string | null>([null]);
        const strangers: CanonicalRecord[] = [];
        for (const record of one.expected) {
          if (record.type === "member" || record.type === "group") met.add(record.id);
          if (
            !mentioned(record, files.declares.each.includes("members")).every((id) => met.has(id))
          ) {
            strangers.push(record);
          }
        }
        expect(strangers).toEqual([]);
      });

      test("says so when the archive is cut short", async () => {
        const cut = [
          await zipOf(one.files),
          ...alone(one.files).filter((path) => path.endsWith(".gz")),
        ];
        for (const path of cut) {
          const { error } = await read(halved(path));
          expect(String(error)).toMatch(/ImportError: .* is cut short/);
        }
      });

      test("makes nothing up when one of its files is cut short", async () => {
        const known = new Set(one.expected.map((record) => JSON.stringify(record)));
        for (const [path, content] of Object.entries(one.files)) {
          const bytes = Buffer.from(content);
          const cut = { ...one.files, [path]: bytes.subarray(0, Math.floor(bytes.length / 2)) };
          const { records, findings, error } = await read(folderOf(cut));
          expect(hasCanary(`${error}${JSON.stringify([records, findings])}`)).toBe(false);
          if (error !== null)
            expect(["ImportError", "ArchiveError"]).toContain((error as Error).name);
          // A CSV may end in the middle of a value and nobody can tell; a JSON cannot.
          if (!path.endsWith(".json") || path.endsWith(".xlsx")) continue;
          const invented = records.filter(
            (record) => record.type !== "refusal" && !known.has(JSON.stringify(record)),
          );
          if (error === null)
            expect(invented.filter(({ type }) => type === "activity")).toEqual([]);
          else expect(String(error)).toMatch(/cut short|missing|not JSON/);
        }
      });
    });
  });
}

interface FilesRead {
  readonly records: readonly CanonicalRecord[];
  readonly refused: number;
  readonly findings: unknown;
  readonly error: unknown;
}

/** One reading of an archive: what came out, and how it ended. */
export async function readFiles(
  { files }: Connector,
  path: string,
  settings: FileCase["settings"],
): Promise<FilesRead> {
  const refusals = new Findings();
  const notices = new Findings();
  const records: CanonicalRecord[] = [];
  const end = (error: unknown): FilesRead => ({
    records: records.filter(({ type }) => type !== "progress"),
    refused: refusals.total,
    findings: [refusals.list(), notices.list()],
    error,
  });
  try {
    const archive = await openArchive(path, { name: "export", refusals, notices });
    const source = { archive, settings, timeZone: "Europe/Paris" };
    for await (const record of files?.read(source) ?? []) records.push(record);
    archive.close();
    return end(null);
  } catch (error) {
    return end(error);
  }
}

function inside(folder: string, files: Files): Files {
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => [folder + path, content]),
  );
}

/** Where a case is one file: that file by itself, and compressed. */
function alone(files: Files): readonly string[] {
  const [only, ...others] = Object.entries(files);
  if (only === undefined || others.length > 0) return [];
  const [path, content] = only;
  const folder = emptyFolder();
  const plain = join(folder, basename(path));
  writeFileSync(plain, content);
  writeFileSync(`${plain}.gz`, gzipSync(content));
  return [plain, `${plain}.gz`];
}

function halved(path: string): string {
  const bytes = readFileSync(path);
  const cut = join(emptyFolder(), basename(path));
  writeFileSync(cut, bytes.subarray(0, Math.floor(bytes.length / 2)));
  return cut;
}

/** What was told, whatever the order. */
function facts(records: readonly CanonicalRecord[]): readonly string[] {
  return records.map((record) => JSON.stringify(record)).toSorted();
}

/** Who and what a record speaks of. Whoever only reads totals need not have met anybody. */
function mentioned(record: CanonicalRecord, hasMembers: boolean): readonly (string | null)[] {
  const people = (...ids: readonly (string | null)[]) => (hasMembers ? ids : []);
  switch (record.type) {
    case "activity":
      return [record.group, ...people(record.member, record.target)];
    case "membership":
      return [record.group, ...people(record.member)];
    case "count":
      return [record.group, ...people(record.member)];
    default:
      return [];
  }
}

/** A canary may stand in the name of a file or of a folder, where it has other spaces. */
function hasCanary(text: string): boolean {
  return text.replace(/[\s_.-]+/g, " ").includes(canary);
}
