import { readFileSync } from "node:fs";
import type { Socket } from "node:net";
import { join } from "node:path";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { projectRoot } from "#app/settings.server.ts";
import type { TakenMessage } from "./describe-channel.ts";

/** A mail as the server took it. */
export interface TakenMail extends TakenMessage {
  /** Of the envelope. */
  readonly from: string;
  readonly secure: boolean;
}

export interface LocalMailServer {
  readonly port: number;
  readonly taken: readonly TakenMail[];
  /** What the next mail meets: an answer of the protocol, or a line that is cut after it was taken. */
  next: { readonly at: "recipient" | "end"; readonly answer: string } | "silent" | null;
  /** Recipients refused for good, by how. */
  readonly refused: Map<string, string>;
  /** Lines opened so far. */
  lines(): number;
  close(): Promise<void>;
}

const authority = (name: string) =>
  readFileSync(join(projectRoot, "tests", "support", "authority", name));

/** A real SMTP server on 127.0.0.1, with a certificate that nobody outside the tests vouches for. */
export async function serveMail(options: SMTPServerOptions = {}): Promise<LocalMailServer> {
  const taken: TakenMail[] = [];
  const sockets = new Set<Socket>();
  let lines = 0;
  const state: LocalMailServer = {
    port: 0,
    taken,
    next: null,
    refused: new Map(),
    lines: () => lines,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        for (const socket of sockets) socket.destroy();
      }),
  };
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    key: authority("server-key.pem"),
    cert: authority("server.pem"),
    ...options,
    onRcptTo({ address }, _session, done) {
      const answer = state.refused.get(address) ?? told(state, "recipient");
      done(answer === null ? null : fault(answer));
    },
    onData(stream, { envelope, secure }, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const answer = told(state, "end");
        if (answer !== null) return done(fault(answer));
        const raw = Buffer.concat(parts).toString("utf8");
        const { mailFrom, rcptTo } = envelope;
        const from = mailFrom === false ? "" : mailFrom.address;
        const to = rcptTo.map(({ address }) => address).join(", ");
        taken.push({ from, to, raw, text: plainTextOf(raw), secure });
        if (state.next !== "silent") return done();
        state.next = null;
        for (const socket of sockets) socket.destroy();
      });
    },
  });
  server.server.on("connection", (socket: Socket) => {
    lines += 1;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  // A line that is cut is no fault of the server.
  server.on("error", () => {});
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", () => listening()));
  const address = server.server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return Object.assign(state, { port });
}

/** The words of the text part, decoded. */
export function plainTextOf(raw: string): string {
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1];
  const parts = boundary === undefined ? [raw] : raw.split(`--${boundary}`);
  const part = parts.find((one) => /content-type: text\/plain/i.test(one)) ?? "";
  const at = part.indexOf("\r\n\r\n");
  const body = part.slice(at + 4).trim();
  if (/content-transfer-encoding: base64/i.test(part)) {
    return Buffer.from(body, "base64").toString("utf8").replaceAll("\r\n", "\n");
  }
  if (/content-transfer-encoding: quoted-printable/i.test(part)) {
    const bytes = body
      .replace(/=\r\n/g, "")
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      );
    return Buffer.from(bytes, "latin1").toString("utf8").replaceAll("\r\n", "\n");
  }
  return body.replaceAll("\r\n", "\n");
}

function told(state: LocalMailServer, at: "recipient" | "end"): string | null {
  const { next } = state;
  if (next === null || next === "silent" || next.at !== at) return null;
  state.next = null;
  return next.answer;
}

/** `450 4.2.0 Later` as the server library wants it. */
function fault(answer: string): Error & { responseCode: number } {
  return Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) });
}
