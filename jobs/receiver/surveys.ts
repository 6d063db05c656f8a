import {
  keepWaitingResponse,
  listSources,
  readSecrets,
  type SourceSecrets,
} from "#db/intake/answer-sources.ts";
import type { Delivery } from "#jobs/connectors/webhook.ts";
import {
  type SurveyMapping,
  surveyMapping,
  surveyOf,
} from "#jobs/imports/mapping/survey-mapping.ts";
import { namesRead } from "#jobs/imports/survey/columns-of.ts";
import { responseKey } from "#jobs/imports/survey/response-key.ts";
import { type TellingTool, tellingTool } from "#jobs/imports/tools/deliveries.ts";
import type { ReceiverParts } from "./parts.ts";
import { type Answer, notAccepted } from "./receive.ts";
import type { Tally } from "./tally.ts";

/** For how long sources are believed to be as they were: strangers who knock ask the database nothing. */
const FRESH_MS = 2_000;
/** How old, or how far ahead of our clock, what says when it was sent may be. */
const WINDOW_MS = 5 * 60_000;
const accepted: Answer = { status: 200, type: "text/plain", body: "" };

interface Known {
  readonly id: number;
  readonly key: string;
  readonly mapping: SurveyMapping;
  readonly tool: TellingTool;
  readonly secrets: SourceSecrets;
  readonly isOver: boolean;
}

/**
 * Takes what survey tools tell by themselves (`/webhooks/surveys/:source`): a finished response waits,
 * sealed, with nothing but what its mapping reads. Told again, a week later too, it is the same one.
 */
export function surveyDoor(
  { db, keys, now }: ReceiverParts,
  tally: Tally,
): (key: string, delivery: Delivery) => Promise<Answer> {
  let known: Promise<readonly Known[]> = Promise.resolve([]);
  let readAt = Number.NEGATIVE_INFINITY;

  return async (key, delivery) => {
    const source = await find(key);
    const secret = source?.secrets.webhook;
    if (source === null || secret === undefined || !isBelieved(source, delivery, secret)) {
      tally.add("refused");
      return notAccepted;
    }
    const found = readResponse(source, delivery);
    if (found === "unreadable") tally.add(`not understood (${key})`);
    else if (source.isOver && found !== null) tally.add(`late (${key})`);
    else if (found !== null) {
      const { form, survey } = surveyOf(source.mapping);
      const response = responseKey(keys.pseudonym, `${form ?? ""}:${survey}`, found.id);
      await keepWaitingResponse(db, keys.directory, {
        sourceId: source.id,
        response,
        told: found.told,
      });
      tally.add(`kept (${key})`);
    }
    return accepted;
  };

  async function find(key: string): Promise<Known | null> {
    const at = now().getTime();
    if (at - readAt >= FRESH_MS) {
      readAt = at;
      known = read();
      known.catch(() => {
        readAt = Number.NEGATIVE_INFINITY;
      });
    }
    return (await known).find((one) => one.key === key) ?? null;
  }

  async function read(): Promise<readonly Known[]> {
    const found: Known[] = [];
    for (const { id, key, mapping: given, endedAt } of await listSources(db)) {
      const mapping = surveyMapping.safeParse(given);
      const tool = mapping.success ? tellingTool(mapping.data) : null;
      if (!mapping.success || tool === null) continue;
      const secrets = await readSecrets(db, keys.secrets, id);
      found.push({ id, key, mapping: mapping.data, tool, secrets, isOver: endedAt !== null });
    }
    return found;
  }

  function isBelieved({ tool }: Known, delivery: Delivery, secret: string): boolean {
    if (delivery.method !== "POST" || !tool.isSigned(delivery, secret)) return false;
    const sentAt = tool.sentAt(delivery);
    return sentAt === null || Math.abs(now().getTime() - sentAt.getTime()) <= WINDOW_MS;
  }
}

/** What is signed and cannot be read will not be readable the next time either: it is accepted. */
function readResponse(
  { tool, mapping }: Known,
  { body }: Delivery,
): ReturnType<TellingTool["response"]> | "unreadable" {
  try {
    const found = tool.response(
      JSON.parse(Buffer.from(body).toString("utf8")),
      mapping.from?.survey ?? "",
    );
    if (found === null) return null;
    const names = namesRead(mapping);
    const told = Object.entries(found.told).filter(([name]) => names.has(name));
    return { id: found.id, told: Object.fromEntries(told) };
  } catch {
    return "unreadable";
  }
}
