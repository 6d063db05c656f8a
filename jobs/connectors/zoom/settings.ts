import type { Source } from "../connector.ts";
import type { Client, Limits } from "../http.ts";

export type Named =
  | "accountId"
  | "clientId"
  | "clientSecret"
  | "meetings"
  | "chatPath"
  | "hostsPath"
  | "url"
  | "signInUrl";

/** Who meets, as the setting says it: those who hold meetings, or everybody who is in one. */
export type Meetings = "hosts" | "participants";

/** Where the totals are, unless a setting says it: Zoom has moved its reports before. */
export const paths = { chat: "/metrics/chat", hosts: "/report/users" } as const;

const MINUTE = 60;

/**
 * What Zoom lets an account of the Business plan or above ask, all its applications together
 * (developers.zoom.us/docs/api/rate-limits): 20 a minute of what it calls resource-intensive, 40 a
 * second of what it calls heavy, 60,000 a day of both, 60 a second of what it calls medium. Half of
 * each is left to the others; of the first, a Pro account has no more than we take.
 */
const limits: Limits = {
  perSecond: 10,
  of: [
    // By the meeting, so heavy; the list of meetings itself is resource-intensive.
    { path: "metrics/meetings/", perSecond: 20 },
    { path: "metrics/", perSecond: 10 / MINUTE },
    { path: "report/", perSecond: 5 },
  ],
};

/** A token lasts an hour and cannot be renewed: another is asked for when it is refused. */
export function networkOf({ settings, client, signIn }: Source<Named>): Client {
  const { accountId = "", clientId = "", clientSecret = "" } = settings;
  const base = settings.url?.trim().replace(/\/+$/, "") || "https://api.zoom.us/v2";
  const address = settings.signInUrl?.trim() || "https://zoom.us/oauth/token";
  const pair = Buffer.from(`${clientId.trim()}:${clientSecret.trim()}`).toString("base64");
  const form = { grant_type: "account_credentials", account_id: accountId.trim() };
  const headers = async () => {
    const token = await signIn(address, form, { authorization: `Basic ${pair}` });
    return { authorization: `Bearer ${token}` };
  };
  return client(base, headers, limits);
}

export function meetingsIn(setting: string | undefined): Meetings {
  return setting?.trim().toLowerCase() === "participants" ? "participants" : "hosts";
}

export function pathIn(setting: string | undefined, usual: string): string {
  return setting?.trim() || usual;
}
