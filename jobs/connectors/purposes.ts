import { type Purpose, purposes, type RefusalRecord } from "#app/model/canonical.ts";

export interface DeclaredPurposes {
  /** By the group's handle or id, in lower case. */
  readonly of: ReadonlyMap<string, Purpose>;
  readonly refusals: readonly RefusalRecord[];
}

/**
 * What groups are for, where the network has no such field and the administrator says it:
 * `annonces = announcements, cafe = social`. A purpose is never guessed from a name.
 */
export function declaredPurposes(setting: string | undefined): DeclaredPurposes {
  const declared = new Map<string, Purpose>();
  const refusals: RefusalRecord[] = [];
  const lines = (setting ?? "").split(/[,;\n]/).filter((line) => line.trim() !== "");
  for (const [index, line] of lines.entries()) {
    const [group = "", word = ""] = line.split(/[=:]/).map((part) => part.trim().toLowerCase());
    const purpose = purposes.find((name) => name === word);
    if (group === "" || purpose === undefined) {
      const where = `setting "purposes", entry ${index + 1}`;
      const reason = `write it as "group = purpose", the purpose being one of ${purposes.join(", ")}`;
      refusals.push({ type: "refusal", where, reason, groups: [] });
    } else {
      declared.set(group, purpose);
    }
  }
  return { of: declared, refusals };
}
