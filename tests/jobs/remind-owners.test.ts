import { expect } from "vitest";
import type { SendingSettings } from "#app/settings.server.ts";
import { writeAction } from "#db/records/actions.ts";
import { openChannels } from "#jobs/channels/index.ts";
import { remindOwners } from "#jobs/remind-owners.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
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
  await email?.close();
  await mail.close();
});
