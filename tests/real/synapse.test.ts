import { beforeAll, describe, expect, test } from "vitest";
import type { ActivityRecord, CanonicalRecord } from "#app/model/canonical.ts";
import { canary } from "#fixtures/recording.ts";
import { doorsWith } from "#jobs/connectors/http.ts";
import { matrix } from "#jobs/connectors/matrix.ts";
import { synapse } from "#tests/setup/synapse.ts";
import { type Account, accountsOn } from "#tests/support/synapse.ts";

if (synapse === null) console.warn("Skipped: SYNAPSE names no Matrix server to be read for real.");

const MESSAGES = 700;
type Told = Partial<ActivityRecord> & Pick<ActivityRecord, "id" | "verb" | "member">;

/** A plant that talks on a real server, and what was done there, in order. */
interface Plant {
  readonly reader: Account;
  readonly rooms: Readonly<Record<"open" | "closed" | "secret", string>>;
  readonly first: readonly Told[];
  /** The next day: what is done then, and which acts of the first are withdrawn. */
  goOn(): Promise<{ readonly second: readonly Told[]; readonly withdrawn: readonly string[] }>;
}

async function read(
  { reader }: Plant,
  window: { readonly from: Date; readonly to: Date },
  cursor: string | null = null,
): Promise<readonly CanonicalRecord[]> {
  const records: CanonicalRecord[] = [];
  const source = {
    settings: { url: synapse?.address ?? "", token: reader.token },
    ...{ ...window, cursor, timeZone: "Europe/Paris", ...doorsWith({ perSecond: null }) },
  };
  for await (const record of matrix.live?.pull(source) ?? []) records.push(record);
  return records;
}

const acts = (records: readonly CanonicalRecord[]) =>
  records.filter((record): record is ActivityRecord => record.type === "activity");
const byId = <One extends { readonly id: string }>(list: readonly One[]) =>
  list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const start = new Date(Date.now() - 60_000);
const end = new Date(Date.now() + 3600_000);

describe.skipIf(synapse === null)("a real Synapse", () => {
  let plant: Plant;
  let next: Awaited<ReturnType<Plant["goOn"]>>;
  let between: Date;
  let firstNight: readonly CanonicalRecord[];
  let secondNight: readonly CanonicalRecord[];
  beforeAll(async () => {
    if (synapse === null) return;
    const run = Date.now().toString(36);
    const account = accountsOn(synapse);
    const [reader, ada, bruno, chloe, dina] = (await Promise.all(
      ["reader", "ada", "bruno", "chloe", "dina"].map((name) => account(`${name}-${run}`)),
    )) as [Account, Account, Account, Account, Account];
    plant = await liveThrough(run, { reader, ada, bruno, chloe, dina });
    await pause();
    between = new Date();
    firstNight = await read(plant, { from: start, to: between });
    await pause();
    next = await plant.goOn();
    const cursor = firstNight.findLast((record) => record.type === "cursor");
    secondNight = await read(
      plant,
      { from: start, to: end },
      cursor?.type === "cursor" ? cursor.value : null,
    );
  });

  test("tells rooms for what they are, and those who are in them", async () => {
    const { rooms } = plant;
    const whole = await read(plant, { from: start, to: end });
    const groups = whole.filter((record) => record.type === "group");
    expect(groups.map(({ id, privacy, name }) => [id, privacy, name]).toSorted()).toEqual(
      [
        [rooms.open, "open", expect.stringMatching(/^Annonces/)],
        [rooms.closed, "closed", null],
        [rooms.secret, "secret", null],
      ].toSorted(),
    );
    const memberships = whole.filter((record) => record.type === "membership");
    const count = (room: string) => memberships.filter(({ group }) => group === room).length;
    expect([rooms.open, rooms.closed, rooms.secret].map(count)).toEqual([4, 3, 3]);
    expect(whole.filter(({ type }) => type === "refusal")).toEqual([
      expect.objectContaining({ reason: expect.stringMatching(/not read: 1;/) }),
    ]);
    expect(JSON.stringify(whole)).not.toContain(canary);
  });

  test("gives all that was done in a first night, and nothing that was not", () => {
    const until = ({ at }: ActivityRecord) => at < between.toISOString();
    expect(acts(firstNight).every(until)).toBe(true);
    expect(byId(acts(firstNight)).map(bare)).toEqual(byId(plant.first).map(bare));
  });

  test("gives in the second what is new, and what was withdrawn since", () => {
    const before = new Set(plant.first.map(({ id }) => id));
    const fresh = acts(secondNight).filter(({ id }) => !before.has(id));
    expect(byId(fresh).map(bare)).toEqual(byId(next.second).map(bare));
    const gone = acts(secondNight).filter((act) => before.has(act.id) && act.withdrawnAt !== null);
    expect(gone.map(({ id }) => id)).toEqual(expect.arrayContaining([...next.withdrawn]));
  });

  test("gives the same when everything is read at once", async () => {
    const whole = acts(await read(plant, { from: start, to: end }));
    const all = [...plant.first, ...next.second];
    expect(byId(whole).map(({ id }) => id)).toEqual(byId(all).map(({ id }) => id));
    const gone = whole.filter(({ withdrawnAt }) => withdrawnAt !== null).map(({ id }) => id);
    expect(gone).toEqual(expect.arrayContaining([...next.withdrawn]));
  });

  test("tells its account what it may see, and one that is nobody's that it may not", async () => {
    const look = async (token: string) => {
      const found = [];
      const settings = { url: synapse?.address ?? "", token };
      const source = { settings, from: start, to: end, cursor: null, timeZone: "Europe/Paris" };
      const doors = doorsWith({ perSecond: null });
      for await (const one of matrix.live?.check({ ...source, ...doors }) ?? []) found.push(one);
      return found;
    };
    expect((await look(plant.reader.token)).map(({ held }) => held)).toEqual([true, true, true]);
    await expect(look("syt_nobody")).rejects.toMatchObject({ trouble: "unauthorised" });
  });
});

/** What can be known beforehand: the server alone knows its clock to the millisecond. */
function bare(act: Told) {
  const { id, verb, member, group = null, root = null, target = null, isQuestion = false } = act;
  return { id, verb, member, group, root, target, isQuestion };
}

async function liveThrough(
  run: string,
  people: Readonly<Record<"reader" | "ada" | "bruno" | "chloe" | "dina", Account>>,
): Promise<Plant> {
  const { reader, ada, bruno, chloe, dina } = people;
  const first: Told[] = [];
  const second: Told[] = [];
  const by = (one: Account, verb: Told["verb"], group: string | null, id: string, about = {}) => ({
    ...{ id, verb, member: one.id, group },
    ...about,
  });
  /** The server's own event of somebody's coming or going. */
  const movement = async (room: string, one: Account): Promise<string> => {
    const state = `/_matrix/client/v3/rooms/${encodeURIComponent(room)}/state`;
    const events = await ada.ask<{ type: string; state_key: string; event_id: string }[]>(
      "GET",
      state,
    );
    const found = events.find(
      (event) => event.type === "m.room.member" && event.state_key === one.id,
    );
    return found?.event_id ?? "";
  };

  const open = await ada.make({
    preset: "public_chat",
    visibility: "public",
    name: `Annonces ${run}`,
    topic: canary,
    room_alias_name: `annonces-${run}`,
  });
  // By invitation only, Synapse does not list it, whatever is asked.
  const knock = { type: "m.room.join_rules", state_key: "", content: { join_rule: "knock" } };
  const closed = await ada.make({ preset: "private_chat", initial_state: [knock], name: canary });
  const secret = await ada.make({ preset: "private_chat", name: canary, topic: canary });
  const direct = await chloe.make({
    preset: "trusted_private_chat",
    is_direct: true,
    invite: [reader.id],
  });
  const hidden = await ada.make({ preset: "private_chat", name: canary });
  const space = await ada.make({
    preset: "private_chat",
    name: canary,
    creation_content: { type: "m.space" },
    invite: [reader.id],
  });
  for (const child of [open, hidden]) {
    const path = `/_matrix/client/v3/rooms/${encodeURIComponent(space)}/state/m.space.child/${encodeURIComponent(child)}`;
    await ada.ask("PUT", path, { via: ["plant.example"] });
  }
  for (const room of [open, closed, secret])
    first.push(by(ada, "join", room, await movement(room, ada)));
  for (const room of [closed, secret]) {
    const invite = `/_matrix/client/v3/rooms/${encodeURIComponent(room)}/invite`;
    for (const { id } of [reader, bruno, chloe]) await ada.ask("POST", invite, { user_id: id });
  }
  for (const room of [open, closed, secret, direct, space]) await reader.enter(room);
  const rooms = [open, closed, secret];
  for (const room of rooms) {
    for (const one of [bruno, chloe]) {
      await one.enter(room);
      first.push(by(one, "join", room, await movement(room, one)));
    }
  }
  await dina.enter(open);
  first.push(by(dina, "join", open, await movement(open, dina)));

  // More than one page of history, from four people, with a question in each hundred.
  const authors = [ada, bruno, chloe, dina] as const;
  let last = "";
  for (let number = 0; number < MESSAGES; number += 1) {
    const author = authors[number % authors.length] ?? ada;
    const isQuestion = number % 100 === 0;
    last = await author.write(open, isQuestion ? `${canary} ?` : canary);
    first.push(by(author, "post", open, last, { isQuestion }));
  }
  const news = await ada.write(open, canary);
  first.push(by(ada, "post", open, news));
  const inThread = { rel_type: "m.thread", event_id: news };
  const answer = await bruno.write(open, `${canary}?`, inThread);
  const toAda = { root: news, target: ada.id };
  first.push(by(bruno, "comment", open, answer, { ...toAda, isQuestion: true }));
  const deeper = { ...inThread, is_falling_back: true, "m.in_reply_to": { event_id: answer } };
  first.push(by(chloe, "comment", open, await chloe.write(open, canary, deeper), toAda));
  const reply = await dina.write(open, canary, { "m.in_reply_to": { event_id: news } });
  first.push(by(dina, "comment", open, reply, toAda));
  first.push(by(chloe, "react", open, await chloe.react(open, news), toAda));
  first.push(
    by(ada, "react", open, await ada.react(open, answer), { root: news, target: bruno.id }),
  );
  await ada.send(open, "m.room.message", {
    msgtype: "m.text",
    body: `* ${canary}`,
    "m.new_content": { msgtype: "m.text", body: canary },
    "m.relates_to": { rel_type: "m.replace", event_id: news },
  });
  await dina.send(open, "m.room.message", { msgtype: "m.notice", body: canary });
  await dina.ask("PUT", `/_matrix/client/v3/profile/${encodeURIComponent(dina.id)}/displayname`, {
    displayname: canary,
  });
  // What is withdrawn loses its words and what it answered; who and when stay.
  const regretted = await bruno.write(open, canary);
  await bruno.withdraw(open, regretted);
  first.push(by(bruno, "post", open, regretted));

  const poll = await ada.send(closed, "org.matrix.msc3381.poll.start", {
    "org.matrix.msc3381.poll.start": {
      question: { "org.matrix.msc1767.text": canary },
      answers: [
        { id: "a", "org.matrix.msc1767.text": canary },
        { id: "b", "org.matrix.msc1767.text": canary },
      ],
    },
  });
  first.push(by(ada, "post", closed, poll, { isQuestion: true }));
  const vote = (choice: string) => ({
    "m.relates_to": { rel_type: "m.reference", event_id: poll },
    "org.matrix.msc3381.poll.response": { answers: [choice] },
  });
  const about = { root: poll, target: ada.id };
  for (const choice of ["a", "b"]) {
    const voted = await bruno.send(closed, "org.matrix.msc3381.poll.response", vote(choice));
    first.push(by(bruno, "vote", closed, voted, about));
  }
  const cipher = { algorithm: "m.megolm.v1.aes-sha2", ciphertext: canary, session_id: "s" };
  const hush = await chloe.send(secret, "m.room.encrypted", cipher);
  first.push(by(chloe, "post", secret, hush));
  const whispered = await ada.send(secret, "m.room.encrypted", {
    ...cipher,
    "m.relates_to": { "m.in_reply_to": { event_id: hush } },
  });
  first.push(by(ada, "comment", secret, whispered, { root: hush, target: chloe.id }));
  const private_ = await chloe.write(direct, canary);
  first.push(by(chloe, "message", null, private_));
  await chloe.react(direct, private_);

  const kick = `/_matrix/client/v3/rooms/${encodeURIComponent(open)}/leave`;
  await dina.ask("POST", kick, {});
  first.push(by(dina, "leave", open, await movement(open, dina)));
  await dina.enter(open);
  first.push(by(dina, "join", open, await movement(open, dina)));
  const receipt = (room: string, kind: string, event: string) =>
    `/_matrix/client/v3/rooms/${encodeURIComponent(room)}/receipt/${kind}/${encodeURIComponent(event)}`;
  await chloe.ask("POST", receipt(open, "m.read", news), {});
  await bruno.ask("POST", receipt(open, "m.read.private", news), {});
  first.push(by(chloe, "view", open, `${news}/${chloe.id}`, toAda));

  const goOn: Plant["goOn"] = async () => {
    const later = await ada.write(open, canary, { "m.in_reply_to": { event_id: reply } });
    // What it answers was told the day before: whose that was is found where it is stored.
    second.push(by(ada, "comment", open, later, { root: reply }));
    await ada.withdraw(open, last);
    await dina.withdraw(open, reply);
    const upgrade = `/_matrix/client/v3/rooms/${encodeURIComponent(closed)}/upgrade`;
    const { replacement_room: newer } = await ada.ask<{ replacement_room: string }>(
      "POST",
      upgrade,
      {
        new_version: "11",
      },
    );
    const invite = `/_matrix/client/v3/rooms/${encodeURIComponent(newer)}/invite`;
    for (const one of [reader, bruno, chloe]) {
      await ada.ask("POST", invite, { user_id: one.id });
      await one.enter(newer);
    }
    second.push(by(bruno, "post", closed, await bruno.write(newer, canary)));
    return { second, withdrawn: [last, reply] };
  };
  return { reader, rooms: { open, closed, secret }, first, goOn };
}

/** Long enough for two moments not to be the same. */
function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done, 50));
}
