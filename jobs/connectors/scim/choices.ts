import type { RefusalRecord } from "#app/model/canonical.ts";

export const numberAttributes = ["employeeNumber", "externalId", "userName"] as const;
export type NumberAttribute = (typeof numberAttributes)[number];

export const unitAttributes = ["organization", "division", "department", "costCenter"] as const;
export type UnitAttribute = (typeof unitAttributes)[number];

export const groupUses = ["none", "units", "groups"] as const;
export type GroupUse = (typeof groupUses)[number];

/** What an administrator says of how a company fills SCIM in. */
export interface Choices {
  /** Where the HR number is. */
  readonly number: NumberAttribute;
  /** Which attributes lead to somebody's unit, from the top. */
  readonly unit: readonly UnitAttribute[];
  /** What groups are: nothing to us, the units, or groups people talk in. */
  readonly groups: GroupUse;
  /** Words that were not understood. */
  readonly refusals: readonly RefusalRecord[];
}

type Given = Readonly<Partial<Record<"number" | "unit" | "groups", string | undefined>>>;

/** Reads the choices; what is not said is `employeeNumber`, organization / division / department, `none`. */
export function choicesOf(given: Given): Choices {
  const refusals: RefusalRecord[] = [];
  const pick = <Word extends string>(words: readonly Word[], text: string, setting: string) => {
    const found = words.find((word) => word.toLowerCase() === text.toLowerCase());
    if (found === undefined) {
      const reason = `It is one of ${words.join(", ")}; what is written there was left out.`;
      refusals.push({ type: "refusal", where: `setting ${setting}`, reason });
    }
    return found;
  };
  const unit = (given.unit ?? "").split(/[\s,;/>]+/).filter((word) => word !== "");
  return {
    number:
      pick(numberAttributes, given.number?.trim() || "employeeNumber", "number") ??
      "employeeNumber",
    unit:
      unit.length === 0
        ? ["organization", "division", "department"]
        : unit.flatMap((word) => pick(unitAttributes, word, "unit") ?? []),
    groups: pick(groupUses, given.groups?.trim() || "none", "groups") ?? "none",
    refusals,
  };
}
