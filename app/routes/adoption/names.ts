import { type PlainKey, translator } from "#app/i18n/translate.ts";
import { type GroupSize, groupSizes } from "#app/model/group-life.ts";
import { useReading } from "#app/ui/reading.ts";

const kinds: Readonly<Record<string, PlainKey>> = {
  open: "adoption.kinds.open",
  closed: "adoption.kinds.closed.groups",
  secret: "adoption.kinds.secret.groups",
};
const purposes = ["announcements", "teamwork", "feedback", "social", "other"] as const;

/** What kinds, purposes and sizes of groups are called. */
export function useNames() {
  const t = translator(useReading().language);
  const purposeName = (purpose: string | null) => {
    const known = purposes.find((one) => one === purpose);
    return t(known === undefined ? "adoption.purpose.none" : `adoption.purpose.${known}`);
  };
  return {
    purposeName,
    kindName: (kind: string) => {
      const key = kinds[kind];
      return key === undefined ? purposeName(kind) : t(key);
    },
    sizeName: (size: string | null) => {
      const known: GroupSize | undefined = groupSizes.find((one) => one === size);
      return t(known === undefined ? "adoption.life.unknown" : `adoption.size.${known}`);
    },
  };
}
