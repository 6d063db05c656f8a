import { afterEach, describe, expect, test } from "vitest";
import type { ActivityRecord, CanonicalRecord } from "#app/model/canonical.ts";
import type { SimulatedNetwork } from "#fixtures/loopback.ts";
import { canary } from "#fixtures/recording.ts";
import { workplacePostId } from "#fixtures/workplace/wire.ts";
import { serveWorkplace, type WorkplaceServerOptions } from "#fixtures/workplace-server.ts";
import type { WorldAct } from "#fixtures/world.ts";
import { doorsWith } from "#jobs/connectors/http.ts";
import { workplace } from "#jobs/connectors/workplace.ts";
import { plantWeek, plantWorld } from "#tests/support/plant-world.ts";

const token = "plant-token-3c1e";
const plant = plantWorld(120);
const bots = new Set(plant.members.flatMap(({ id, kind }) => (kind === "bot" ? [id] : [])));
const elsewhere = new Set(
  plant.members
    .filter(
      ({ kind, deactivatedAt = "9999" }) => kind === "guest" || deactivatedAt < plantWeek.from,
    )
    .map(({ id }) => id),
);
const servers: SimulatedNetwork[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

interface Night {
  readonly from?: string;
  readonly to?: string;
  readonly cursor?: string | null;
  readonly stopAfter?: number;
  readonly secret?: string;
  readonly waits?: number[];
}

async function open(options: Partial<WorkplaceServerOptions> = {}): Promise<SimulatedNetwork> {
  const server = await serveWorkplace(plant, { token, ...options });
  servers.push(server);
  return server;
}

async function read(url: string, night: Night = {}): Promise<CanonicalRecord[]> {
  const { from = plantWeek.from, to = plantWeek.to, cursor = null, secret = "" } = night;
  const source = {
    settings: { url, token, secret, conversations: "yes" },
    from: new Date(from),
    to: new Date(to),
    cursor,
    timeZone: "Europe/Paris",
    ...doorsWith({ sleep: async (milliseconds) => void night.waits?.push(milliseconds) }),
  };
  const records: CanonicalRecord[] = [];
  for await (const record of workplace.live?.pull(source) ?? []) {
    records.push(record);
    if (records.length >= (night.stopAfter ?? Infinity)) break;
  }
  return records;
}

/** What happened at the plant, told from the plant: what stands at a moment, in the Graph's ids. */
function happened(from: string, to: string, now = "9999"): ActivityRecord[] {
  const stands = ({ at, deletedAt }: WorldAct) => at <= now && !(deletedAt && deletedAt <= now);
  const posts = new Map(
    plant.acts.filter((act) => act.verb === "post" && stands(act)).map((act) => [act.id, act]),
  );
  return (
    plant.acts
      .filter((act) => stands(act) && !bots.has(act.member))
      // Whose Work Chat is not of this company, or ended before the week, is not asked for.
      .filter(({ verb, member }) => verb !== "message" || !elsewhere.has(member))
      .flatMap((act): ActivityRecord[] => {
        const post = posts.get(act.about ?? act.id);
        if (act.verb !== "message" && post === undefined) return [];
        // A reaction has no time of its own, and the author has of course seen what they wrote.
        const at = act.verb === "react" ? (post?.at ?? "") : act.at;
        if (at < from || at >= to || (act.verb === "view" && act.member === post?.member))
          return [];
        const root = post === undefined ? null : workplacePostId(post);
        const ids = {
          post: root,
          react: `${root}/${act.member}`,
          view: `${root}/seen/${act.member}`,
        } as Record<string, string | null>;
        const isPost = act.verb === "post" || act.verb === "message";
        return [
          {
            type: "activity",
            id: ids[act.verb] ?? act.id,
            verb: act.verb,
            member: act.member,
            group: act.group,
            root: isPost ? null : root,
            target: isPost ? null : (post?.member ?? null),
            isQuestion: act.isQuestion ?? false,
            at: new Date(at).toISOString(),
            withdrawnAt: null,
          },
        ];
      })
  );
}

const acts = (records: readonly CanonicalRecord[]) =>
  records
    .filter((record) => record.type === "activity")
    .toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
const sorted = (expected: ActivityRecord[]) => acts(expected);
const facts = (records: readonly CanonicalRecord[]) =>
  [
    ...new Set(
      records
        .filter(({ type }) => type !== "progress" && type !== "cursor")
        .map((one) => JSON.stringify(one)),
    ),
  ].toSorted();

describe("a plant's Workplace, over HTTP", () => {
  test("gives exactly what happened there, and no word of it", async () => {
    const { url } = await open();
    const records = await read(url);
    const expected = sorted(happened(plantWeek.from, plantWeek.to));
    expect(expected.length).toBeGreaterThan(1000);
    expect(acts(records)).toEqual(expected);
    expect(JSON.stringify(records)).not.toContain(canary);
  });

  test("knows who left, who is of another company, and who is in which group", async () => {
    const { url } = await open({ now: () => plantWeek.to });
    const records = await read(url);
    const members = records.filter((record) => record.type === "member");
    expect(members.filter(({ kind }) => kind === "guest")).toHaveLength(3);
    expect(members.filter(({ active }) => !active)).toEqual([
      expect.objectContaining({ id: "5012", active: false, endedAt: "2026-10-24T00:00:00.000Z" }),
      // Somebody answered what an integration wrote: nothing else is known of it.
      { type: "member", id: "5120", email: null, kind: "person", active: false },
    ]);
    const memberships = records.filter(({ type }) => type === "membership").length;
    expect(memberships).toBe(plant.groups.flatMap(({ members: inIt }) => inIt).length);
    const groups = records.filter((record) => record.type === "group");
    expect(
      groups.filter(({ name }) => name !== null).every(({ privacy }) => privacy === "open"),
    ).toBe(true);
  });

  test.each([
    ["pages of three", { most: 3 }],
    ["a Graph that is asked too often, in each of its words", { busyEvery: 4 }],
  ])("%s give the same", async (_, options) => {
    const { url } = await open(options);
    const waits: number[] = [];
    expect(acts(await read(url, { waits }))).toEqual(
      sorted(happened(plantWeek.from, plantWeek.to)),
    );
    // The Graph does not say how long: a minute, as Meta's own scripts wait.
    expect(new Set(waits)).toEqual(new Set("busyEvery" in options ? [60_000] : []));
  });

  test("the night after tells what is new, and no longer what was deleted", async () => {
    let now = "2026-11-05T02:00:00.000Z";
    const { url } = await open({ now: () => now });
    const first = await read(url, { to: now });
    expect(acts(first)).toEqual(sorted(happened(plantWeek.from, now, now)));
    const from = "2026-11-03T02:00:00.000Z";
    now = plantWeek.to;
    const second = await read(url, { from });
    expect(acts(second)).toEqual(sorted(happened(from, now, now)));
    const told = new Set(acts(second).map(({ id }) => id));
    const gone = acts(first).filter(({ at, id }) => at >= from && !told.has(id));
    expect(gone.length).toBeGreaterThan(5);
  });

  test("an interrupted night takes up where it stopped, and ends with the same", async () => {
    const { url } = await open();
    const whole = await read(url);
    for (let stopAfter = 500; stopAfter < whole.length; stopAfter += 900) {
      const before = await read(url, { stopAfter });
      const last = before.findLastIndex(({ type }) => type === "cursor");
      const bookmark = before[last];
      const cursor = bookmark?.type === "cursor" ? bookmark.value : null;
      const after = await read(url, { cursor });
      expect(facts([...before.slice(0, last + 1), ...after])).toEqual(facts(whole));
    }
  });

  test("proves that it knows the application's secret, where that is demanded", async () => {
    const clock = () => Date.now();
    const { url } = await open({ proof: { secret: "app-secret", clock } });
    await expect(read(url)).rejects.toThrow("appsecret_proof");
    const records = await read(url, { secret: "app-secret" });
    expect(acts(records)).toEqual(sorted(happened(plantWeek.from, plantWeek.to)));
  });

  test("a token that is no longer good is said so, although the Graph says 400", async () => {
    const { url } = await open({ token: "another" });
    await expect(read(url)).rejects.toMatchObject({ trouble: "unauthorised", status: 400 });
    await expect(read(url)).rejects.not.toThrow(token);
  });
});
