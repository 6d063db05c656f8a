import { earlier, later, type ReadResponses, type Told, written } from "./tool.ts";

const HOUR = 3_600_000;
/** The most a page may be. */
const PAGE = 250;

/** A response as the API and the webhook tell it, without what says who answered. */
export interface FormbricksResponse {
  readonly id?: string;
  readonly finished?: boolean;
  readonly surveyId?: string;
  readonly updatedAt?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

interface Page {
  readonly data?: readonly FormbricksResponse[];
  readonly meta?: { readonly total?: number };
}

/**
 * Formbricks' management API: version 1 gives everything each time, version 2 (beta) what was changed
 * since. Oldest first where it can be asked for, so that nothing slips from one page to the next.
 */
export const readFormbricks: ReadResponses<"formbricks"> = async function* (asked) {
  const { from, token, since } = asked;
  const base = `${from.url}/api/${from.version}/management`;
  // A hundred a minute.
  const client = asked.client(base, { "x-api-key": token }, { concurrency: 1, perSecond: 1.5 });
  let newest: string | null = null;
  for (let skip = 0; ; skip += PAGE) {
    const { data = [] } = await client.get<Page>("responses", {
      surveyId: from.survey,
      limit: PAGE,
      skip,
      ...(from.version === "v1" ? {} : { sortBy: "createdAt", order: "asc" }),
      ...(from.version === "v1" || since === null
        ? {}
        : { filterDateField: "updatedAt", startDate: since }),
    });
    for (const response of data) {
      newest = later(newest, response.updatedAt);
      // The survey is in the question, and not everywhere in the answer's hands.
      if (response.surveyId === undefined || response.surveyId === from.survey) {
        yield toldByFormbricks(response);
      }
    }
    if (data.length < PAGE) break;
  }
  return from.version === "v1" ? null : (earlier(newest, HOUR) ?? since);
};

/** Answers by question; the rows of a matrix as `question[row]`. Nothing of contact or browser. */
export function toldByFormbricks({ id = "", finished, data = {} }: FormbricksResponse): Told {
  const answers = Object.entries(data).flatMap(([question, value]) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.entries(value).map(([row, one]) => [`${question}[${row}]`, written(one)] as const)
      : [[question, written(value)] as const],
  );
  return { ...Object.fromEntries(answers), "Response ID": id, Finished: String(finished === true) };
}
