import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "#app/settings.server.ts";
import type { Recording } from "#fixtures/recording.ts";

const folder = join(projectRoot, "..", "shared", "samples");

/** What real software answered, or its maker published, and whether it is there. */
export interface Samples {
  readonly isAbsent: boolean;
  json<Body = unknown>(name: string): Body;
  text(name: string): string;
  path(name: string): string;
}

/** The samples of one network, beside the project. They are read when a test asks for them. */
export function samplesOf(network: string): Samples {
  const isAbsent = !existsSync(join(folder, network));
  if (isAbsent)
    console.warn(`Skipped: there are no samples of ${network} in the folder beside the project.`);
  const path = (name: string) => join(folder, network, name);
  const text = (name: string) => readFileSync(path(name), "utf8");
  return { isAbsent, path, text, json: (name) => JSON.parse(text(name)) };
}

/** Samples as a recording, so that a connector can be asked to read them. */
export function recordingOf(
  exchanges: Recording["exchanges"],
  of: Pick<Recording, "settings" | "from" | "to">,
): Recording {
  return { about: [], expected: [], exchanges, ...of };
}
