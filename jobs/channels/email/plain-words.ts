/** What somebody wrote in a mail: its subject, and the first line of their own words. */
export interface PlainWords {
  readonly subject: string;
  readonly first: string;
}

/**
 * Reads the words out of a mail whose octets stand as latin1: mail programs send even STOP in base64 as
 * soon as the letter they quote has an accent in it.
 */
export function plainWords(head: string, mail: string): PlainWords {
  const subject = /^subject:[ \t]*(.*)$/im.exec(head)?.[1] ?? "";
  const part = partOf(head, mail, "plain") ?? partOf(head, mail, "html");
  const [first = ""] = (part ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith(">"));
  return { subject: unencoded(subject), first };
}

/** The first part of a kind, or the whole mail where it is one; null where there is none. */
function partOf(head: string, mail: string, kind: "plain" | "html"): string | null {
  const type = new RegExp(`^content-type:\\s*text/${kind}\\b`, "im");
  const body = (from: string) => from.slice(from.indexOf("\n\n") + 2);
  if (!/^content-type:\s*multipart\//im.test(head)) {
    const isKind = type.test(head) || (kind === "plain" && !/^content-type:/im.test(head));
    return isKind && mail.includes("\n\n") ? decoded(head, body(mail), kind) : null;
  }
  // A part begins after the line that sets it apart, and ends before the next of them.
  for (const part of body(mail).split(/^--\S.*$/m)) {
    const end = part.indexOf("\n\n");
    const its = (end < 0 ? "" : part.slice(0, end)).replace(/\n[ \t]+/g, " ");
    if (type.test(its)) return decoded(its, part.slice(end + 2), kind);
  }
  return null;
}

function decoded(head: string, body: string, kind: "plain" | "html"): string {
  const way = /^content-transfer-encoding:\s*([\w-]+)/im.exec(head)?.[1]?.toLowerCase();
  const charset = /charset="?([\w.:-]+)/i.exec(head)?.[1] ?? "utf-8";
  const bytes =
    way === "base64"
      ? Buffer.from(body, "base64")
      : way === "quoted-printable"
        ? fromQuoted(body.replace(/=[ \t]*\n/g, ""))
        : Buffer.from(body, "latin1");
  const text = inWords(bytes, charset).replace(/\r\n/g, "\n");
  if (kind === "plain") return text;
  return text
    .replace(/<(style|head|script)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/<[^>]*>/g, "\n")
    .replace(/&nbsp;/gi, " ")
    .replace(/&Ecirc;/g, "Ê")
    .replace(/&ecirc;/g, "ê");
}

/** `=?utf-8?B?…?=`, as headers write what is not ASCII (RFC 2047). */
function unencoded(text: string): string {
  return text
    .replace(/(\?=)[ \t]+(?==\?)/g, "$1")
    .replace(
      /=\?([\w-]+)(?:\*[\w-]*)?\?([bq])\?([^?]*)\?=/gi,
      (_, charset: string, way: string, said: string) =>
        inWords(
          way.toLowerCase() === "b"
            ? Buffer.from(said, "base64")
            : fromQuoted(said.replaceAll("_", " ")),
          charset,
        ),
    );
}

function fromQuoted(text: string): Buffer {
  const bytes = text.replace(/=([0-9a-f]{2})/gi, (_, two: string) =>
    String.fromCharCode(Number.parseInt(two, 16)),
  );
  return Buffer.from(bytes, "latin1");
}

/** In the alphabet it says it is in; in latin1 where that is none anybody knows. */
function inWords(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return bytes.toString("latin1");
  }
}
