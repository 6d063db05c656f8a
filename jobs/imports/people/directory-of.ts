import { encrypt, pseudonym } from "#app/privacy/pseudonym.server.ts";
import type { DirectoryEntry } from "#db/intake/people/plan.ts";
import type { Keys } from "#jobs/context.ts";

/** How somebody is called and reached, encrypted; what is empty is left out. */
export function directoryOf(
  keys: Keys,
  entries: Readonly<Record<"name" | "email" | "telephone", string>>,
): readonly DirectoryEntry[] {
  return (["name", "email", "telephone"] as const).flatMap((kind) => {
    const text = entries[kind];
    if (text === "") return [];
    const match = pseudonym(keys.pseudonym, kind, text);
    return [{ kind, value: encrypt(keys.directory, text), match }];
  });
}
