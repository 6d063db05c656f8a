import { expect, onTestFinished, test } from "vitest";
import type { CanonicalRecord } from "#app/model/canonical.ts";
import { canary } from "#fixtures/recording.ts";
import type { World, WorldAct } from "#fixtures/world.ts";
import { serveZoom, type ZoomServerOptions, zoomId } from "#fixtures/zoom-server.ts";
import type { RightFound } from "#jobs/connectors/connector.ts";
import { doorsWith } from "#jobs/connectors/http.ts";
import { zoom } from "#jobs/connectors/zoom.ts";
import { busyWorld, week } from "#tests/support/busy-world.ts";
import { facts, lastCursor } from "#tests/support/told.ts";

const application = { accountId: "plant", clientId: "barometer", clientSecret: "plant-secret" };
/** Everybody of a team meets on three days of the week; some are in two meetings. */
const meetings = busyWorld.groups.flatMap(({ id: group, members }, number) =>
  [0, 2, 4].flatMap((day) => {
    const at = new Date(week.from.getTime() + (day * 24 + 9 + number) * 3600_000).toISOString();
    const about = `meeting ${group} ${day}`;
    return members.slice(0, 40).map(
      (member): WorldAct => ({
        id: `${about} ${member}`,
        verb: "meet",
        member,
        group: null,
        about,
        at,
      }),
    );
  }),
);
const world: World = { ...busyWorld, acts: [...busyWorld.acts, ...meetings] };

test("a plant's Zoom, over HTTP, gives who wrote how much and who held meetings, day by day", async () => {
  const records = await night();
  expect(tallied(records, "message")).toEqual(
    counted((act) => ["message", "post", "comment"].includes(act.verb)),
  );
  const hosts = new Set<string | null>();
  const isFirst = ({ verb, about }: WorldAct) => {
    if (verb !== "meet" || hosts.has(about)) return false;
    hosts.add(about);
    return true;
  };
  expect(tallied(records, "meet")).toEqual(counted(isFirst));
  const members = records.filter((record) => record.type === "member");
  expect(members.map(({ id, email }) => [id, email])).toEqual(
    world.members.flatMap(({ id, email, kind }) => (kind === "bot" ? [] : [[zoomId(id), email]])),
  );
  expect(JSON.stringify(records)).not.toContain(canary);
});

test("asked for participants, it counts each meeting once for everybody who was in it", async () => {
  const records = await night({}, { settings: { meetings: "participants" } });
  expect(tallied(records, "meet")).toEqual(counted(({ verb }) => verb === "meet"));
});

test.each<[string, Partial<ZoomServerOptions>]>([
  ["gives few at a time", { pageSize: 7 }],
  ["is often busy", { busyEvery: 4 }],
  ["forgets its token again and again", { tokenLasts: 3 }],
])("an account that %s gives the same", async (_, manners) => {
  expect(facts(await night(manners))).toEqual(facts(await night()));
});

test("an interrupted night takes up at the day where it stopped, and ends with the same", async () => {
  const whole = await night();
  for (const stopAfter of [150, 400, 700]) {
    const before = await night({}, { stopAfter });
    const committed = before.slice(0, before.findLastIndex(({ type }) => type === "cursor") + 1);
    const after = await night({}, { cursor: lastCursor(committed) });
    expect(facts([...committed, ...after])).toEqual(facts(whole));
  }
});

test("without the right to the chat totals, the meetings are read and the scope is named", async () => {
  const scope = "dashboard:read:chat:admin";
  const without = [{ path: "/metrics/chat", scope }];
  const records = await night({ without });
  expect(tallied(records, "message")).toEqual({});
  expect(Object.keys(tallied(records, "meet")).length).toBeGreaterThan(10);
  expect(records.filter(({ type }) => type === "refusal")).toEqual([
    { type: "refusal", where: "Team Chat", reason: expect.stringContaining(scope) },
  ]);
  const held = Object.fromEntries(
    (await rightsFound({ without })).map((one) => [one.right, one.held]),
  );
  expect(held).toMatchObject({
    "user:read:list_users:admin": true,
    "dashboard:read:chat:admin": false,
    "report:read:list_users:admin": true,
  });
});

test("a wrong secret is refused in words a person can act on, without telling it", async () => {
  const refused = night({ clientSecret: "another" });
  await expect(refused).rejects.toMatchObject({ trouble: "unauthorised" });
  await expect(refused).rejects.not.toThrow(/plant-secret/);
});

interface Night {
  readonly cursor?: string | null;
  readonly stopAfter?: number;
  readonly settings?: Readonly<Record<string, string>>;
}

async function sourceFor(manners: Partial<ZoomServerOptions>, given: Night) {
  const server = await serveZoom(world, { ...application, ...manners });
  onTestFinished(() => server.close());
  const { url } = server;
  return {
    settings: {
      ...application,
      url: `${url}/v2`,
      signInUrl: `${url}/oauth/token`,
      ...given.settings,
    },
    ...week,
    cursor: given.cursor ?? null,
    timeZone: "Europe/Paris",
    ...doorsWith({ sleep: async () => {} }),
  };
}

async function night(
  manners: Partial<ZoomServerOptions> = {},
  given: Night = {},
): Promise<CanonicalRecord[]> {
  const records: CanonicalRecord[] = [];
  for await (const record of zoom.live?.pull(await sourceFor(manners, given)) ?? []) {
    records.push(record);
    if (records.length >= (given.stopAfter ?? Infinity)) break;
  }
  return records;
}

async function rightsFound(manners: Partial<ZoomServerOptions>): Promise<RightFound[]> {
  const found: RightFound[] = [];
  for await (const one of zoom.live?.check(await sourceFor(manners, {})) ?? []) found.push(one);
  return found;
}

function tallied(records: readonly CanonicalRecord[], verb: string): Record<string, number> {
  return Object.fromEntries(
    records.flatMap((record) =>
      record.type === "count" && record.verb === verb
        ? [[`${record.member} ${record.day}`, record.n]]
        : [],
    ),
  );
}

/** What happened in the week, by person and day. */
function counted(wanted: (act: WorldAct) => boolean): Record<string, number> {
  const totals: Record<string, number> = {};
  for (const act of world.acts) {
    const at = Date.parse(act.at);
    if (at < week.from.getTime() || at >= week.to.getTime() || !wanted(act)) continue;
    const key = `${zoomId(act.member)} ${act.at.slice(0, 10)}`;
    totals[key] = (totals[key] ?? 0) + 1;
  }
  return totals;
}
