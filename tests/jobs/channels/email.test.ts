import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { projectRoot } from "#app/settings.server.ts";
import { emailChannel, type MailSettings } from "#jobs/channels/email.ts";
import { openChannels } from "#jobs/channels/index.ts";
import { aLetter, describeChannel } from "#tests/support/describe-channel.ts";
import { type LocalMailServer, serveMail } from "#tests/support/smtp-server.ts";

const somebody = "nour@company.example";

function mailTo(server: LocalMailServer, given: Partial<MailSettings> = {}) {
  return emailChannel({
    server: { host: "127.0.0.1", port: server.port, tls: "none", user: null, password: null },
    from: "Baromètre <barometre@company.example>",
    replyTo: null,
    bounces: null,
    perSecond: 100,
    ...given,
  });
}

async function started(given: Partial<MailSettings> = {}) {
  const server = await serveMail();
  const channel = mailTo(server, given);
  onTestFinished(async () => {
    await channel.close();
    await server.close();
  });
  return { server, channel };
}

describeChannel("e-mail, over SMTP", async () => {
  const server = await serveMail();
  const nowhere = "gone@company.example";
  server.refused.set(nowhere, "550 5.1.1 gone@company.example: no such user here");
  return {
    channel: () => mailTo(server),
    to: somebody,
    nowhere,
    messages: () => server.taken,
    meets(misfortune) {
      server.next =
        misfortune === "silent" ? "silent" : { at: "recipient", answer: "450 4.7.1 Greylisted" };
    },
    leave: () => server.close(),
  };
});

test("a mail says who wrote it, that a machine did, where STOP goes, and has a part in plain text", async () => {
  const { server, channel } = await started({
    replyTo: "rh@company.example",
    bounces: "bounces+{token}@company.example",
  });
  const letter = aLetter(somebody);
  expect(await channel.send(letter)).toEqual({
    outcome: "sent",
    id: `<${letter.token}@company.example>`,
  });
  const [mail] = server.taken;
  expect(mail?.from).toBe(`bounces+${letter.token}@company.example`);
  const raw = mail?.raw.replace(/\r\n\s+/g, " ") ?? "";
  expect(raw).toContain("From: =?UTF-8?Q?Barom=C3=A8tre?= <barometre@company.example>");
  expect(raw).toContain("Auto-Submitted: auto-generated");
  expect(raw).toContain(
    `List-Unsubscribe: <mailto:rh@company.example?subject=STOP%20${letter.token}>`,
  );
  expect(raw).toContain(`Message-ID: <${letter.token}@company.example>`);
  expect(raw).toMatch(/multipart\/alternative/);
  expect(mail?.text).toBe(letter.text);
});

test("a mail loads nothing when it is opened", async () => {
  const { server, channel } = await started();
  await channel.send(aLetter(somebody, { text: 'a "<b>" & c', language: "ar" }));
  const html = server.taken[0]?.raw.split("text/html")[1] ?? "";
  expect(html).toContain("rtl");
  expect(html).not.toMatch(/<(img|link|script|iframe)|url\(|background/i);
  expect(html).toContain("&lt;b&gt;");
});

test.each([
  ["the mailbox is full", "552 5.2.2 Mailbox full", "later"],
  ["the relay does not let us through", "554 5.7.1 Relay access denied", "later"],
  ["the address is not one", "553 5.1.3 Bad address syntax", "unreachable"],
  ["the server is busy", "421 4.3.2 Try again", "later"],
])("at the recipient: %s", async (_, answer, outcome) => {
  const { server, channel } = await started();
  server.next = { at: "recipient", answer };
  expect(await channel.send(aLetter(somebody))).toMatchObject({ outcome });
  expect(server.taken).toEqual([]);
});

test("a message refused for its content is no wrong address", async () => {
  const { server, channel } = await started();
  server.next = { at: "end", answer: "554 5.6.0 This looks like spam" };
  const sent = await channel.send(aLetter(somebody));
  expect(sent).toMatchObject({ outcome: "later", why: "554 5.6.0 at DATA" });
});

test("a hundred mails go through lines that are kept open", async () => {
  const { server, channel } = await started();
  for (let n = 0; n < 100; n += 1) await channel.send(aLetter(somebody));
  expect(server.taken.length).toBe(100);
  expect(server.lines()).toBe(1);
});

test("a server that hung up in the meantime is called again", async () => {
  const { server, channel } = await started();
  await channel.send(aLetter(somebody));
  server.next = "silent";
  await expect(channel.send(aLetter(somebody))).rejects.toThrow();
  expect(await channel.send(aLetter(somebody))).toMatchObject({ outcome: "sent" });
});

test("mail that must be encrypted is not sent to a server that cannot, nor to one nobody vouches for", async () => {
  const plain = await serveMail({ disabledCommands: ["STARTTLS"] });
  const stranger = await serveMail();
  for (const server of [plain, stranger]) {
    const channel = mailTo(server, {
      server: { host: "127.0.0.1", port: server.port, tls: "required", user: null, password: null },
    });
    expect(await channel.send(aLetter(somebody))).toMatchObject({ outcome: "later" });
    expect(server.taken).toEqual([]);
    await channel.close();
    await server.close();
  }
});

test("a company's own authority vouches for its mail server", async () => {
  const server = await serveMail();
  const authority = join(projectRoot, "tests", "support", "authority", "ca.pem");
  const [channel] = openChannels(
    {
      mail: {
        ...{
          host: "127.0.0.1",
          port: server.port,
          tls: "required",
          user: null,
          passwordFile: null,
        },
        ...{ caFiles: [authority], from: "b@company.example", replyTo: null, bounces: null },
        perSecond: 10,
      },
      smsFile: null,
    },
    fetch,
  );
  expect(await channel?.send(aLetter(somebody))).toMatchObject({ outcome: "sent" });
  expect(server.taken[0]?.secure).toBe(true);
  await channel?.close();
  await server.close();
});

test("a sign-in that is refused is for the operator, and says no password", async () => {
  const server = await serveMail({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth({ username, password }, _session, done) {
      if (username === "barometer" && password === "right") return done(null, { user: 1 });
      done(new Error("Invalid login"));
    },
  });
  const sendAs = async (password: string) => {
    const place = { host: "127.0.0.1", port: server.port, tls: "none" as const };
    const channel = mailTo(server, { server: { ...place, user: "barometer", password } });
    const sent = await channel.send(aLetter(somebody));
    await channel.close();
    return sent;
  };
  const refused = await sendAs("hunter2");
  expect(refused).toMatchObject({ outcome: "later", why: expect.stringMatching(/^535/) });
  expect(JSON.stringify(refused)).not.toContain("hunter2");
  expect(await sendAs("right")).toMatchObject({ outcome: "sent" });
  await server.close();
});
