import { attempt, type Called, call, type Fetch, field } from "./call.ts";
import type { Channel, Sent } from "./channel.ts";
import { answerCard } from "./teams/card.ts";

export interface TeamsSettings {
  readonly tenant: string;
  /** The application (client) id the bot is registered under, and its secret. */
  readonly botId: string;
  readonly botSecret: string;
  /** The Connector of the region; `https://smba.trafficmanager.net/teams` where nothing is known. */
  readonly service?: string;
  readonly login?: string;
}

/**
 * Microsoft Teams, by the Bot Connector (v3): the bot opens a conversation with one person, by their
 * Entra object id, and puts one adaptive card there with all the questions. The bot's application has
 * to be installed for that person (an administrator does so for everybody); else Teams answers 403.
 */
export function teamsChannel(settings: TeamsSettings, fetch: Fetch): Channel {
  const service = trimmed(settings.service, "https://smba.trafficmanager.net/teams");
  const login = trimmed(settings.login, "https://login.microsoftonline.com");
  let signedIn: Promise<string> | null = null;

  const signIn = async (): Promise<string> => {
    const form = new URLSearchParams({
      grant_type: "client_credentials",
      client_id: settings.botId,
      client_secret: settings.botSecret,
      scope: "https://api.botframework.com/.default",
    });
    const address = `${login}/${encodeURIComponent(settings.tenant)}/oauth2/v2.0/token`;
    const { body, status } = await call(fetch, address, form);
    const token = field(body, "access_token");
    if (typeof token !== "string") throw new SignInRefused(`Teams refuses the bot (${status})`);
    return token;
  };
  /** Tokens last about an hour: one that is refused is asked for anew, once. */
  const post = async (path: string, body: object): Promise<Called> => {
    for (let isFirst = true; ; isFirst = false) {
      signedIn ??= signIn();
      const token = await signedIn.catch((error) => {
        signedIn = null;
        throw error;
      });
      const answer = await call(fetch, `${service}${path}`, body, {
        authorization: `Bearer ${token}`,
      });
      if (answer.status !== 401 || !isFirst) return answer;
      signedIn = null;
    }
  };
  const sending = async (send: () => Promise<Sent>): Promise<Sent> => {
    try {
      return await attempt(send);
    } catch (error) {
      if (!(error instanceof SignInRefused)) throw error;
      return { outcome: "later", after: 3600, why: error.message };
    }
  };
  const say = async (conversation: string, activity: object): Promise<Sent> =>
    sentOf(
      await post(`/v3/conversations/${encodeURIComponent(conversation)}/activities`, {
        type: "message",
        ...activity,
      }),
    );

  return {
    name: "teams",
    asksInPlace: true,
    price: null,
    // Two requests a letter; a bot has 50 a second in a tenant, after Microsoft's page on its limits.
    perSecond: 10,
    send: (letter) =>
      sending(async () => {
        const opened = await open(letter.to);
        return "outcome" in opened ? opened : say(opened.id, { attachments: [answerCard(letter)] });
      }),
    reply: (to, { handle, text, questions, labels, link }) =>
      sending(async () => {
        const opened = handle === null ? await open(to) : { id: handle };
        if ("outcome" in opened) return opened;
        if (questions.length === 0) return say(opened.id, { text, textFormat: "plain" });
        return say(opened.id, {
          attachments: [answerCard({ text, questions, labels, link })],
        });
      }),
    close: async () => {},
  };

  async function open(member: string): Promise<{ readonly id: string } | Sent> {
    // An Entra object id: that of a channel or of a team's conversation does not look so.
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(member)) {
      return { outcome: "unreachable", why: "not a person's id" };
    }
    const answer = await post("/v3/conversations", {
      bot: { id: `28:${settings.botId}` },
      members: [{ id: member }],
      channelData: { tenant: { id: settings.tenant } },
      tenantId: settings.tenant,
      isGroup: false,
    });
    const id = field(answer.body, "id");
    return typeof id === "string" && answer.status < 300 ? { id } : sentOf(answer);
  }
}

class SignInRefused extends Error {}

function trimmed(address: string | undefined, usual: string): string {
  return (address?.trim() || usual).replace(/\/+$/, "");
}

function sentOf({ status, retryAfter, body }: Called): Sent {
  const id = field(body, "id");
  if (status >= 200 && status < 300) {
    return { outcome: "sent", id: typeof id === "string" ? id : null };
  }
  const why = `Teams answers ${status}`;
  // Not installed for them, blocked, or nobody of this directory.
  if (status === 403 || status === 404) return { outcome: "unreachable", why };
  return {
    outcome: "later",
    after: retryAfter ?? (status === 429 || status >= 500 ? 30 : 3600),
    why,
  };
}
