import type { Setting, Source } from "../connector.ts";
import type { Client, Limits } from "../http.ts";

/** What an application of Entra ID signs in with: the same for every network of Microsoft's. */
export const microsoftSettings = {
  tenant: { label: "Directory (tenant) id" },
  clientId: { label: "Application (client) id" },
  clientSecret: { label: "Client secret of the application", secret: true },
  graph: { label: "Graph address, in a national cloud only", optional: true },
  login: { label: "Sign-in address, in a national cloud only", optional: true },
} as const satisfies Readonly<Record<string, Setting>>;

export type MicrosoftSetting = keyof typeof microsoftSettings;

/** Microsoft Graph v1.0, as an application sees it (no user is signed in). */
export interface Graph {
  readonly client: Client;
  /** An access token, to look at what it allows. */
  token(): Promise<string>;
}

/**
 * Signs in by client credentials
 * (https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow). Graph's
 * tokens last about an hour, less than a first reading: the client asks for another when one is
 * refused.
 */
export function graphOf(
  { settings, signIn, client }: Source<MicrosoftSetting>,
  limits: Limits,
): Graph {
  const root = addressOf(settings.graph, "https://graph.microsoft.com");
  const login = addressOf(settings.login, "https://login.microsoftonline.com");
  const tenant = encodeURIComponent(settings.tenant?.trim() ?? "");
  const form = {
    grant_type: "client_credentials",
    client_id: settings.clientId?.trim() ?? "",
    client_secret: settings.clientSecret?.trim() ?? "",
    scope: `${root}/.default`,
  };
  const token = () => signIn(`${login}/${tenant}/oauth2/v2.0/token`, form);
  const headers = async () => ({
    authorization: `Bearer ${await token()}`,
    // Without it, whatever was added to an enumeration since 2017 is called "unknownFutureValue".
    prefer: "include-unknown-enum-members",
  });
  return { token, client: client(`${root}/v1.0`, headers, limits) };
}

function addressOf(setting: string | undefined, usual: string): string {
  return (setting?.trim() || usual).replace(/\/+(v1\.0\/*)?$/, "");
}
