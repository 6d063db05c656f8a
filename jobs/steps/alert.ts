import { addDays, dayIn } from "#app/model/period.ts";
import { isPublicHoliday } from "#app/statistics/public-holidays.ts";
import { countriesOfSites } from "#db/intake/network-days.ts";
import { noticeAdoption } from "../alerts/adoption.ts";
import { noticeNetworks } from "../alerts/networks.ts";
import { noticeNights } from "../alerts/nights.ts";
import { noticeParticipation } from "../alerts/participation.ts";
import { type Step, said } from "./step.ts";

/** A year and the weeks before it: as far as what is usual is looked for. */
const DAYS_BACK = 400;

/**
 * Notices what somebody may have to do something about: from what is released, and from how the
 * machine runs. Nothing else is read, so that an alert says no more than its reader could see.
 */
export const alert: Step = {
  name: "alert",
  async run(context) {
    const day = dayIn(context.timeZone, context.now);
    const countries = await countriesOfSites(context.db);
    const isHoliday = (one: string) => countries.some((country) => isPublicHoliday(country, one));
    const holidays = Array.from({ length: DAYS_BACK }, (_, back) => addDays(day, -back)).filter(
      isHoliday,
    );
    const raised = [
      await noticeParticipation(context, day),
      await noticeAdoption(context, day, holidays),
      await noticeNetworks(context, day, isHoliday),
      await noticeNights(context, day),
    ].reduce((sum, one) => sum + one, 0);
    return said(`raised ${raised} alerts`, raised);
  },
};
