import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { CanonicalRecord } from "#app/model/canonical.ts";
import type { Files } from "./archives.ts";
import { type Cell, workbookOf } from "./workbook.ts";

const ROOT = "fixtures/archives";

/** What a network exported, once, with invented people; and what its connector must make of it. */
export interface FileCase {
  readonly name: string;
  /** One sentence a case: what each oddity is there for. */
  readonly about: readonly string[];
  readonly settings: Readonly<Record<string, string>>;
  readonly files: Files;
  /** Everything in it as it was written, for looking for canaries. */
  readonly written: string;
  /** Lines the archive itself refuses, such as one with too few fields; none when not said. */
  readonly refused: number;
  readonly expected: readonly CanonicalRecord[];
}

/**
 * The cases of a network: `<case>/…` with its files, `<case>.expected.json` beside it. A workbook is
 * written as its rows in `<name>.xlsx.json`, and made while testing.
 */
export function fileCases(network: string): readonly FileCase[] {
  const home = join(ROOT, network);
  const cases = readdirSync(home).filter((name) => statSync(join(home, name)).isDirectory());
  return cases.map((name) => {
    const told = JSON.parse(readFileSync(join(home, `${name}.expected.json`), "utf8"));
    return { settings: {}, refused: 0, ...told, name, ...filesIn(join(home, name)) };
  });
}

/** What lies in a folder, by path. */
function filesIn(folder: string): Pick<FileCase, "files" | "written"> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  const contents = files.map((path) => [path, readFileSync(join(folder, path))] as const);
  const made = contents.map(([path, content]) => {
    if (!basename(path).endsWith(".xlsx.json")) return [path, content];
    const rows: Cell[][] = JSON.parse(content.toString("utf8"));
    return [path.replace(/\.json$/, ""), workbookOf([{ name: "Sheet1", rows }])];
  });
  return { files: Object.fromEntries(made), written: contents.flat().join("\n") };
}
