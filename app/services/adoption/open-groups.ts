import { groupStates } from "#app/model/group-life.ts";
import type { DisclosedGroups } from "#app/privacy/adoption-gate.ts";
import type { Words } from "../around.ts";
import { namedLike } from "../near.ts";
import { paged } from "../paged.ts";

/** Which of the open groups are wanted; null or nothing where all are. */
export interface AskedGroups {
  readonly group: string | null;
  readonly purpose: string | null;
  readonly state: string | null;
  /** Which part of a long list. */
  readonly listed: string | null;
}

export const everyGroup: AskedGroups = { group: null, purpose: null, state: null, listed: null };

const purposes = ["announcements", "teamwork", "feedback", "social", "other"] as const;

/** The open groups that were asked for, those that move first, then by name. */
export function openGroupsOf(open: DisclosedGroups["open"], asked: AskedGroups, words: Words) {
  const { t, format } = words;
  const order = ["growing", "fading", "new", "silent", "steady"];
  const rank = (state: string | null) => (state === null ? order.length : order.indexOf(state));
  const state = groupStates.find((one) => one === asked.state) ?? null;
  const purpose = purposes.find((one) => one === asked.purpose) ?? null;
  const named = asked.group?.trim() ? namedLike(open, ({ name }) => name, asked.group) : open;
  const found = named
    .filter(
      (one) =>
        (state === null || one.state === state) && (purpose === null || one.purpose === purpose),
    )
    .toSorted((a, b) => rank(a.state) - rank(b.state) || format.byName(a.name, b.name));
  const isFiltered = found.length < open.length || state !== null || purpose !== null;
  return {
    ...paged(found, Number(asked.listed) || null),
    isAsked: isFiltered || asked.listed !== null,
    said: t("adoption.life.found", { n: found.length, all: open.length }),
    group: asked.group ?? "",
    purpose: purpose ?? "",
    state: state ?? "",
    purposes: [
      { value: "", label: t("adoption.life.anyPurpose"), depth: 0 },
      ...purposes
        .filter((one) => open.some((group) => group.purpose === one))
        .map((one) => ({ value: one, label: t(`adoption.purpose.${one}`), depth: 0 })),
    ],
    states: [
      { value: "", label: t("adoption.life.anyState"), depth: 0 },
      ...groupStates.map((one) => ({ value: one, label: t(`adoption.state.${one}`), depth: 0 })),
    ],
  };
}
