import { earlier, later, type ReadResponses, type Told, written } from "./tool.ts";

const DAY = 86_400_000;
const PAGE = 1_000;

/** One answer: its type names the field that holds it. */
interface Answer {
  readonly type?: string;
  readonly field?: { readonly id?: string; readonly ref?: string };
  readonly choice?: { readonly label?: string };
  readonly choices?: { readonly labels?: readonly string[] };
  readonly [kind: string]: unknown;
}

/** A response as the API and the webhook tell it. */
export interface TypeformResponse {
  readonly token?: string;
  readonly submitted_at?: string;
  readonly hidden?: Readonly<Record<string, unknown>>;
  readonly answers?: readonly Answer[] | null;
}

interface Page {
  readonly items?: readonly TypeformResponse[];
}

/**
 * Typeform's Responses API, newest first, by the token of the last: it goes no further back than a day
 * before what was read last, because responses may take half an hour to be there.
 */
export const readTypeform: ReadResponses<"typeform"> = async function* (asked) {
  const { from, token, since } = asked;
  const client = asked.client(
    from.url,
    { authorization: `Bearer ${token}` },
    { concurrency: 1, perSecond: 2 },
  );
  let newest: string | null = null;
  let before: string | undefined;
  const isOld = (at: string | undefined) =>
    since !== null && at !== undefined && Date.parse(at) < Date.parse(since);
  for (;;) {
    const { items = [] } = await client.get<Page>(`forms/${from.survey}/responses`, {
      page_size: PAGE,
      ...(before === undefined ? {} : { before }),
    });
    for (const response of items) {
      newest = later(newest, response.submitted_at);
      yield toldByTypeform(response);
    }
    const last = items.at(-1);
    if (items.length < PAGE || last?.token === undefined || last.token === before) break;
    if (isOld(last.submitted_at)) break;
    before = last.token;
  }
  return earlier(newest, DAY) ?? since;
};

/** Kinds of answers that say who answered: they are named, and nothing of them is read. */
const PERSONAL = new Set(["email", "phone_number", "file_url", "url", "payment"]);

/** Answers by the field's id and by its ref; hidden fields as `hidden.name`. */
export function toldByTypeform(response: TypeformResponse): Told {
  const told: Record<string, string> = {};
  for (const answer of response.answers ?? []) {
    const { type = "", field, choice, choices } = answer;
    const value = choice?.label ?? choices?.labels ?? answer[type];
    for (const name of [field?.id, field?.ref]) {
      if (name === undefined) continue;
      if (PERSONAL.has(type)) told[`${name} (e-mail)`] = "";
      else told[name] = written(value);
    }
  }
  for (const [name, value] of Object.entries(response.hidden ?? {})) {
    told[`hidden.${name}`] = written(value);
  }
  return { ...told, token: response.token ?? "", submitted_at: response.submitted_at ?? "" };
}
