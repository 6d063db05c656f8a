import { existsSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "#app/settings.server.ts";

const folder = join(projectRoot, "..", "shared", "data");

/** A file of real data beside the project, and whether it is there. */
export function realFile(name: string): { readonly path: string; readonly isAbsent: boolean } {
  const path = join(folder, name);
  const isAbsent = !existsSync(path);
  if (isAbsent)
    console.warn(`Skipped: there is no ${name} in the folder of real data beside the project.`);
  return { path, isAbsent };
}

/** A mapping kept beside the tests of real data. */
export function realMapping(name: string): string {
  return join(projectRoot, "tests", "real", name);
}
