import type { Session } from "../session.ts";
import type { TimelineChange } from "../timeline.ts";
import { touchWeeksSince } from "../touched-weeks.ts";

/** What changed in the past is numbered and counted again. Returns how many timelines changed. */
export async function recount(
  session: Session,
  { today }: { readonly today: string },
  changes: readonly TimelineChange[],
): Promise<number> {
  const real = changes.filter(({ changed }) => changed > 0);
  if (real.length === 0) return 0;
  const days = real.flatMap(({ since }) => (since === null ? [] : [since])).toSorted();
  const since = days.length === real.length ? (days[0] ?? null) : null;
  await session.query("delete from intake.unit_order where $1::date is null or as_of >= $1::date", [
    since,
  ]);
  await touchWeeksSince(session, since, today);
  return real.reduce((sum, { changed }) => sum + changed, 0);
}
