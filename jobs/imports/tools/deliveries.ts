import { createHmac, timingSafeEqual } from "node:crypto";
import type { Delivery } from "#jobs/connectors/webhook.ts";
import type { SurveyMapping } from "../mapping/survey-mapping.ts";
import { type FormbricksResponse, toldByFormbricks } from "./formbricks.ts";
import type { Told } from "./tool.ts";
import { type TypeformResponse, toldByTypeform } from "./typeform.ts";

/** How a survey tool that tells of responses by itself is believed and understood. */
export interface TellingTool {
  isSigned(delivery: Delivery, secret: string): boolean;
  /** When it was sent, where the signature covers it. */
  sentAt(delivery: Delivery): Date | null;
  /** The finished response of this survey in it; null for anything else it tells. */
  response(body: unknown, survey: string): { readonly id: string; readonly told: Told } | null;
}

/** Standard Webhooks: several signatures may stand there while a secret is changed. */
const formbricks: TellingTool = {
  isSigned({ headers, body }, secret) {
    const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
    const about = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.`;
    const expected = createHmac("sha256", key).update(about).update(body).digest();
    const given = (headers["webhook-signature"] ?? "").split(" ");
    return given.some((one) => one.startsWith("v1,") && isSame(one.slice(3), expected));
  },
  sentAt({ headers }) {
    return new Date(Number(headers["webhook-timestamp"]) * 1000);
  },
  response(body, survey) {
    const { event, data } = body as { event?: string; data?: FormbricksResponse };
    const isFinished = data?.finished === true || event === "responseFinished";
    if (data?.id === undefined || data.surveyId !== survey || !isFinished) return null;
    return { id: data.id, told: toldByFormbricks({ ...data, finished: true }) };
  },
};

const typeform: TellingTool = {
  isSigned({ headers, body }, secret) {
    const expected = createHmac("sha256", secret).update(body).digest();
    const [kind, given = ""] = (headers["typeform-signature"] ?? "").split(/=(.*)/s);
    return kind === "sha256" && isSame(given, expected);
  },
  // It does not say.
  sentAt: () => null,
  response(body, survey) {
    const { event_type, form_response: response } = body as {
      event_type?: string;
      form_response?: TypeformResponse & { readonly form_id?: string };
    };
    if (event_type !== "form_response" || response?.form_id !== survey) return null;
    return response.token === undefined || response.submitted_at === undefined
      ? null
      : { id: response.token, told: toldByTypeform(response) };
  },
};

/** Null for a tool that tells nothing by itself. */
export function tellingTool({ from }: SurveyMapping): TellingTool | null {
  if (from?.tool === "formbricks") return formbricks;
  return from?.tool === "typeform" ? typeform : null;
}

function isSame(given: string, expected: Buffer): boolean {
  const bytes = Buffer.from(given, "base64");
  return bytes.length === expected.length && timingSafeEqual(bytes, expected);
}
