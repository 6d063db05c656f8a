import { ask, type Manners } from "./ask.ts";
import { credentialsOf } from "./credentials.ts";
import { homeOf } from "./home.ts";
import { NetworkError } from "./network-error.ts";
import { queueFor } from "./queue.ts";
import { takeJson } from "./taking.ts";
import { isRecord } from "./waiting.ts";

export interface SigningIn {
  readonly address: string;
  readonly form: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Fields everybody may know; a refusal that repeats any other field is cut. */
const harmless = ["grant_type", "scope", "resource", "audience"];

/** Posts a form for an access token. Nothing of the form, and no token, is in any error. */
export async function signIn(
  { address, form, headers }: SigningIn,
  manners: Partial<Manners>,
): Promise<string> {
  const home = homeOf(address);
  const secrets = Object.entries(form).filter(([name]) => !harmless.includes(name));
  home.keepSecret(secrets.map(([, value]) => value));
  const url = home.resolve(address, {});
  const body = {
    type: "application/x-www-form-urlencoded",
    text: new URLSearchParams(form).toString(),
  };
  const line = {
    home,
    credentials: credentialsOf(headers, home),
    queue: queueFor(home.origin, { concurrency: 1, perSecond: null, of: [] }),
    manners,
  };
  const refused = (status: number | null, said: string | null) =>
    new NetworkError({
      trouble: "unauthorised",
      asked: home.describe("POST", url),
      status,
      said,
    });
  try {
    const answer = await ask(line, { method: "POST", url, body }, takeJson);
    const token = isRecord(answer) ? answer.access_token : null;
    if (typeof token === "string" && token !== "") return token;
    throw refused(null, "the answer has no access token");
  } catch (error) {
    // RFC 6749, 5.2: whoever gives wrong credentials is answered 400 as well as 401.
    const isRefused = error instanceof NetworkError && [400, 403].includes(error.status ?? 0);
    throw isRefused ? refused(error.status, error.said) : error;
  }
}
