import { expect, test as plain } from "vitest";
import { requireSameOrigin, safeNext } from "#app/services/same-origin.server.ts";
import { signIn, signOut } from "#app/services/sign-in.server.ts";
import { hashToken } from "#app/services/visit.server.ts";
import { readSession } from "#db/records/sessions.ts";
import { readViewer } from "#db/records/viewers.ts";
import { test } from "#tests/support/database.ts";
import { makeViewer } from "#tests/support/make-viewer.ts";

const now = new Date("2026-11-20T09:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const director = {
  email: "director@halles.example",
  password: "un mot de passe",
  roles: ["director"],
  scopes: [{ kind: "company", key: "company" }],
} as const;

test("the right password opens a session of which only the hash is kept", async ({
  owner,
  web,
}) => {
  const id = await makeViewer(owner, director);
  const outcome = await signIn(
    web,
    { email: " Director@Halles.example ", password: director.password },
    now,
  );
  if (outcome.state !== "signed-in") throw new Error(outcome.state);
  const hashed = hashToken(outcome.token);
  expect(await readSession(web, hashed, now)).toBe(id);
  expect(await readSession(web, hashed, later(13 * 60))).toBeNull();
  await signOut(web, hashed);
  expect(await readSession(web, hashed, now)).toBeNull();
});

test("an unknown address and a wrong password get the same answer", async ({ owner, web }) => {
  await makeViewer(owner, director);
  const wrong = await signIn(web, { email: director.email, password: "autre" }, now);
  const unknown = await signIn(web, { email: "nobody@halles.example", password: "autre" }, now);
  expect(unknown).toEqual(wrong);
  expect(wrong).toEqual({ state: "refused" });
});

test("ten failures stop an address for a quarter of an hour, whoever has it", async ({
  owner,
  web,
}) => {
  await makeViewer(owner, director);
  for (const email of [director.email, "nobody@halles.example"]) {
    const outcomes = await Promise.all(
      Array.from({ length: 14 }, () => signIn(web, { email, password: "autre" }, now)),
    );
    expect(outcomes.filter(({ state }) => state === "refused")).toHaveLength(10);
    expect(outcomes.filter(({ state }) => state === "throttled")).toHaveLength(4);
  }
  const right = { email: director.email, password: director.password };
  expect((await signIn(web, right, later(14))).state).toBe("throttled");
  expect((await signIn(web, right, later(16))).state).toBe("signed-in");
});

test("signing in forgets the failures before it", async ({ owner, web }) => {
  await makeViewer(owner, director);
  const wrong = { email: director.email, password: "autre" };
  for (let time = 0; time < 9; time += 1) await signIn(web, wrong, later(0));
  expect((await signIn(web, { ...wrong, password: director.password }, later(1))).state).toBe(
    "signed-in",
  );
  expect((await signIn(web, wrong, later(2))).state).toBe("refused");
});

test("who is disabled neither signs in nor stays", async ({ owner, web }) => {
  const id = await makeViewer(owner, director);
  await owner.updateTable("records.viewer").set({ disabledAt: now }).where("id", "=", id).execute();
  const outcome = await signIn(web, director, now);
  expect(outcome).toEqual({ state: "refused" });
  expect(await readViewer(web, id, "2026-11-20")).toBeNull();
});

test("roles and scopes count on the days they are held", async ({ owner, web }) => {
  const id = await makeViewer(owner, director);
  await owner
    .insertInto("records.viewerRole")
    .values({ viewerId: id, role: "administrator", valid: "[2027-01-01,2027-02-01)" })
    .execute();
  expect((await readViewer(web, id, "2026-11-20"))?.roles).toEqual(["director"]);
  expect((await readViewer(web, id, "2027-01-15"))?.roles).toEqual(["administrator", "director"]);
});

plain.each([
  [null, "/"],
  ["/teams?team=a", "/teams?team=a"],
  ["//elsewhere.example/teams", "/"],
  ["/\\elsewhere.example", "/"],
  ["https://elsewhere.example", "/"],
  ["javascript:alert(1)", "/"],
  ["/%2F/elsewhere.example", "/%2F/elsewhere.example"],
  ["/./\t/elsewhere.example", "/"],
])("after signing in, %s leads to %s", (next, to) => {
  expect(safeNext(next)).toBe(to);
});

plain.each([
  ["http://barometer.example", true],
  ["http://elsewhere.example", false],
  ["null", false],
  [null, false],
])("a form that comes from %s is taken: %s", (origin, taken) => {
  const request = new Request("http://barometer.example/sign-in", {
    method: "POST",
    headers: origin === null ? {} : { origin },
  });
  const attempt = () => requireSameOrigin(request);
  if (taken) expect(attempt).not.toThrow();
  else expect(attempt).toThrow();
});
