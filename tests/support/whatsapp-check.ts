import { HttpResponse, http } from "msw";
import type { RightFound } from "#jobs/connectors/connector.ts";
import { doorsWith } from "#jobs/connectors/http.ts";
import { whatsapp } from "#jobs/connectors/whatsapp.ts";
import { outside } from "#tests/setup/network.ts";
import { appSecret, numberId } from "./whatsapp-shop.ts";

const settings = { appSecret, phoneNumberId: numberId };

async function check(token = "EAAG-a-token"): Promise<readonly RightFound[]> {
  const found: RightFound[] = [];
  const source = {
    settings: { ...settings, token },
    from: new Date(0),
    to: new Date(1),
    cursor: null,
    timeZone: "Europe/Paris",
    ...doorsWith({ tries: 1 }),
  };
  for await (const one of whatsapp.webhook?.check?.(source) ?? []) found.push(one);
  return found;
}

/** What the check finds when Meta says the token has these rights; and what was asked. */
export async function metaAnswers(scopes: readonly string[]) {
  const urls: URL[] = [];
  outside.use(
    http.get("https://graph.facebook.com/v23.0/*", ({ request }) => {
      const url = new URL(request.url);
      urls.push(url);
      return url.pathname.endsWith("debug_token")
        ? HttpResponse.json({ data: { is_valid: true, scopes } })
        : HttpResponse.json({ id: numberId });
    }),
  );
  return { found: await check(), urls };
}

/** What the check finds of a connection without a token; a request would fail the test. */
export function checkWithoutToken() {
  return check("");
}

/** What the check throws when Meta refuses the token (the vendor's own sample of it). */
export async function checkNothing(): Promise<unknown> {
  outside.use(
    http.get("https://graph.facebook.com/v23.0/*", () =>
      HttpResponse.json(
        { error: { message: "Invalid OAuth access token", type: "OAuthException", code: 190 } },
        { status: 401 },
      ),
    ),
  );
  return check().catch((error: unknown) => error);
}
