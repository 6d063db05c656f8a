import type { Channel, Letter, Sent } from "./channel.ts";
import { MailFault, MailLine, type MailServer } from "./email/line.ts";
import { addressIn, messageOf, type Writers } from "./email/message.ts";

export interface MailSettings extends Writers {
  readonly server: MailServer;
  /**
   * Where mail that cannot be delivered comes back; `{token}` in it becomes the letter's own. Null for
   * the writer's address.
   */
  readonly bounces: string | null;
  readonly perSecond: number;
}

/** Mail by any SMTP server. Signing it (DKIM) is the relay's work. */
export function emailChannel(settings: MailSettings): Channel {
  const line = new MailLine(settings.server);
  const writer = addressIn(settings.from);
  const place = writer.slice(writer.lastIndexOf("@") + 1);
  return {
    name: "email",
    asksInPlace: false,
    price: null,
    perSecond: settings.perSecond,
    async send(letter) {
      if (!isAddress(letter.to)) return { outcome: "unreachable", why: "not an e-mail address" };
      const messageId = `<${letter.token}@${place}>`;
      const from = settings.bounces?.replace("{token}", letter.token) ?? writer;
      const message = await messageOf(letter, settings, messageId);
      try {
        await line.give({ from, to: letter.to }, message);
        return { outcome: "sent", id: messageId };
      } catch (error) {
        return becameOf(error);
      }
    },
    async close() {
      line.close();
    },
  };
}

/**
 * Without an answer to a message that had begun to leave, nobody knows: that is thrown. An address is
 * given up only when the server refuses the address itself, for good.
 */
function becameOf(error: unknown): Sent {
  if (!(error instanceof MailFault)) throw error;
  const { status, enhanced, command, begun } = error;
  if (status === null) {
    if (begun) throw error;
    return { outcome: "later", after: 120, why: `no mail server (${error.code})` };
  }
  const why = [status, enhanced, command === "" ? null : `at ${command}`]
    .filter((part) => part !== null)
    .join(" ");
  const isRefused = status >= 500;
  // A full mailbox empties, and a policy is the relay's to change: neither is a wrong address.
  const isPassing = status === 552 || /^5\.(2\.2|7\.\d+)$/.test(enhanced ?? "");
  if (isRefused && command === "RCPT TO" && !isPassing) return { outcome: "unreachable", why };
  return { outcome: "later", after: isRefused ? 3600 : 300, why };
}

/** One address, and nothing that a header could be broken with. */
function isAddress(to: Letter["to"]): boolean {
  return /^[^\s<>@,;:"()[\]\\]+@[^\s<>@,;:"()[\]\\]+$/.test(to) && to.length <= 254;
}
