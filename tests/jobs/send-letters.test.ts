import { sql } from "kysely";
import { expect, onTestFinished } from "vitest";
import type { Db } from "#db/client.server.ts";
import { countLetters } from "#db/intake/dispatch/tally.ts";
import { queueLetters, queueLettersToViewers } from "#db/intake/dispatch.ts";
import type { Channel, Letter, Sent } from "#jobs/channels/channel.ts";
import { emailChannel } from "#jobs/channels/email.ts";
import type { Context } from "#jobs/context.ts";
import { sendLetters, type Way } from "#jobs/send-letters.ts";
import { closeWave, openWave } from "#jobs/waves.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { makeReachable, type Reachable } from "#tests/support/letter-company.ts";
import { makeWave } from "#tests/support/make-company.ts";
import { type LocalMailServer, serveMail } from "#tests/support/smtp-server.ts";

const at = "2026-03-02T08:00:00Z";
const publicAddress = "https://barometer.example.org";

/** A wave of a company, just opened: its id, and each person's own page. */
async function opened(
  owner: Db,
  context: Context,
  people: readonly Reachable[],
  mode: "confidential" | "anonymous" = "confidential",
) {
  await makeReachable(owner, context.keys, people);
  await makeWave(owner, { key: "spring", mode });
  const invitations = await openWave(context, { wave: "spring" });
  const { id } = await owner
    .selectFrom("records.wave")
    .where("key", "=", "spring")
    .select("id")
    .executeTakeFirstOrThrow();
  const codes = new Map(invitations.map(({ personId, code }) => [personId, code]));
  const pageOf = (personId: number) => `${publicAddress}/a/${codes.get(personId)}`;
  return { waveId: id, codes, pageOf };
}

/** A channel that notes what it is given and answers what it is told to. */
function noted(name: Channel["name"], answer: (letter: Letter) => Sent | Promise<Sent>) {
  const letters: Letter[] = [];
  const channel: Channel = {
    name,
    asksInPlace: false,
    price: null,
    perSecond: 1000,
    async send(letter) {
      letters.push(letter);
      return answer(letter);
    },
    async close() {},
  };
  return { letters, way: { channel, connectionId: null } satisfies Way };
}

const taken = (): Sent => ({ outcome: "sent", id: null });

const sendBy = (context: Context, ways: readonly Way[], now = at) =>
  sendLetters(context, {
    ways,
    publicAddress,
    clock: () => new Date(now),
    wait: async () => {},
  });

async function mailed(): Promise<{ server: LocalMailServer; way: Way }> {
  const server = await serveMail();
  const channel = emailChannel({
    server: { host: "127.0.0.1", port: server.port, tls: "none", user: null, password: null },
    from: "barometer@company.example",
    replyTo: null,
    bounces: null,
    perSecond: 1000,
  });
  onTestFinished(async () => {
    await channel.close();
    await server.close();
  });
  return { server, way: { channel, connectionId: null } };
}

test("each person gets one mail, in their language, with the page that is theirs; twice sends nothing more", async ({
  database,
  owner,
  worker,
}) => {
  const context = contextOf(database, worker, at);
  const { waveId, pageOf } = await opened(owner, context, [
    { email: "ana@company.example", language: "fr" },
    { email: "ben@company.example", language: "en" },
    { email: "chen@company.example", language: "zh" },
  ]);
  const { server, way } = await mailed();
  const queue = () =>
    queueLetters(worker, { waveId, purpose: "invite", dueAt: new Date(at), personIds: null });
  expect(await queue()).toBe(3);
  expect(await sendBy(context, [way])).toMatchObject({ sent: 3 });
  const mailTo = (name: string) => server.taken.find(({ to }) => to === `${name}@company.example`);
  expect(mailTo("ana")?.text).toContain("Vous êtes invité");
  expect(mailTo("ana")?.text).toContain(pageOf(1));
  expect(mailTo("ben")?.text).toContain("You are invited");
  expect(mailTo("ben")?.text).toContain(pageOf(2));
  // The questions are there in French and English: the letter says no more than they do.
  expect(mailTo("chen")?.text).toContain(pageOf(3));
  expect(await queue()).toBe(0);
  expect(await sendBy(context, [way])).toMatchObject({ sent: 0 });
  expect(server.taken.length).toBe(3);
});

test("an address that does not work gives way to the telephone, and that to paper", async ({
  database,
  owner,
  worker,
}) => {
  const context = contextOf(database, worker, at);
  const { waveId } = await opened(owner, context, [
    { email: "gone@company.example", telephone: "+33612345678" },
    { email: "gone-too@company.example" },
    { telephone: "+33698765432" },
    {},
  ]);
  const mail = noted("email", () => ({ outcome: "unreachable", why: "550 5.1.1" }));
  const sms = noted("sms", taken);
  await queueLetters(worker, { waveId, purpose: "invite", dueAt: new Date(at), personIds: null });
  await sendBy(context, [mail.way, sms.way]);
  await sendBy(context, [mail.way, sms.way]);
  expect(mail.letters.map(({ to }) => to).toSorted()).toEqual([
    "gone-too@company.example",
    "gone@company.example",
  ]);
  expect(sms.letters.map(({ to }) => to).toSorted()).toEqual(["+33612345678", "+33698765432"]);
  const { rows } = await sql`
    select i.channel, count(*) as people from intake.invitation i group by 1 order by 1`.execute(
    owner,
  );
  expect(rows).toEqual([
    { channel: "code", people: 2 },
    { channel: "sms", people: 2 },
  ]);
  expect(await countLetters(worker, "spring")).toEqual([
    expect.objectContaining({ channel: "code", state: "waiting", letters: 2 }),
    expect.objectContaining({ channel: "sms", state: "sent", letters: 2 }),
  ]);
});

test("whoever said STOP to mail is not written to by mail, now or later", async ({
  database,
  owner,
  worker,
}) => {
  const context = contextOf(database, worker, at);
  const { waveId } = await opened(owner, context, [
    { email: "ana@company.example" },
    { email: "ben@company.example" },
  ]);
  await owner
    .insertInto("intake.stop")
    .values({ personId: 1, channel: "email", at: new Date(at) })
    .execute();
  const mail = noted("email", taken);
  await queueLetters(worker, { waveId, purpose: "invite", dueAt: new Date(at), personIds: null });
  await sendBy(context, [mail.way]);
  expect(mail.letters.map(({ to }) => to)).toEqual(["ben@company.example"]);
});

test("a vendor that is busy is asked again later, and left alone when it stays so", async ({
  database,
  owner,
  worker,
}) => {
  const context = contextOf(database, worker, at);
  const people = Array.from({ length: 10 }, (_, n) => ({ email: `p${n}@company.example` }));
  const { waveId } = await opened(owner, context, people);
  await queueLetters(worker, { waveId, purpose: "invite", dueAt: new Date(at), personIds: null });
  const busy = noted("email", () => ({ outcome: "later", after: 60, why: "421" }));
  const tally = await sendBy(context, [busy.way]);
  expect(tally.sent).toBe(0);
  expect(busy.letters.length).toBeLessThan(10);
  const open = noted("email", taken);
  expect(await sendBy(context, [open.way], "2026-03-02T08:02:00Z")).toMatchObject({ sent: 10 });
  expect(new Set(open.letters.map(({ to }) => to)).size).toBe(10);
});

test("what nobody knows the end of is not sent again, and is said", async ({
  database,
  owner,
  worker,
}) => {
  const lines: string[] = [];
  const context = { ...contextOf(database, worker, at), log: (line: string) => lines.push(line) };
  const { waveId } = await opened(owner, context, [{ email: "ana@company.example" }]);
  const { server, way } = await mailed();
  await queueLetters(worker, { waveId, purpose: "invite", dueAt: new Date(at), personIds: null });
  server.next = "silent";
  expect(await sendBy(context, [way])).toMatchObject({ unsure: 1 });
  expect(await sendBy(context, [way])).toMatchObject({ sent: 0 });
  expect(server.taken.length).toBe(1);
  const [letter] = await countLetters(worker, "spring");
  expect(letter).toMatchObject({ state: "unsure", letters: 1 });
  expect(lines.join()).not.toContain("ana");
});

for (const mode of ["confidential", "anonymous"] as const) {
  test(`a reminder goes to nobody who answered (${mode}), and of the one not sent nothing stays`, async ({
    database,
    owner,
    worker,
    web,
  }) => {
    const context = contextOf(database, worker, at);
    const people = Array.from({ length: 12 }, (_, n) => ({ email: `p${n}@company.example` }));
    const { waveId, codes } = await opened(owner, context, people, mode);
    const mail = noted("email", taken);
    const queue = (purpose: "invite" | "remind", number = 1) =>
      queueLetters(worker, { waveId, purpose, number, dueAt: new Date(at), personIds: null });
    await queue("invite");
    await sendBy(context, [mail.way]);
    expect(await queue("remind")).toBe(12);
    await sql`select intake.submit(${codes.get(1)}, '{"1": 4, "2": 3}')`.execute(web);
    mail.letters.length = 0;
    expect(await sendBy(context, [mail.way])).toMatchObject({ sent: 11 });
    expect(mail.letters.map(({ to }) => to)).not.toContain("p0@company.example");
    expect(mail.letters[0]?.text).toContain("encore ouvert");
    const { rows } = await sql`
      select from intake.dispatch where person_id = 1 and purpose = 'remind'`.execute(owner);
    expect(rows).toEqual([]);
    // The same reminder once; another one is another.
    expect(await queue("remind")).toBeLessThanOrEqual(1);
    expect(await queue("remind", 2)).toBeGreaterThanOrEqual(11);
  });
}

test("nobody is thanked in an anonymous wave: it would say when they answered", async ({
  database,
  owner,
  worker,
}) => {
  const context = contextOf(database, worker, at);
  const people = Array.from({ length: 10 }, () => ({}));
  const { waveId } = await opened(owner, context, people, "anonymous");
  await expect(
    queueLetters(worker, { waveId, purpose: "thank", dueAt: new Date(at), personIds: [1] }),
  ).rejects.toThrow("Nobody is thanked in an anonymous wave.");
});

test("once an anonymous wave has closed, nothing says what a vendor calls its messages", async ({
  database,
  owner,
  worker,
}) => {
  const context = contextOf(database, worker, at);
  const people = Array.from({ length: 10 }, (_, n) => ({ email: `p${n}@company.example` }));
  const { waveId } = await opened(owner, context, people, "anonymous");
  await queueLetters(worker, { waveId, purpose: "invite", dueAt: new Date(at), personIds: null });
  let sent = 0;
  const mail = noted("email", () => ({ outcome: "sent", id: `message-${sent++}` }));
  await sendBy(context, [mail.way]);
  const named = async () => {
    const letters = await owner.selectFrom("intake.dispatch").select("vendorId").execute();
    return letters.filter(({ vendorId }) => vendorId !== null).length;
  };
  expect(await named()).toBe(10);
  await closeWave(context, { wave: "spring" });
  expect(await named()).toBe(0);
});

test("letters of a wave that has closed are not sent", async ({ database, owner, worker }) => {
  const context = contextOf(database, worker, at);
  const { waveId } = await opened(owner, context, [{ email: "ana@company.example" }]);
  await queueLetters(worker, { waveId, purpose: "invite", dueAt: new Date(at), personIds: null });
  await sql`update records.wave set state = 'closed', closed_at = ${at}`.execute(owner);
  const mail = noted("email", taken);
  expect(await sendBy(context, [mail.way])).toMatchObject({ sent: 0 });
  expect(mail.letters).toEqual([]);
});

test("viewers hear that results are out, in their language, and a test shows what people get", async ({
  database,
  owner,
  worker,
}) => {
  const context = contextOf(database, worker, at);
  const { waveId } = await opened(owner, context, [{}]);
  const viewers = await owner
    .insertInto("records.viewer")
    .values([
      { email: "maud@company.example", name: "Maud", language: "fr", passwordHash: null },
      { email: "tom@company.example", name: "Tom", language: "en", passwordHash: null },
    ])
    .returning("id")
    .execute();
  const viewerIds = viewers.map(({ id }) => id);
  const mail = noted("email", taken);
  const due = new Date(at);
  await queueLettersToViewers(worker, { waveId, purpose: "results", dueAt: due, viewerIds });
  const trial = { waveId, purpose: "test", dueAt: due, viewerIds: viewerIds.slice(0, 1) } as const;
  await queueLettersToViewers(worker, { ...trial, language: "ar" });
  expect(await sendBy(context, [mail.way])).toMatchObject({ sent: 3 });
  const subjects = mail.letters.map(({ to, subject, link }) => `${to} ${subject} ${link}`);
  expect(subjects.toSorted()).toEqual([
    expect.stringMatching(/^maud@.* les résultats sont là https:\/\/barometer\.example\.org\/$/),
    expect.stringMatching(/^maud@.* .*\/waves\/spring$/),
    expect.stringMatching(/^tom@.* the results are out /),
  ]);
});

test("two workers share the list: nobody is written to twice", async ({
  database,
  owner,
  worker,
}) => {
  const context = contextOf(database, worker, at);
  const people = Array.from({ length: 40 }, (_, n) => ({ email: `p${n}@company.example` }));
  const { waveId } = await opened(owner, context, people);
  await queueLetters(worker, { waveId, purpose: "invite", dueAt: new Date(at), personIds: null });
  const mail = noted("email", taken);
  const [one, other] = await Promise.all([
    sendBy(context, [mail.way]),
    sendBy(context, [mail.way]),
  ]);
  expect(one.sent + other.sent).toBe(40);
  expect(new Set(mail.letters.map(({ to }) => to)).size).toBe(40);
  expect(mail.letters.length).toBe(40);
});

test("one letter that cannot be written keeps no other waiting, and ends as not reaching its reader", async ({
  database,
  owner,
  worker,
}) => {
  const context = contextOf(database, worker, at);
  const { waveId } = await opened(
    owner,
    context,
    ["ana", "ben", "chen", "dora", "eve", "finn"].map((name) => ({
      email: `${name}@company.example`,
    })),
  );
  // Written with a key that is lost.
  await sql`update intake.directory set value = '\\x00' where person_id = 2`.execute(owner);
  const due = { waveId, purpose: "invite", dueAt: new Date(at), personIds: null } as const;
  await queueLetters(worker, due);
  const { way, letters } = noted("email", taken);
  expect(await sendBy(context, [way])).toMatchObject({ sent: 5, later: 1 });
  expect(letters.length).toBe(5);
  for (let hour = 9; hour < 16; hour += 1) {
    await sendBy(context, [way], `2026-03-02T${String(hour).padStart(2, "0")}:00:00Z`);
  }
  const { rows } = await sql`
    select channel, state, tried, why from intake.dispatch where person_id = 2`.execute(owner);
  expect(rows).toEqual([
    { channel: "code", state: "waiting", tried: ["email"], why: "it could not be written" },
  ]);
});
