import type { Session } from "../session.ts";
import type { TimelineChange } from "../timeline.ts";
import { endUnits, writeUnits } from "./organisation.ts";
import { recount } from "./recount.ts";

export interface OrganisationPlan {
  readonly importId: number;
  readonly effectiveOn: string;
  readonly today: string;
  /** Units that are not in the file have ended. */
  readonly isComplete: boolean;
}

/**
 * Writes the organisation `stage_unit` holds, as of a day. Returns how many dated facts changed.
 * @throws {RefusedPeople} when units are part of each other in a circle.
 */
export async function applyOrganisation(session: Session, plan: OrganisationPlan): Promise<number> {
  const changes: TimelineChange[] = [...(await writeUnits(session, plan))];
  if (plan.isComplete) changes.push(await endUnits(session, plan, { keepInhabited: false }));
  return recount(session, plan, changes);
}
