import { NetworkError } from "../http.ts";

type Trouble = NetworkError["trouble"];

/** What Slack's own words come down to. Whatever is not here is a "refused". */
const troubles: Readonly<Record<string, Trouble>> = {
  account_inactive: "unauthorised",
  invalid_auth: "unauthorised",
  not_authed: "unauthorised",
  token_expired: "unauthorised",
  token_revoked: "unauthorised",
  user_removed_from_team: "unauthorised",
  access_denied: "forbidden",
  accesslimited: "forbidden",
  ekm_access_denied: "forbidden",
  feature_not_available: "forbidden",
  feature_not_enabled: "forbidden",
  member_analytics_disabled: "forbidden",
  missing_scope: "forbidden",
  no_permission: "forbidden",
  not_allowed_token_type: "forbidden",
  org_login_required: "forbidden",
  restricted_action: "forbidden",
  team_access_not_granted: "forbidden",
  channel_not_found: "missing",
  method_not_supported_for_channel_type: "missing",
  not_in_channel: "missing",
  thread_not_found: "missing",
  rate_limited: "busy",
  ratelimited: "busy",
  fatal_error: "failing",
  internal_error: "failing",
  request_timeout: "failing",
  service_unavailable: "failing",
};

/** The error in an answer that is "200 OK" all the same. */
export function refusalOf(method: string, body: unknown): NetworkError {
  const { error, needed, provided } = isRecord(body) ? body : {};
  if (typeof error !== "string") {
    const said = "the answer is not what Slack answers to this";
    return new NetworkError({ trouble: "unreadable", asked: method, status: 200, said });
  }
  const scopes = `it needs ${needed}, and the token has ${provided}`;
  return new NetworkError({
    trouble: troubles[error] ?? "refused",
    asked: method,
    status: 200,
    said: typeof needed === "string" ? `${error}: ${scopes}` : error,
  });
}

/** Whether this is Slack's own word for it. */
export function saysNo(error: unknown, word: string): error is NetworkError {
  return error instanceof NetworkError && (error.said ?? "").split(":")[0] === word;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
