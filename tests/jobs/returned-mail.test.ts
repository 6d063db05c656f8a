import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { test as bare, expect, onTestFinished } from "vitest";
import { queueLetters } from "#db/intake/dispatch.ts";
import { readReturned } from "#jobs/channels/email/returned.ts";
import { takeReturned } from "#jobs/take-returned.ts";
import { openWave } from "#jobs/waves.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { makeReachable } from "#tests/support/letter-company.ts";
import { makeWave } from "#tests/support/make-company.ts";

const at = "2026-03-02T08:00:00Z";
const token = "4b1c7a52-0d0e-4a6f-9a57-1f0c8f2f6a11";

/** A notice as Postfix writes it (RFC 3464), for one letter. */
function notice(of: string, { action = "failed", status = "5.1.1" } = {}): string {
  return `From: MAILER-DAEMON@mail.example.org (Mail Delivery System)
To: barometer@company.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="A1/mail.example.org"

--A1/mail.example.org
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--A1/mail.example.org
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.org

Final-Recipient: rfc822; gone@company.example
Action: ${action}
Status: ${status}
Diagnostic-Code: smtp; 550 5.1.1 <gone@company.example>: Recipient address rejected

--A1/mail.example.org
Content-Type: message/rfc822-headers

From: barometer@company.example
Message-ID: <${of}@company.example>
Subject: votre avis

--A1/mail.example.org--
`.replaceAll("\n", "\r\n");
}

const answerTo = (of: string, subject: string, body: string, more = "") =>
  `From: Ana <ana@company.example>\nSubject: ${subject}\nIn-Reply-To: <${of}@company.example>\n${more}\n${body}\n`;

const base64 = (text: string) => Buffer.from(text).toString("base64");

bare.each([
  ["an address that does not exist", notice(token), "bounced"],
  ["a delay", notice(token, { action: "delayed", status: "4.4.1" }), null],
  ["a full mailbox", notice(token, { status: "5.2.2" }), null],
  ["a policy of the other side", notice(token, { status: "5.7.1" }), null],
  ["STOP in the subject, as the mail program writes it", `Subject: STOP ${token}\n\n`, "stop"],
  ["STOP as an answer", answerTo(token, "Re: Votre avis", "Stop.\n\n> Bonjour"), "stop"],
  ["ARRÊT as an answer", answerTo(token, "RE: Votre avis", "ARRET"), "stop"],
  ["an answer in which stop is a word", answerTo(token, "Re: Votre avis", "Stop the noise!"), null],
  ["an answer about something that stops", answerTo(token, "Arrêt de travail", "Bonjour"), null],
  [
    "STOP in base64, as mail programs write an answer that quotes accents",
    answerTo(
      token,
      "=?utf-8?Q?Re=3A_Votre_avis_compte_=C3=A9galement?=",
      `--one\nContent-Type: text/plain;\n charset="utf-8"\nContent-Transfer-Encoding: base64\n\n${base64("STOP\r\n\r\n> Vous êtes invité")}\n--one--`,
      "Content-Type: multipart/alternative;\n boundary=one\n",
    ),
    "stop",
  ],
  [
    "ARRÊT in quoted-printable",
    answerTo(
      token,
      "Re: Votre avis",
      "Arr=C3=AAt !",
      "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n",
    ),
    "stop",
  ],
  ["ARRÊT in an encoded subject", answerTo(token, "=?iso-8859-1?Q?Arr=EAt?=", "Merci"), "stop"],
  [
    "STOP in nothing but HTML",
    answerTo(
      token,
      "Re: Votre avis",
      "<html><body><div>STOP</div></body></html>",
      "Content-Type: text/html\n",
    ),
    "stop",
  ],
  [
    "somebody's holidays",
    answerTo(token, "Stop", "I am away", "Auto-Submitted: auto-replied\n"),
    null,
  ],
  ["anything else", "Subject: hello\n\nHello", null],
])("%s is told apart", (_, mail, says) => {
  expect(readReturned(mail)?.says ?? null).toBe(says);
  if (says !== null) expect(readReturned(mail)?.token).toBe(token);
});

test("whoever a mail came back from is written to another way; whoever said STOP by no mail any more", async ({
  database,
  owner,
  worker,
}) => {
  const context = contextOf(database, worker, at);
  await makeReachable(owner, context.keys, [
    { email: "gone@company.example", telephone: "+33612345678" },
    { email: "ana@company.example", telephone: "+33698765432" },
    { email: "ben@company.example" },
  ]);
  await makeWave(owner, { key: "spring" });
  await openWave(context, { wave: "spring" });
  const letters = { waveId: 1, dueAt: new Date(at), personIds: null };
  await queueLetters(worker, { ...letters, purpose: "invite" });
  await sql`update intake.dispatch set state = 'sent', channel = 'email', sent_at = ${at}`.execute(
    owner,
  );
  await queueLetters(worker, { ...letters, purpose: "remind" });
  const { rows } = await sql<{ token: string; personId: number }>`
    select token, person_id from intake.dispatch where purpose = 'invite' order by 2`.execute(
    owner,
  );
  const [gone, ana] = rows;
  const folder = mkdtempSync(join(tmpdir(), "barometer-maildir-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of ["new", "cur", "tmp"]) mkdirSync(join(folder, name));
  writeFileSync(join(folder, "new", "1"), notice(gone?.token ?? ""));
  writeFileSync(join(folder, "cur", "2"), answerTo(ana?.token ?? "", "Re: Votre avis", "STOP"));
  writeFileSync(join(folder, "new", "3"), notice(token));
  const take = () => takeReturned(context, folder, { channels: ["email", "sms"] });
  expect(await take()).toEqual({ bounced: 1, stopped: 1, others: 1 });
  const standing = () =>
    sql`select person_id, purpose, channel, state from intake.dispatch order by 1, 2`.execute(
      owner,
    );
  const after = (await standing()).rows;
  expect(after).toEqual([
    { personId: 1, purpose: "invite", channel: "sms", state: "waiting" },
    { personId: 1, purpose: "remind", channel: "sms", state: "waiting" },
    { personId: 2, purpose: "invite", channel: "email", state: "sent" },
    { personId: 3, purpose: "invite", channel: "email", state: "sent" },
    { personId: 3, purpose: "remind", channel: "email", state: "waiting" },
  ]);
  // The mails lie where they lay, and say nothing new.
  expect(await take()).toMatchObject({ bounced: 0 });
  expect((await standing()).rows).toEqual(after);
});
