import { sql } from "kysely";
import { expect } from "vitest";
import { chooseMails, readMailForm } from "#app/services/mail-choice.server.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import type { SendingSettings } from "#app/settings.server.ts";
import type { Db } from "#db/client.server.ts";
import { writeAction } from "#db/records/actions.ts";
import { readViewer } from "#db/records/viewers.ts";
import { openChannels } from "#jobs/channels/index.ts";
import { remindOwners } from "#jobs/remind-owners.ts";
import { contextOf } from "#tests/support/context.ts";
import { type TestDatabase, test } from "#tests/support/database.ts";
import { makeHalles } from "#tests/support/make-halles.ts";
import { makeViewer } from "#tests/support/make-viewer.ts";
import { serveMail } from "#tests/support/smtp-server.ts";

const publicAddress = "https://barometre.halles.example";

test("an owner is reminded by mail once before the day and once after it, and no more once it is done", async ({
  database,
  owner,
  worker,
  web,
}) => {
  const { id, wanted, action, mail, remindOn, close } = await makeReminding({
    ...{ database, owner, worker, web },
  });
  expect(await remindOn("2026-12-01")).toBe(0);
  // The accounts of the demo company have no mailbox.
  await owner.updateTable("records.viewer").set({ demo: true }).where("id", "=", id).execute();
  expect(await remindOn("2026-12-08")).toBe(0);
  await owner.updateTable("records.viewer").set({ demo: false }).where("id", "=", id).execute();
  mail.next = { at: "recipient", answer: "450 4.2.1 later" };
  expect(await remindOn("2026-12-09")).toBe(0);
  expect(await remindOn("2026-12-10")).toBe(1);
  expect(await remindOn("2026-12-11")).toBe(0);
  expect(await remindOn("2026-12-16")).toBe(1);
  expect(mail.taken.map(({ to }) => to)).toEqual(["lead@halles.example", "lead@halles.example"]);
  const late = { ...wanted, id: action, state: "done", startedOn: "2026-12-01" } as const;
  await writeAction(web, id, { ...late, endedOn: "2026-12-17" }, new Date("2026-12-17T09:00:00Z"));
  expect(await remindOn("2026-12-18")).toBe(0);
  await close();
});

test("a reminder that could not be written is no reminder: the next minute writes it", async ({
  database,
  owner,
  worker,
  web,
}) => {
  const { mail, remindOn, close } = await makeReminding({ database, owner, worker, web });
  await sql`alter table records.viewer_scope rename to away`.execute(owner);
  expect(await remindOn("2026-12-10")).toBe(0);
  await sql`alter table records.away rename to viewer_scope`.execute(owner);
  expect(await remindOn("2026-12-10")).toBe(1);
  expect(await remindOn("2026-12-10")).toBe(0);
  expect(mail.taken).toHaveLength(1);
  await close();
});

test("who switches reminders off on their account gets none, and is told there where they are", async ({
  database,
  owner,
  worker,
  web,
}) => {
  const { id, mail, remindOn, close } = await makeReminding({ database, owner, worker, web });
  const viewer = await readViewer(owner, id, "2026-12-01");
  if (viewer === null) throw new Error("nobody is looking");
  const visit = { db: web, viewer, language: "en" } as unknown as ViewerVisit;
  const choose = async (entries: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(entries)) form.set(name, value);
    await chooseMails(visit, form);
    return (await readMailForm(visit))?.actions?.wanted;
  };
  expect(await choose({ digest: "never" })).toBe(false);
  expect(await remindOn("2026-12-10")).toBe(0);
  expect(await choose({ digest: "never", actions: "on" })).toBe(true);
  expect(await remindOn("2026-12-11")).toBe(1);
  expect(mail.taken[0]?.text.replace(/\s+/g, " ")).toContain(
    `To receive no more of them: ${publicAddress}/account`,
  );
  await close();
});

/** An action that is due on 15 December, its owner, and a mail server to remind them by. */
async function makeReminding({
  database,
  owner,
  worker,
  web,
}: {
  database: TestDatabase;
  owner: Db;
  worker: Db;
  web: Db;
}) {
  await makeHalles(owner);
  const id = await makeViewer(owner, {
    email: "lead@halles.example",
    language: "en",
    roles: ["manager"],
    scopes: [{ kind: "unit", key: "unit:south" }],
  });
  const wanted = {
    ...{ id: null, population: "unit:south-day", indicator: null, owner: id, onBoard: false },
    ...{ heard: { en: "We hear too late" }, doing: { en: "Ten minutes at every shift" } },
    ...({ dueOn: "2026-12-15", state: "planned", startedOn: null, endedOn: null } as const),
  };
  const action = await writeAction(web, id, wanted, new Date("2026-11-20T09:00:00Z"));
  const mail = await serveMail();
  const settings: SendingSettings = {
    publicAddress,
    mail: {
      ...{ host: "127.0.0.1", port: mail.port, tls: "none", user: null, passwordFile: null },
      ...{ caFiles: [], from: "barometre@halles.example", replyTo: null, bounces: null },
      perSecond: 50,
    },
    smsFile: null,
  };
  const [email] = openChannels(settings, fetch);
  const remindOn = (day: string) => {
    const clock = () => new Date(`${day}T09:00:00Z`);
    const context = contextOf(database, worker, `${day}T09:00:00Z`);
    return remindOwners(context, { email: email ?? null, publicAddress, clock });
  };
  return {
    ...{ id, wanted, action, mail, remindOn },
    close: async () => {
      await email?.close();
      await mail.close();
    },
  };
}
