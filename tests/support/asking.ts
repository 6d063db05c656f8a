import { Agent, request } from "node:http";
import { password } from "./make-viewer.ts";

/** An answer as it came over the line. */
export interface Answer {
  readonly status: number;
  readonly reason: string;
  /** Names and values in the order they were sent. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

export interface Asking {
  readonly method?: string;
  readonly cookie?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Asks without a browser's kindness: no redirect is followed, nothing is unpacked or hidden. */
export function ask(address: string, asking: Asking = {}): Promise<Answer> {
  const { method = "GET", cookie = null, headers = {}, body } = asking;
  const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
  const signedIn = cookie === null ? {} : { cookie };
  return new Promise((resolve, reject) => {
    const sent = request(
      address,
      { method, agent, headers: { "accept-language": "en", ...signedIn, ...length, ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const { rawHeaders: raw, statusCode = 0, statusMessage = "" } = response;
          resolve({
            status: statusCode,
            reason: statusMessage,
            headers: raw.flatMap((name, index) =>
              index % 2 === 0 ? [[name.toLowerCase(), raw[index + 1] ?? ""] as const] : [],
            ),
            body: Buffer.concat(chunks).toString("utf8"),
          });
        });
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

export function headerOf({ headers }: Answer, name: string): string | null {
  return headers.find(([one]) => one === name)?.[1] ?? null;
}

/** Signs in as somebody would, with the password every made viewer has; returns the cookie. */
export async function signInAt(site: string, email: string): Promise<string> {
  const answer = await ask(`${site}/sign-in`, {
    method: "POST",
    headers: { origin: site, "content-type": "application/x-www-form-urlencoded" },
    body: String(new URLSearchParams({ email, password })),
  });
  const cookie = headerOf(answer, "set-cookie")?.split(";")[0];
  if (cookie === undefined) throw new Error(`${email} could not sign in: ${answer.status}`);
  return cookie;
}

/**
 * Everything of an answer that may tell something, as one text: status, headers and body, without
 * the date and with every nonce the same. `words` are replaced too: what the asker wrote in the
 * address comes back in links, and tells nothing.
 */
export function told(answer: Answer, words: Readonly<Record<string, string>> = {}): string {
  const nonce = /'nonce-([^']+)'/.exec(headerOf(answer, "content-security-policy") ?? "")?.[1];
  const lines = answer.headers
    .filter(([name]) => name !== "date")
    .map(([name, value]) => `${name}: ${value}`);
  let text = [`${answer.status} ${answer.reason}`, ...lines, "", answer.body].join("\n");
  if (nonce !== undefined) text = text.replaceAll(nonce, "nonce");
  for (const [word, instead] of Object.entries(words)) text = text.replaceAll(word, instead);
  return text;
}
