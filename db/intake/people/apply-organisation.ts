import type { Session } from "../session.ts";
import type { TimelineChange } from "../timeline.ts";
import { endUnits, writeUnits } from "./organisation.ts";
import type { PeopleFinding } from "./plan.ts";
import { recount } from "./recount.ts";
import { writeSuccessions } from "./successions.ts";

export interface OrganisationPlan {
  readonly importId: number;
  readonly effectiveOn: string;
  readonly today: string;
  /** Units that are not in the file have ended. */
  readonly isComplete: boolean;
}

/**
 * Writes the organisation `stage_unit` holds, as of a day, and which units took over others. Returns
 * how many dated facts changed, and what was found.
 * @throws {RefusedPeople} when units are part of each other in a circle.
 */
export async function applyOrganisation(
  session: Session,
  plan: OrganisationPlan,
): Promise<{ readonly changed: number; readonly findings: readonly PeopleFinding[] }> {
  const changes: TimelineChange[] = [...(await writeUnits(session, plan))];
  if (plan.isComplete) changes.push(await endUnits(session, plan, { keepInhabited: false }));
  const { written, findings } = await writeSuccessions(session, plan);
  return { changed: written + (await recount(session, plan, changes)), findings };
}
