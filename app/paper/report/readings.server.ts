import { indicators } from "#app/model/indicator.ts";
import { may } from "#app/model/viewer.ts";
import { readActions } from "#app/services/actions.server.ts";
import { readAdoption } from "#app/services/adoption.server.ts";
import { readConnection } from "#app/services/connection.server.ts";
import { readIndicator } from "#app/services/indicator.server.ts";
import { readMethods } from "#app/services/methods.server.ts";
import { readPromise } from "#app/services/promise.server.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import { readAsPage } from "../sheets/barometer.ts";

export type Readings = NonNullable<Awaited<ReturnType<typeof readAll>>>;

/**
 * Everything a report says, each thing read once, by the same services as its pages and with the rights
 * of who asks; null where the barometer itself would have nothing.
 */
export async function readAll(visit: ViewerVisit, address: URLSearchParams) {
  const barometer = await readAsPage(visit, address);
  if (barometer === null) return null;
  const { viewer } = visit;
  const { population, wave, compared, trend, map } = barometer;
  const mayRead = (page: "connection" | "adoption" | "actions") =>
    may(viewer, { do: "read-page", page });
  const told = indicators.filter((one) => trend?.measures.some((measure) => measure === one));
  const asked = { wave: wave?.key ?? null, compare: compared ?? "none", population };
  const [each, connection, adoption, actions, methods, promise] = await Promise.all([
    Promise.all(
      told.map((indicator) =>
        readIndicator(viewer, { ...asked, indicator, by: map?.by ?? null }, visit),
      ),
    ),
    mayRead("connection")
      ? readConnection(viewer, { population, weeks: null, reading: null }, visit)
      : null,
    mayRead("adoption") ? readAdoption(viewer, { population, weeks: null }, visit) : null,
    mayRead("actions") ? readActions(viewer, { population }, visit) : null,
    readMethods(visit),
    readPromise(visit),
  ]);
  return {
    barometer,
    each: each.flatMap((one) => one ?? []),
    ...{ connection, adoption, actions, methods, promise },
  };
}
