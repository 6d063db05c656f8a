import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of package.json, found from the source as well as from either build. */
export const projectRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

/** Whether text names one or more files that are there, with commas between them. */
export function areFiles(text: string): boolean {
  return namesIn(text).every((path) => existsSync(resolve(projectRoot, path)));
}

export function namesIn(text: string): readonly string[] {
  return text.split(",").map((name) => name.trim());
}

function findRoot(folder: string): string {
  const parent = dirname(folder);
  return existsSync(join(folder, "package.json")) || parent === folder ? folder : findRoot(parent);
}
