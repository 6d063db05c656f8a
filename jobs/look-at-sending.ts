import { readFileSync } from "node:fs";
import type { SendingSettings } from "#app/settings.server.ts";
import { MailLine } from "#jobs/channels/email/line.ts";
import { readGateway } from "#jobs/channels/sms/gateway.ts";
import { type Finding, problem, warning, well } from "./doctor.ts";

/**
 * Whether letters can leave, and by what: nobody is written to without an address to lead to. The mail
 * server is spoken to as far as a letter would go, and no farther.
 */
export async function lookAtSending(settings: SendingSettings): Promise<readonly Finding[]> {
  const { publicAddress, mail, smsFile } = settings;
  return [lookAtAddress(publicAddress), await lookAtMail(mail), lookAtGateway(smsFile)];
}

function lookAtAddress(address: string | null): Finding {
  if (address === null) {
    return warning(
      "Letters",
      "none can leave: nobody has said under which address people open the pages",
      "Set BAROMETER_ADDRESS; until then people answer by codes on paper, kiosks and time clocks.",
    );
  }
  const { protocol, hostname } = new URL(address);
  if (protocol === "http:" && !["127.0.0.1", "localhost", "[::1]"].includes(hostname)) {
    return warning(
      "Letters",
      `they lead to ${address}, where anybody on the way reads the codes`,
      "Put TLS in front, and write https in BAROMETER_ADDRESS.",
    );
  }
  return well("Letters", `they lead to ${address}`);
}

async function lookAtMail(mail: SendingSettings["mail"]): Promise<Finding> {
  if (mail === null) {
    return warning(
      "Mail",
      "no server is set, so no mail leaves",
      "Set SMTP_URL and MAIL_FROM: .env.example shows both.",
    );
  }
  const { host, port, tls, user, passwordFile, caFiles, from } = mail;
  const place = `${host}:${port}`;
  try {
    const password = passwordFile === null ? null : readFileSync(passwordFile, "utf8").trim();
    const authorities = caFiles.map((path) => readFileSync(path, "utf8"));
    const line = new MailLine({ host, port, tls, user, password, authorities });
    await line.greet();
    line.close();
    return well("Mail", `${place} answers, and takes us in; letters are from ${from}`);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "no code";
    return problem(
      "Mail",
      `${place} does not take us in (${code})`,
      "Correct SMTP_URL and SMTP_PASSWORD_FILE, or see to that server: letters wait until then.",
    );
  }
}

function lookAtGateway(file: string | null): Finding {
  if (file === null) return well("Text messages", "none: SMS_GATEWAY_FILE names no gateway");
  try {
    readGateway(file);
    return well("Text messages", `by the gateway of ${file}`);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return problem("Text messages", found, "Correct the file: jobs/channels/README.md shows one.");
  }
}
