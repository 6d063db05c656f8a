import type { Viewer } from "#app/model/viewer.ts";
import type { Db } from "#db/client.server.ts";
import { weekFigures } from "#db/figures/released-figures.ts";
import { type Announcement, readAnnouncements } from "#db/records/announcements.ts";
import type { Words } from "../around.ts";
import { DESK, FRONTLINE } from "../barometer/dials.ts";
import { type Disclosed, lookup } from "../disclosed.ts";

/** So many announcements are listed; older ones keep their addresses. */
const LISTED = 12;

export const reachedMeasure = ({ number }: Pick<Announcement, "number">) =>
  `post-reached:${number}`;
export const answeredMeasure = ({ number }: Pick<Announcement, "number">) =>
  `post-answered:${number}`;

/** An announcement in the list: when and where, never what, and whom it reached. */
export interface Announced {
  readonly key: string;
  readonly name: string;
  readonly where: string;
  readonly frontline: Disclosed | null;
  readonly desk: Disclosed | null;
  readonly answered: Disclosed | null;
}

/** The newest announcements of which this viewer may read something. */
export async function announcedFor(
  viewer: Viewer,
  { db, words }: { readonly db: Db; readonly words: Words },
): Promise<readonly Announced[]> {
  const announcements = await readAnnouncements(db, { limit: LISTED });
  const [last, first] = [announcements[0]?.week, announcements.at(-1)?.week];
  if (first === undefined || last === undefined) return [];
  const weeks = announcements.map(({ week }) => week).toSorted();
  const sealed = await weekFigures(db, {
    from: weeks[0] ?? first,
    to: weeks.at(-1) ?? last,
    measures: [
      ...new Set(announcements.flatMap((one) => [reachedMeasure(one), answeredMeasure(one)])),
    ],
    populations: ["company", FRONTLINE, DESK],
  });
  const figures = sealed.disclose(viewer);
  return announcements.flatMap((one) => {
    const at = lookup(figures.filter(({ release }) => release.key === one.week));
    const [reached, answered] = [reachedMeasure(one), answeredMeasure(one)];
    const row = {
      frontline: at(FRONTLINE, reached),
      desk: at(DESK, reached),
      answered: at("company", answered),
    };
    if (Object.values(row).every((figure) => figure === null)) return [];
    return [{ key: one.key, name: nameOf(one, words), where: whereOf(one, words), ...row }];
  });
}

export function nameOf({ postedOn }: Announcement, { t, format }: Words): string {
  return t("reach.name", { day: format.day(postedOn) });
}

export function whereOf({ network, groupName }: Announcement, { t }: Words): string {
  return groupName === null ? network : t("reach.where", { group: groupName, network });
}
