import type { CanonicalRecord, MemberRecord } from "#app/model/canonical.ts";
import { vouchedToken } from "../webhook/vouched.ts";
import type { Delivery, Message, WebhookReading } from "../webhook.ts";

/** The fields that are read of an activity (Bot Framework, version 3). */
interface Activity {
  readonly type?: unknown;
  readonly name?: unknown;
  readonly id?: unknown;
  readonly timestamp?: unknown;
  readonly channelId?: unknown;
  readonly serviceUrl?: unknown;
  readonly from?: { readonly aadObjectId?: unknown };
  readonly conversation?: { readonly id?: unknown; readonly conversationType?: unknown };
  readonly text?: unknown;
  readonly value?: { readonly action?: { readonly data?: unknown } };
}

const TAPPED = /^([\w-]{1,60}):[\w.-]{1,40}$/;
/** Said alone, in French and in English. */
const STOP = /^\W*(stop|arr[eê]t(er|ez)?|unsubscribe|d[eé]sabonner)\W*$/iu;

/**
 * What Teams passes on to a bot: answers on our cards (`adaptiveCard/action`), and STOP. Teams has no
 * secret with us: it signs with keys the Bot Framework publishes, for our bot's id
 * (learn.microsoft.com, "Authentication with the Bot Connector API").
 */
export const webhook: WebhookReading = {
  secret: "botSecret",
  isSigned: () => false,
  vouching: {
    discoveryAt: ({ botKeys }) =>
      botKeys?.trim() || "https://login.botframework.com/v1/.well-known/openidconfiguration",
    isSigned({ headers, body }, { settings, published, at }) {
      const audience = settings.botId?.trim() ?? "";
      const vouched = vouchedToken(headers.authorization, {
        ...{ issuer: "https://api.botframework.com", audience, published, at },
      });
      if (vouched === null) return false;
      const { channelId, serviceUrl } = activityIn(body);
      const { serviceurl = serviceUrl, serviceUrl: other = serviceurl } = vouched.claims;
      // The key has to be one that may speak for Teams, and the token made for where this came from.
      return (
        channelId === "msteams" &&
        (vouched.key.endorsements?.includes("msteams") ?? false) &&
        [serviceurl, other].every((said) => said === serviceUrl)
      );
    },
  },
  read: ({ body }) => messagesIn(activityIn(body)),
  acknowledge(delivery: Delivery) {
    if (activityIn(delivery.body).type !== "invoke") return null;
    const said = {
      statusCode: 200,
      type: "application/vnd.microsoft.activity.message",
      value: "✓",
    };
    return { status: 200, type: "application/json", body: JSON.stringify(said) };
  },
};

function messagesIn(activity: Activity): readonly Message[] {
  const { id, timestamp, from, conversation, type, name, text } = activity;
  const [member, where] = [from?.aadObjectId, conversation?.id];
  if (conversation?.conversationType !== "personal") return [];
  if (typeof id !== "string" || typeof member !== "string" || typeof where !== "string") return [];
  const at = typeof timestamp === "string" ? Date.parse(timestamp) : Number.NaN;
  if (!Number.isFinite(at)) return [];
  const told = { id, member, at: new Date(at).toISOString() };
  if (type === "message" && typeof text === "string" && text.length < 64 && STOP.test(text)) {
    return [messageOf(told, { type: "consent", ...told, given: false })];
  }
  if (type !== "invoke" || name !== "adaptiveCard/action") return [];
  const chosen = chosenIn(activity.value?.action?.data);
  if (chosen === null) return [];
  return [messageOf(told, { type: "answer", ...told, ...chosen, handle: where.slice(0, 500) })];
}

/** A card comes back whole: our own `asked`, and a field for each question that was chosen in. */
function chosenIn(card: unknown): { asked: string; options: readonly string[] } | null {
  if (typeof card !== "object" || card === null) return null;
  const { asked, ...fields } = card as Readonly<Record<string, unknown>>;
  const [, token] = typeof asked === "string" ? (TAPPED.exec(asked) ?? []) : [];
  if (typeof asked !== "string" || token === undefined) return null;
  const options = Object.entries(fields).flatMap(([name, value]) =>
    typeof value === "string" && TAPPED.exec(value)?.[1] === name ? [value] : [],
  );
  return { asked: token, options: [...options, asked] };
}

function messageOf(
  { id, member }: { id: string; member: string },
  record: CanonicalRecord,
): Message {
  const somebody: MemberRecord = {
    type: "member",
    id: member,
    email: null,
    kind: "person",
    active: true,
  };
  return { id, records: [somebody, record] };
}

/** What is no JSON is nothing of Teams'. */
function activityIn(body: Uint8Array): Activity {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(body));
    return typeof parsed === "object" && parsed !== null ? (parsed as Activity) : {};
  } catch {
    return {};
  }
}
