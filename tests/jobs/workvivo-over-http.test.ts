import { afterEach, describe, expect, test } from "vitest";
import type { ActivityRecord, CanonicalRecord } from "#app/model/canonical.ts";
import type { SimulatedNetwork } from "#fixtures/loopback.ts";
import { canary } from "#fixtures/recording.ts";
import { workvivoKind } from "#fixtures/workvivo/wire.ts";
import { serveWorkvivo, type WorkvivoServerOptions } from "#fixtures/workvivo-server.ts";
import type { WorldAct } from "#fixtures/world.ts";
import { doorsWith } from "#jobs/connectors/http.ts";
import { workvivo } from "#jobs/connectors/workvivo.ts";
import { plantWeek, plantWorld } from "#tests/support/plant-world.ts";

const keys = { token: "77|plant-token", organisation: "3000001" };
const plant = plantWorld(120);
const bots = new Set(plant.members.flatMap(({ id, kind }) => (kind === "bot" ? [id] : [])));
const servers: SimulatedNetwork[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function open(options: Partial<WorkvivoServerOptions> = {}): Promise<SimulatedNetwork> {
  const server = await serveWorkvivo(plant, { ...keys, ...options });
  servers.push(server);
  return server;
}

interface Night {
  readonly from?: string;
  readonly to?: string;
  readonly settings?: Readonly<Record<string, string>>;
  readonly waits?: number[];
}

function sourceOf(url: string, { from, to, settings, waits }: Night) {
  return {
    settings: { url, ...keys, ...settings },
    from: new Date(from ?? plantWeek.from),
    to: new Date(to ?? plantWeek.to),
    cursor: null,
    timeZone: "Europe/Paris",
    ...doorsWith({ sleep: async (milliseconds) => void waits?.push(milliseconds) }),
  };
}

async function gathered<One>(items: AsyncIterable<One> | readonly One[]): Promise<One[]> {
  const all: One[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function read(url: string, night: Night = {}): Promise<CanonicalRecord[]> {
  return gathered(workvivo.live?.pull(sourceOf(url, night)) ?? []);
}

async function look(url: string, settings = {}) {
  const found = await gathered(workvivo.live?.check(sourceOf(url, { settings })) ?? []);
  return Object.fromEntries(found.map(({ right, held, note }) => [right, { held, note }]));
}

/** What happened at the plant, told from the plant: what stands at a moment, in Workvivo's ids. */
function happened(from: string, to: string, now = "9999"): ActivityRecord[] {
  const stands = ({ at, deletedAt }: WorldAct) => at <= now && !(deletedAt && deletedAt <= now);
  const posts = new Map(
    plant.acts
      .filter((act) => act.verb === "post" && stands(act) && !bots.has(act.member))
      .map((act) => [act.id, act]),
  );
  return plant.acts.filter(stands).flatMap((act): ActivityRecord[] => {
    const post = posts.get(act.about ?? act.id);
    if (post === undefined || act.at < from || act.at >= to) return [];
    const root = `${workvivoKind(post)}/${post.id}`;
    const ids = {
      post: root,
      comment: `${root}/comments/${act.id}`,
      react: `${root}/likes/${act.member}`,
    };
    const id = (ids as Record<string, string>)[act.verb];
    if (id === undefined) return [];
    const isPost = act.verb === "post";
    return [
      {
        type: "activity",
        id,
        verb: act.verb,
        member: act.member,
        group: act.group,
        root: isPost ? null : root,
        target: isPost ? null : post.member,
        isQuestion: act.isQuestion ?? false,
        at: act.at,
        withdrawnAt: null,
      },
    ];
  });
}

const acts = (records: readonly CanonicalRecord[]) =>
  records
    .filter((record) => record.type === "activity")
    .toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

describe("a plant's Workvivo, over HTTP", () => {
  test("gives exactly what happened there, and no word of it", async () => {
    const { url } = await open();
    const records = await read(url);
    const expected = acts(happened(plantWeek.from, plantWeek.to));
    expect(expected.length).toBeGreaterThan(400);
    expect(acts(records)).toEqual(expected);
    expect(JSON.stringify(records)).not.toContain(canary);
    const memberships = records.filter(({ type }) => type === "membership").length;
    expect(memberships).toBe(plant.groups.flatMap(({ members }) => members).length);
    const groups = records.filter((record) => record.type === "group");
    expect(groups.map(({ privacy }) => privacy)).toEqual(
      plant.groups.map(({ privacy }) => privacy),
    );
  });

  test.each([
    ["pages of seven", { most: 7 }],
    ["a server that is often busy", { busyEvery: 5 }],
  ])("%s give the same", async (_, options) => {
    const { url } = await open(options);
    const waits: number[] = [];
    expect(acts(await read(url, { waits }))).toEqual(acts(happened(plantWeek.from, plantWeek.to)));
    expect(new Set(waits)).toEqual(new Set("busyEvery" in options ? [3000] : []));
  });

  test("the night after tells what is new, and no longer what was deleted", async () => {
    let now = "2026-11-05T02:00:00.000Z";
    const { url } = await open({ now: () => now });
    const first = await read(url, { to: now });
    expect(acts(first)).toEqual(acts(happened(plantWeek.from, now, now)));
    const from = "2026-11-03T02:00:00.000Z";
    now = plantWeek.to;
    const second = acts(await read(url, { from }));
    expect(second).toEqual(acts(happened(from, now, now)));
    const told = new Set(second.map(({ id }) => id));
    expect(acts(first).filter(({ at, id }) => at >= from && !told.has(id)).length).toBeGreaterThan(
      3,
    );
  });

  test("a look says which path answers, and that hidden spaces are seen", async () => {
    const { url } = await open();
    expect(await look(url)).toMatchObject({
      "users.*.read": { held: true, note: "/users answers" },
      "spaces.hidden.read": { held: true },
      "comments.*.read": { held: true },
    });
    const wrong = await look(url, { paths: "kudos = /shoutouts, likes = none" });
    expect(wrong["kudos.*.read"]).toEqual({
      held: null,
      note: "there is nothing at /shoutouts: correct it in the setting “paths”",
    });
    expect(wrong["likes.*.read"]).toEqual({ held: null, note: "not asked for" });
  });

  test("without the scope for hidden spaces it is said that rates are wrong", async () => {
    const { url } = await open({ hidden: false });
    const found = await look(url);
    expect(found["spaces.hidden.read"]?.held).toBe(null);
    expect(found["spaces.hidden.read"]?.note).toContain("rates are wrong");
    const records = await read(url);
    expect(records.some((record) => record.type === "group" && record.privacy === "secret")).toBe(
      false,
    );
    expect(acts(records).length).toBeGreaterThan(100);
  });

  test("a path that is not there is a refusal, and stops nothing else", async () => {
    const { url } = await open();
    const records = await read(url, { settings: { paths: "articles = /stories, sites = /s" } });
    const refused = records.filter((record) => record.type === "refusal").map(({ where }) => where);
    expect(refused).toEqual(['setting "paths", entry 2', "articles"]);
    const expected = happened(plantWeek.from, plantWeek.to).filter(({ id }) =>
      id.startsWith("updates/"),
    );
    expect(acts(records)).toEqual(acts(expected));
  });
});
