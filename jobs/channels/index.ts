import { readFileSync } from "node:fs";
import type { Fetch } from "./call.ts";
import type { Channel } from "./channel.ts";
import type { MailServer } from "./email/line.ts";
import { emailChannel, type MailSettings } from "./email.ts";
import { readGateway } from "./sms/gateway.ts";
import { smsChannel } from "./sms.ts";

/** What the operator set: where mail leaves, and the file of a gateway of text messages. */
export interface ChannelSettings {
  readonly mail:
    | (Omit<MailServer, "password" | "authorities"> &
        Omit<MailSettings, "server"> & {
          readonly passwordFile: string | null;
          readonly caFiles: readonly string[];
        })
    | null;
  readonly smsFile: string | null;
}

/**
 * The channels the operator set up, the best first. Those of the networks come from their connections.
 * @throws when a file is missing or wrong: better now than in the middle of a wave.
 */
export function openChannels({ mail, smsFile }: ChannelSettings, fetch: Fetch): readonly Channel[] {
  const channels: Channel[] = [];
  if (mail !== null) {
    const { host, port, tls, user, passwordFile, caFiles, ...rest } = mail;
    const password = passwordFile === null ? null : readFileSync(passwordFile, "utf8").trim();
    const authorities = caFiles.map((path) => readFileSync(path, "utf8"));
    const server = { host, port, tls, user, password, authorities };
    channels.push(emailChannel({ ...rest, server }));
  }
  if (smsFile !== null) channels.push(smsChannel(readGateway(smsFile), fetch));
  return channels;
}
