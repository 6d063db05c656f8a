import type { Language } from "#app/i18n/language.ts";
import { facets } from "#app/i18n/methods/method.ts";
import { methodsIn } from "#app/i18n/methods/read.ts";
import { ends } from "#app/privacy/count.ts";
import { floors } from "#app/privacy/policy.ts";
import { SMALLEST_DIFFERENCE, SMALLEST_TESTED } from "#app/statistics/change.ts";
import { EXACT_UP_TO } from "#app/statistics/interval.ts";
import type { Db } from "#db/client.server.ts";
import { readPolicies } from "#db/records/policies.ts";

export type MethodsReading = Awaited<ReturnType<typeof readMethods>>;

/** Computed, held to its sources, and on no page yet: a reader is told so. */
const awaited: readonly string[] = [
  "index",
  "enps",
  "bounds",
  "means",
  "weighting",
  "reliability",
  "agreement",
  "stickiness",
  "concentration",
  "retention",
];

/** Every method, with the numbers in force: from where they are used, never written twice. */
export async function readMethods({
  db,
  language,
}: {
  readonly db: Db;
  readonly language: Language;
}) {
  const policies = await readPolicies(db);
  const inForce = policies.find(({ withdrawnAt }) => withdrawnAt === null);
  const thresholds = inForce?.thresholds ?? floors;
  const numbers = {
    ...thresholds,
    points: Math.round(SMALLEST_DIFFERENCE * 100),
    tested: SMALLEST_TESTED,
    team: EXACT_UP_TO,
    activity: thresholds.members + ends.activity,
    alike: ends.answers,
    unanswered: ends.participation,
  };
  const families = methodsIn(language, numbers).map(({ name, methods }) => ({
    name,
    methods: methods.map(({ depth, ...method }) => ({
      ...method,
      awaited: awaited.includes(method.key),
      depth: facets.flatMap((facet) => {
        const text = depth[facet];
        return text === undefined ? [] : [{ facet, text }];
      }),
    })),
  }));
  return { numbers, families };
}
