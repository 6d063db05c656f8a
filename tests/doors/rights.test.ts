import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { projectRoot } from "#app/settings.server.ts";
import { ask, headerOf, told } from "#tests/support/asking.ts";
import { doors, outcomeOf, ways, written } from "#tests/support/doors.ts";
import {
  everybody,
  type HostileWorld,
  openHostileWorld,
  type Who,
} from "#tests/support/hostile-world.ts";

/** Who may read results; who may take them away; who sees that networks are read. */
const readers: readonly Who[] = everybody.filter(
  (who) => !["administrator", "auditor", "moderator", "nobody"].includes(who),
);
const takers = readers.filter((who) => !/manager/i.test(who));

/** Who plans waves, and who leads the people they ask. */
const planners: readonly Who[] = [
  "administrator",
  ...readers.filter((who) => !/analyst/i.test(who)),
];

/** Who leads a part of the company says what is done there. */
const leaders = readers.filter((who) => !/analyst/i.test(who));

/** Who may read more than the headlines of the unit whose page is tried. */
const ofNorth: readonly Who[] = ["director", "manager", "analyst", "northAnalyst"];

type Outcomes = Readonly<Record<Who, string>>;

/** These are given one outcome, the others another; who has not signed in is asked to. */
function given(chosen: readonly Who[], outcome: string, others = "missing"): Outcomes {
  const of = (who: Who) =>
    chosen.includes(who) ? outcome : who === "nobody" ? "to /sign-in" : others;
  return Object.fromEntries(everybody.map((who) => [who, of(who)])) as Outcomes;
}

const refused = given(everybody, "refused");

/** Every address, what reading it comes to, and what sending it an empty form of ours comes to. */
const table: Readonly<Record<string, { readonly read: Outcomes; readonly send: Outcomes }>> = {
  "/": {
    read: { ...given(readers, "page", "to /networks"), moderator: "to /moderation" },
    send: refused,
  },
  "/indicators/:indicator": { read: given(readers, "page"), send: refused },
  "/teams": { read: given(readers, "page"), send: refused },
  "/teams/:team": { read: given(ofNorth, "page"), send: refused },
  "/teams/:team/guide": { read: given(ofNorth, "page"), send: refused },
  "/connection": { read: given(readers, "page"), send: refused },
  // Nobody is told whether an announcement is not theirs or not there.
  "/reach/:post": { read: given([], "page"), send: refused },
  "/adoption": { read: given(readers, "page"), send: refused },
  "/comments": {
    read: given(
      readers.filter((who) => !/analyst/i.test(who)),
      "page",
    ),
    send: refused,
  },
  "/actions": {
    read: given(leaders, "page"),
    send: given(leaders, "page"),
  },
  "/board": { read: given(everybody, "page"), send: refused },
  "/views": { read: given(readers, "page"), send: given(readers, "page") },
  "/moderation": { read: given(["moderator"], "page"), send: given(["moderator"], "page") },
  "/report.pdf": { read: given(readers, "file"), send: refused },
  // Whoever may read no figure of the chart is told nothing of it.
  "/figures/:file": {
    read: given(
      readers.filter((who) => who !== "unscopedAnalyst"),
      "file",
    ),
    send: refused,
  },
  "/exports": { read: given(takers, "page"), send: refused },
  "/exports.csv": { read: given(takers, "file"), send: refused },
  "/networks": { read: given(["administrator", "auditor"], "page"), send: refused },
  "/accounts": {
    read: given(["administrator"], "page"),
    send: given(["administrator"], "page"),
  },
  "/accounts.csv": { read: given(["administrator"], "file"), send: refused },
  "/settings": {
    read: given(["administrator"], "page"),
    send: given(["administrator"], "page"),
  },
  "/waves": { read: given(planners, "page"), send: given(["administrator"], "page") },
  "/waves/:wave": { read: given(planners, "page"), send: given(["administrator"], "page") },
  "/promise": { read: given(everybody, "page"), send: refused },
  "/methods": { read: given(everybody, "page"), send: refused },
  "/sign-in": {
    read: { ...given(everybody, "to /"), nobody: "page" },
    send: { ...given(everybody, "to /"), nobody: "401" },
  },
  "/sign-out": { read: given(everybody, "missing"), send: given(everybody, "to /sign-in") },
  "/account": {
    read: given(everybody.slice(0, -1), "page"),
    send: given(everybody, "to /account"),
  },
  "/*": { read: given(everybody, "missing"), send: refused },
};

const form = { "content-type": "application/x-www-form-urlencoded" };

let world: HostileWorld;
beforeAll(async () => {
  world = await openHostileWorld();
});
afterAll(() => world.drop());
beforeEach(() => {
  // What is refused is noted on the operator's screen, hundreds of times here.
  vi.spyOn(console, "error").mockImplementation(() => {});
});

const at = (path: string) => world.site.address + path;

/** Signing out ends a session, so it is tried on one that nobody needs. */
function cookieFor(who: Who, path: string): string | null {
  const cookie = world.cookie(who);
  return path === "/sign-out" && cookie !== null ? `${cookie}x` : cookie;
}

test("every address has a row in the table, every row an address, and the built product has no other", () => {
  expect(doors.map(({ path }) => path).toSorted()).toEqual(Object.keys(table).toSorted());
  const built = Object.values(world.site.build.routes).flatMap((route) =>
    route === undefined || route.id === "root" ? [] : [`/${route.path ?? ""}`],
  );
  expect(built.toSorted()).toEqual(Object.keys(table).toSorted());
});

test.for(Object.entries(table))("%s answers each role as written", async ([path, row]) => {
  const [door] = doors.filter((one) => one.path === path);
  const found: unknown[] = [];
  const expected: unknown[] = [];
  for (const way of ways) {
    const address = at(written(door?.address ?? "", way));
    for (const who of everybody) {
      const cookie = cookieFor(who, path);
      // What scripts fetch of a file is the file, inside an answer of theirs.
      const read = way === "scripts" ? row.read[who].replace("file", "page") : row.read[who];
      expected.push([way, who, read, read]);
      const got = await ask(address, { cookie });
      const head = await ask(address, { cookie, method: "HEAD" });
      found.push([way, who, outcomeOf(got), read.startsWith("to ") ? read : outcomeOf(head)]);
      expect([head.status, head.body]).toEqual([got.status, ""]);
      expect(headerOf(got, "cache-control")).toMatch(/no-store/);
    }
  }
  expect(found).toEqual(expected);
});

test.for(Object.entries(table))("%s takes a form from whom it is written", async ([path, row]) => {
  const [door] = doors.filter((one) => one.path === path);
  const address = at(written(door?.address ?? "", "document"));
  const found: unknown[] = [];
  for (const who of everybody) {
    const asking = { method: "POST", cookie: cookieFor(who, path), headers: form };
    const body = `email=${who}@nowhere.example`;
    const ours = { ...asking, headers: { ...form, origin: world.site.address }, body };
    found.push([who, outcomeOf(await ask(address, ours))]);
    // A form that another site made the browser send is refused before anybody is looked up.
    const theirs = { ...asking, headers: { ...form, origin: "https://elsewhere.example" }, body };
    const foreign = await ask(address, theirs);
    expect(foreign.status).toBe(403);
    expect(headerOf(foreign, "set-cookie")).toBeNull();
  }
  expect(found).toEqual(everybody.map((who) => [who, row.send[who]]));
  const noted = await world.owner.selectFrom("intake.linkRequest").select("id").execute();
  expect(noted).toEqual([]);
});

test("no address knows another method, nor the older way to ask for what a page is made of", async () => {
  for (const { address, id } of doors) {
    for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"]) {
      for (const way of ways) {
        const asking = { method, cookie: world.cookie("director") };
        expect((await ask(at(written(address, way)), asking)).status).toBe(405);
      }
    }
    const older = `${address}?_data=${encodeURIComponent(id)}`;
    const answers = await Promise.all(
      everybody.map((who) => ask(at(older), { cookie: world.cookie(who) })),
    );
    expect(new Set(answers.map((answer) => `${answer.status} ${answer.body}`))).toEqual(
      new Set(["404 Not found"]),
    );
  }
});

test("what answers beside the pages is written down, and the same for everybody", async () => {
  const layers = (
    world.site.app as unknown as {
      _router: { stack: { name: string; route?: { path: string } }[] };
    }
  )._router.stack;
  expect(layers.map(({ name, route }) => route?.path ?? name)).toEqual([
    ...["query", "expressInit", "/health", "/ready"],
    // Scripts and styles, which are the same for everybody.
    ...["assetHeaders", "compression", "serveStatic", "notFound", "giveNonce", "helmetMiddleware"],
    // What networks and identity providers send; respondents; then everything the pages are.
    ...["<anonymous>", "router", "compression", "serveStatic"],
    ...["onlyPages", "onlyOurForms", "limitBody", "<anonymous>", "*"],
  ]);
  const beside: readonly (readonly [string, number])[] = [
    ...(["/health", "/ready"] as const).map((path) => [path, 200] as const),
    ...(["/webhooks/chat", "/scim/v2/Users"] as const).map((path) => [path, 503] as const),
    ["/assets/no-such-script.js", 404],
    ["/__manifest?p=/accounts", 204],
    ...[
      "/a",
      "/a/thanks",
      "/a/paused",
      "/kiosk",
      "/kiosk/lille",
      "/kiosk.js",
      "/kiosk-worker.js",
    ].map((path) => [path, 200] as const),
    ...["/a/no-such-code", "/kiosk/open", "/kiosk/nowhere", "/a/thanks/on"].map(
      (path) => [path, 404] as const,
    ),
    ...["/api", "/api/figures", "/graphql", "/exports.xlsx", "/exports.parquet", "/metrics"].map(
      (path) => [path, 404] as const,
    ),
  ];
  for (const [path, status] of beside) {
    // The page that says “not there” has a menu of the reader's own pages: only that differs.
    const answers = await Promise.all(
      everybody.map((who) => ask(at(path), { cookie: world.cookie(who) })),
    );
    expect([path, new Set(answers.map((answer) => answer.status))]).toEqual([
      path,
      new Set([status]),
    ]);
    const texts = new Set(answers.map((answer) => told(answer)));
    if (status !== 404 || path.startsWith("/assets")) expect([path, texts.size]).toEqual([path, 1]);
  }
  const client = join(projectRoot, "build/client");
  expect(readdirSync(client)).toEqual(["assets"]);
  const assets = readdirSync(join(client, "assets"));
  expect(assets.filter((name) => !/\.(js|css|woff2)$/.test(name))).toEqual([]);
});
