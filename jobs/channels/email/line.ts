import { Readable } from "node:stream";
import { rootCertificates } from "node:tls";
import SMTPConnection, { type SMTPConnectionOptions } from "nodemailer/lib/smtp-connection";

/** A mail server, and what it is to believe us by. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte, after a greeting, if it is offered, or never. */
  readonly tls: "wrapped" | "required" | "optional" | "none";
  readonly user: string | null;
  readonly password: string | null;
  /** Of the company's own, as PEM, beside those everybody trusts. */
  readonly authorities?: readonly string[];
}

export interface Envelope {
  readonly from: string;
  readonly to: string;
}

/** What a mail server refused, and whether the message had begun to leave. */
export class MailFault extends Error {
  override readonly name = "MailFault";
  /** `RCPT TO`, `DATA` and the like. */
  readonly command: string;
  /** The three digits, or null when there was no answer. */
  readonly status: number | null;
  /** As `5.1.1`; null where the server gives none. */
  readonly enhanced: string | null;
  /** Part of the message was given away before: without an answer, nobody knows what became of it. */
  readonly begun: boolean;
  readonly code: string;

  constructor(error: unknown, begun: boolean) {
    super("the mail server did not take it");
    const said = isObject(error) ? error : {};
    const response = typeof said.response === "string" ? said.response : "";
    this.command = typeof said.command === "string" ? said.command : "";
    this.status = typeof said.responseCode === "number" ? said.responseCode : null;
    this.enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? null;
    this.begun = begun;
    this.code = typeof said.code === "string" ? said.code : "no code";
  }
}

/** Conversations with one mail server, kept open from one message to the next. */
export class MailLine {
  private readonly idle: SMTPConnection[] = [];
  private readonly options: SMTPConnectionOptions;

  constructor(private readonly server: MailServer) {
    this.options = {
      host: server.host,
      port: server.port,
      secure: server.tls === "wrapped",
      requireTLS: server.tls === "required",
      ignoreTLS: server.tls === "none",
      // An authority named here replaces the usual ones, so they are named again.
      ...(server.authorities?.length
        ? { tls: { ca: [...rootCertificates, ...server.authorities] } }
        : {}),
      connectionTimeout: 20_000,
      greetingTimeout: 20_000,
      socketTimeout: 60_000,
    };
  }

  /**
   * Opens a conversation as for a letter, and keeps it for one.
   * @throws MailFault
   */
  async greet(): Promise<void> {
    this.rest(await this.open());
  }

  /**
   * Gives one message to the server; what it answered.
   * @throws MailFault
   */
  async give(envelope: Envelope, message: Buffer): Promise<string> {
    const connection = this.idle.pop() ?? (await this.open());
    let begun = false;
    // Read only once the server has asked for it: that is how we know what had begun.
    const body = new Readable({
      read() {
        begun = true;
        this.push(message);
        this.push(null);
      },
    });
    try {
      const { response } = await new Promise<{ response: string }>((resolve, reject) => {
        connection.once("error", reject);
        connection.once("end", () => reject(new Error("The server hung up.")));
        connection.send({ from: envelope.from, to: [envelope.to] }, body, (error, sent) =>
          error ? reject(error) : resolve({ response: sent?.response ?? "" }),
        );
      });
      this.rest(connection);
      return response;
    } catch (error) {
      connection.close();
      throw new MailFault(error, begun);
    }
  }

  /** Says goodbye. */
  close(): void {
    for (const connection of this.idle.splice(0)) connection.quit();
  }

  private rest(connection: SMTPConnection): void {
    connection.removeAllListeners();
    // A server hangs up on who is silent: such a line is not used again.
    const leave = () => {
      const at = this.idle.indexOf(connection);
      if (at >= 0) this.idle.splice(at, 1);
    };
    connection.on("end", leave);
    connection.on("error", leave);
    this.idle.push(connection);
  }

  private async open(): Promise<SMTPConnection> {
    const connection = new SMTPConnection(this.options);
    const { user, password } = this.server;
    try {
      await new Promise<void>((resolve, reject) => {
        connection.once("error", reject);
        connection.once("end", () => reject(new Error("The server hung up.")));
        connection.connect((error) => {
          if (error) return reject(error);
          if (user === null) return resolve();
          const credentials = { user, pass: password ?? "" };
          connection.login({ user, pass: password ?? "", credentials }, (refused) =>
            refused ? reject(refused) : resolve(),
          );
        });
      });
    } catch (error) {
      connection.close();
      throw new MailFault(error, false);
    }
    connection.removeAllListeners();
    return connection;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
