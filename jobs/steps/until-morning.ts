import type { CanonicalRecord } from "#app/model/canonical.ts";
import { NetworkError } from "#jobs/connectors/http.ts";

const HOUR = 3_600_000;
/** The longest a network is read in one go: the others wait behind it, and so do the figures. */
const LONGEST_HOURS = 8;

/**
 * The same records, up to the morning: a list that never ends must not keep the night from ending.
 * What was told until then is kept, and the next night goes on from its bookmark. `elapsed` gives
 * milliseconds from any moment.
 * @throws {NetworkError} when the network still goes on after eight hours.
 */
export async function* untilMorning(
  records: AsyncIterable<CanonicalRecord>,
  title: string,
  elapsed: () => number = () => performance.now(),
): AsyncGenerator<CanonicalRecord> {
  const morning = elapsed() + LONGEST_HOURS * HOUR;
  for await (const record of records) {
    yield record;
    if (elapsed() < morning) continue;
    throw new NetworkError({
      trouble: "slow",
      asked: title,
      status: null,
      said: `it still goes on after ${LONGEST_HOURS} hours; what was read is kept`,
    });
  }
}
