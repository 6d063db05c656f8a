import { type GroupSize, groupSizes } from "#app/model/group-life.ts";
import type { PlainKey, Translate } from "./translate.ts";

const privacies = {
  open: "adoption.kinds.open",
  closed: "adoption.kinds.closed.groups",
  secret: "adoption.kinds.secret.groups",
} as const satisfies Readonly<Record<string, PlainKey>>;
const purposes = ["announcements", "teamwork", "feedback", "social", "other"] as const;

/** What kinds, purposes and sizes of groups are called. */
export function groupNames(t: Translate) {
  const purposeName = (purpose: string | null) => {
    const known = purposes.find((one) => one === purpose);
    return known === undefined ? t("adoption.purpose.none") : t(`adoption.purpose.${known}`);
  };
  return {
    purposeName,
    kindName: (kind: string) =>
      kind === "open" || kind === "closed" || kind === "secret"
        ? t(privacies[kind])
        : purposeName(kind),
    sizeName: (size: string | null) => {
      const known: GroupSize | undefined = groupSizes.find((one) => one === size);
      return known === undefined ? t("adoption.life.unknown") : t(`adoption.size.${known}`);
    },
  };
}
