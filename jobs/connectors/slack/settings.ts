import type { Source } from "../connector.ts";
import type { Client, Limits } from "../http.ts";

export type Named =
  | "url"
  | "token"
  | "analyticsToken"
  | "signingSecret"
  | "writes"
  | "privateChannels"
  | "purposes";

const MINUTE = 60;

/**
 * What Slack lets an application a company made for itself ask, by method and workspace
 * (docs.slack.dev/apis/web-api/rate-limits): tier 2 is 20 a minute, tier 3 is 50, tier 4 is 100.
 */
const limits: Limits = {
  perSecond: 1,
  of: [
    { path: "users.list", perSecond: 20 / MINUTE },
    { path: "conversations.list", perSecond: 20 / MINUTE },
    { path: "admin.analytics.getFile", perSecond: 20 / MINUTE },
    { path: "conversations.history", perSecond: 50 / MINUTE },
    { path: "conversations.replies", perSecond: 50 / MINUTE },
    { path: "reactions.get", perSecond: 50 / MINUTE },
    { path: "conversations.members", perSecond: 100 / MINUTE },
  ],
};

type Given = Pick<Source<Named>, "settings" | "client">;

export function networkOf({ settings, client }: Given): Client {
  return clientWith(settings.token, { settings, client });
}

/** Null where nobody gave the token of an owner. */
export function analyticsOf({ settings, client }: Given): Client | null {
  const token = settings.analyticsToken?.trim() ?? "";
  return token === "" ? null : clientWith(token, { settings, client });
}

function clientWith(token: string | undefined, { settings, client }: Given): Client {
  const address = settings.url?.trim().replace(/\/+$/, "") ?? "";
  const base = address === "" ? "https://slack.com/api" : address;
  return client(base, { authorization: `Bearer ${token?.trim() ?? ""}` }, limits);
}
