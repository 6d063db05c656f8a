import { sql } from "kysely";
import { expect, onTestFinished } from "vitest";
import type { Db } from "#db/client.server.ts";
import { noteAlerts } from "#db/records/alerts.ts";
import { writeMailChoice } from "#db/records/viewer-mail.ts";
import { emailChannel } from "#jobs/channels/email.ts";
import { sendNews } from "#jobs/send-news.ts";
import { digest } from "#jobs/steps/digest.ts";
import { contextOf } from "#tests/support/context.ts";
import { type TestDatabase, test } from "#tests/support/database.ts";
import { makeHalles } from "#tests/support/make-halles.ts";
import { makeViewer } from "#tests/support/make-viewer.ts";
import { serveMail } from "#tests/support/smtp-server.ts";

const publicAddress = "https://barometer.example.org";
const night = "2026-11-02T02:00:00Z";
const morning = "2026-11-02T07:30:00Z";
const company = [{ kind: "company", key: "company" }] as const;

async function mailed() {
  const server = await serveMail();
  const email = emailChannel({
    server: { host: "127.0.0.1", port: server.port, tls: "none", user: null, password: null },
    from: "Barometer <barometer@halles.example>",
    replyTo: null,
    bounces: null,
    perSecond: 1000,
  });
  onTestFinished(async () => {
    await email.close();
    await server.close();
  });
  const send = (database: TestDatabase, db: Db, at: string) =>
    sendNews(contextOf(database, db, at), {
      email,
      publicAddress,
      clock: () => new Date(at),
      wait: async () => {},
    });
  return { server, send };
}

/** A director, a manager and an administrator who have been there for long. */
async function people(owner: Db): Promise<Readonly<Record<string, number>>> {
  await makeHalles(owner);
  const make = (name: string, roles: Parameters<typeof makeViewer>[1]["roles"], scopes = company) =>
    makeViewer(owner, {
      email: `${name}@halles.example`,
      name,
      roles,
      scopes: roles[0] === "administrator" ? [] : scopes,
    });
  const ids = {
    director: await make("director", ["director"]),
    admin: await make("admin", ["administrator"]),
    moderator: await make("moderator", ["moderator"]),
  };
  await sql`update records.viewer set created_at = '2026-01-01'`.execute(owner);
  return ids;
}

/** The part of a mail that mail programs show, decoded. */
function htmlOf(raw: string): string {
  const part = raw.split(/^--/m).find((one) => /content-type: text\/html/i.test(one)) ?? "";
  const body = part.slice(part.indexOf("\r\n\r\n") + 4);
  if (/encoding: base64/i.test(part)) return Buffer.from(body, "base64").toString("utf8");
  const octets = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, two: string) => String.fromCharCode(Number.parseInt(two, 16)));
  return Buffer.from(octets, "latin1").toString("utf8");
}

test("the first night of a month writes once to everybody who wants it, and the worker sends it in the morning", async ({
  database,
  owner,
  worker,
}) => {
  const { director } = await people(owner);
  const { server, send } = await mailed();
  await writeMailChoice(owner, director ?? 0, { digest: "weekly", alerts: true, actions: true });
  for (const _ of [1, 2]) await digest.run(contextOf(database, worker, night));
  expect(await send(database, worker, night)).toBe(0);
  expect(await send(database, worker, morning)).toBe(2);
  expect(await send(database, worker, morning)).toBe(0);
  expect(server.taken.map(({ to }) => to).toSorted()).toEqual([
    "admin@halles.example",
    "director@halles.example",
  ]);
});

test("a mail is text and tables, with nothing to fetch, and says where to have fewer", async ({
  database,
  owner,
  worker,
}) => {
  await people(owner);
  const { server, send } = await mailed();
  await digest.run(contextOf(database, worker, night));
  await send(database, worker, morning);
  const mail = server.taken.find(({ to }) => to.startsWith("director"));
  const html = htmlOf(mail?.raw ?? "");
  expect(mail?.raw).toContain(`List-Unsubscribe: <${publicAddress}/account>`);
  expect(mail?.text).toContain("Résultats de «\u00a0Octobre 2026\u00a0»");
  expect(html).toContain("Résultats de «\u00a0Octobre 2026\u00a0»");
  expect(html).toContain('<th scope="row"');
  expect(html).not.toMatch(/<img|<script|<link|<style|src=|url\(|@import/i);
  const addresses = [...html.matchAll(/href="([^"]*)"/g)].map(([, to]) => to ?? "");
  expect(addresses.filter((to) => !to.startsWith(`${publicAddress}/`))).toEqual([]);
  // The two parts say the same figures.
  const shares = (text: string) => new Set(text.match(/\d+\u202f%/g));
  expect(shares(mail?.text ?? "")).toEqual(shares(html.replace(/style="[^"]*"/g, "")));
  const lines = (mail?.text ?? "").split("\n").filter((line) => !line.includes("https://"));
  expect(lines.filter((line) => line.length > 90)).toEqual([]);
});

test("what a mail says follows the rights its reader has when it leaves", async ({
  database,
  owner,
  worker,
}) => {
  const { director, admin } = await people(owner);
  const { server, send } = await mailed();
  const alert = { subject: "roll-up", population: null, details: {} };
  await noteAlerts(owner, { kind: "night", day: "2026-11-02", noticed: [alert] });
  await digest.run(contextOf(database, worker, night));
  await sql`update records.viewer set disabled_at = '2026-11-02' where id = ${director}`.execute(
    owner,
  );
  expect(await send(database, worker, morning)).toBe(2);
  expect(server.taken.map(({ to }) => to)).toEqual([
    "admin@halles.example",
    "admin@halles.example",
  ]);
  expect(server.taken.some(({ text }) => text.includes("roll-up"))).toBe(true);
  await writeMailChoice(owner, admin ?? 0, { digest: "never", alerts: false, actions: false });
  await digest.run(contextOf(database, worker, "2026-12-01T02:00:00Z"));
  expect(await send(database, worker, "2026-12-01T07:30:00Z")).toBe(0);
});

test("a mail server that is away is tried again; after three days it is no news", async ({
  database,
  owner,
  worker,
}) => {
  await people(owner);
  const { server, send } = await mailed();
  await digest.run(contextOf(database, worker, night));
  server.next = { at: "recipient", answer: "450 4.2.0 Later" };
  expect(await send(database, worker, morning)).toBe(1);
  expect(await send(database, worker, "2026-11-02T07:31:00Z")).toBe(0);
  expect(await send(database, worker, "2026-11-02T08:00:00Z")).toBe(1);
  await sql`update records.viewer_mail set state = 'waiting', sent_at = null`.execute(owner);
  expect(await send(database, worker, "2026-11-09T08:00:00Z")).toBe(0);
  expect(server.taken).toHaveLength(2);
});
