import { expect, onTestFinished, test } from "vitest";
import type { ActivityRecord, CanonicalRecord, Verb } from "#app/model/canonical.ts";
import { canary } from "#fixtures/recording.ts";
import { numbersOf } from "#fixtures/viva-engage/yammer.ts";
import { serveVivaEngage, type VivaEngageServerOptions } from "#fixtures/viva-engage-server.ts";
import type { World, WorldAct } from "#fixtures/world.ts";
import { doorsWith } from "#jobs/connectors/http.ts";
import { vivaEngage } from "#jobs/connectors/viva-engage.ts";
import {
  facts,
  isBot,
  isWithin,
  plant,
  tally,
  week,
  worldAt,
} from "#tests/support/microsoft-world.ts";

const credentials = { tenant: "plant", clientId: "barometer", clientSecret: "plant-secret" };
const numbers = numbersOf(plant);
const isMachine = isBot(plant);
/** Reports speak of the three days before the week too. */
const reported = new Date(week.from.getTime() - 3 * 86_400_000);

test("a plant's Viva Engage, over HTTP, gives who is in which community and what each did by day", async () => {
  const server = await serve(plant);
  const records = await readPlant(server.url);
  expect(records.filter(({ type }) => type === "refusal")).toEqual([]);
  expect(JSON.stringify(records)).not.toContain(canary);
  const groups = records.filter((record) => record.type === "group");
  expect(Object.fromEntries(groups.map(({ id, privacy, name }) => [id, [privacy, name]]))).toEqual(
    Object.fromEntries(
      plant.groups.map(({ id, privacy, name }) => [
        String(numbers.groups.get(id)),
        privacy === "open" ? ["open", name] : ["closed", null],
      ]),
    ),
  );
  const memberships = records.filter((record) => record.type === "membership");
  expect(memberships.map(({ group, member }) => `${group} ${member}`).toSorted()).toEqual(
    plant.groups
      .flatMap(({ id, members }) =>
        members
          .filter((member) => !isMachine(member))
          .map((member) => `${numbers.groups.get(id)} ${member}`),
      )
      .toSorted(),
  );
  expect(tally(byPerson(records))).toEqual(
    tally(
      happened(plant).map(({ member, at, verb }) => [`${member} ${at.slice(0, 10)} ${verb}`, 1]),
    ),
  );
  expect(server.leaked()).toBe(0);
});

test("what was done in each community is told too, by the report that knows them by name", async () => {
  const records = await readPlant((await serve(plant)).url);
  const counts = records.filter((record) => record.type === "count" && record.group !== null);
  expect(
    tally(
      counts.map((record) =>
        record.type === "count"
          ? [`${record.group} ${record.day} ${record.verb}`, record.n]
          : ["", 0],
      ),
    ),
  ).toEqual(
    tally(
      happened(plant)
        .filter(({ group }) => group !== null)
        .map(({ group, at, verb }) => [
          `${numbers.groups.get(group ?? "")} ${at.slice(0, 10)} ${verb}`,
          1,
        ]),
    ),
  );
});

test("where names are concealed, only the company's totals are kept, and it is said once", async () => {
  const server = await serve(plant, { isConcealed: true });
  const records = await readPlant(server.url);
  expect(records.filter(({ type }) => type === "refusal").length).toBe(1);
  const counts = records.filter((record) => record.type === "count");
  expect(counts.every(({ member, group }) => member === null && group === null)).toBe(true);
  expect(tally(counts.map(({ day, verb, n }) => [`${day} ${verb}`, n]))).toEqual(
    tally(happened(plant).map(({ at, verb }) => [`${at.slice(0, 10)} ${verb}`, 1])),
  );
});

test.each<[string, Partial<VivaEngageServerOptions>]>([
  ["small pages", { pageSize: 3 }],
  ["a server that is often busy", { busyEvery: 5 }],
  ["a server that fails in bursts", { failEvery: 12 }],
  ["a connection that breaks in the middle of an answer", { breakEvery: 6 }],
  ["tokens that expire in mid-run", { tokenLasts: 7 }],
])("%s: the same comes out", async (_, options) => {
  const whole = facts(await readPlant((await serve(plant)).url));
  expect(facts(await readPlant((await serve(plant, options)).url))).toEqual(whole);
});

test("a second night corrects what a day was said to be, and adds what is new", async () => {
  const noon = "2026-11-05T12:00:00.000Z";
  const first = await serve(worldAt(plant, noon));
  const second = await serve(plant);
  const one = await readPlant(first.url, { to: new Date(noon) });
  const from = new Date(Date.parse(noon) - 48 * 3_600_000);
  const two = await readPlant(second.url, { from });
  // Told again, a total replaces the one before.
  expect(Object.fromEntries([...byPerson(one), ...byPerson(two)])).toEqual(
    tally(
      happened(plant).map(({ member, at, verb }) => [`${member} ${at.slice(0, 10)} ${verb}`, 1]),
    ),
  );
});

test("asked for a sample, it tells posts and comments one by one, and does not count them again", async () => {
  const server = await serve(plant, { yammerToken: "of-somebody" });
  const settings = { source: "rest", token: "of-somebody", yammer: server.url };
  const records = await readPlant(server.url, { settings });
  const acts = records.filter((record) => record.type === "activity");
  expect(sorted(acts)).toEqual(sorted(sampled(plant)));
  expect(byPerson(records).filter(([key]) => key.endsWith(" post"))).toEqual([]);
  expect(byPerson(records).length).toBeGreaterThan(0);
  expect(JSON.stringify(records)).not.toContain(canary);

  const refused = { settings: { ...settings, token: "of-nobody" } };
  await expect(readPlant(server.url, refused)).rejects.toThrow(/HTTP 401/);
});

async function serve(world: World, options: Partial<VivaEngageServerOptions> = {}) {
  const server = await serveVivaEngage(world, { ...credentials, ...options });
  onTestFinished(() => server.close());
  return server;
}

interface Night {
  readonly from?: Date;
  readonly to?: Date;
  readonly settings?: Readonly<Record<string, string>>;
}

async function readPlant(url: string, night: Night = {}): Promise<CanonicalRecord[]> {
  const { from = week.from, to = week.to } = night;
  const source = {
    settings: { ...credentials, graph: url, login: url, ...night.settings },
    ...{ from, to, cursor: null, timeZone: "Europe/Paris" },
    ...doorsWith({ sleep: async () => {} }),
  };
  const records: CanonicalRecord[] = [];
  for await (const record of vivaEngage.live?.pull(source) ?? []) records.push(record);
  return records;
}

/** "member day verb" and how often. */
function byPerson(records: readonly CanonicalRecord[]): (readonly [string, number])[] {
  return records.flatMap((record) =>
    record.type === "count" && record.member !== null
      ? [[`${record.member} ${record.day} ${record.verb}`, record.n] as const]
      : [],
  );
}

/** What the reports count: answers are posts, reactions are likes. */
function happened(world: World): readonly (Omit<WorldAct, "verb"> & { readonly verb: Verb })[] {
  return world.acts
    .filter(({ verb }) => ["post", "comment", "react", "view"].includes(verb))
    .filter(({ at, member }) => isWithin(at, reported) && !isMachine(member))
    .map((act) => ({ ...act, verb: act.verb === "comment" ? "post" : act.verb }));
}

/** What REST shows of the week: what stands, by its own numbers, to the second. */
function sampled(world: World): ActivityRecord[] {
  const message = (id: string | null) => (id === null ? null : String(numbers.messages.get(id)));
  return world.acts
    .filter(({ verb, deletedAt }) => (verb === "post" || verb === "comment") && !deletedAt)
    .filter(({ at, member }) => isWithin(at) && !isMachine(member))
    .map(({ id, verb, member, group, about, at, isQuestion = false }) => ({
      type: "activity",
      id: message(id) ?? "",
      verb: verb === "post" ? "post" : "comment",
      member: String(numbers.users.get(member)),
      group: String(numbers.groups.get(group ?? "")),
      root: message(about),
      target: null,
      isQuestion,
      at: `${at.slice(0, 19)}.000Z`,
      withdrawnAt: null,
    }));
}

function sorted(acts: readonly ActivityRecord[]): ActivityRecord[] {
  return acts.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
