import { expect, test } from "vitest";
import { taking } from "#app/services/taking.server.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import { viewerOf } from "#tests/support/make-halles.ts";

const start = Date.parse("2026-11-20T09:00:00Z");
const made = async () => new Response("made");

/** One reader, so many seconds later. */
function reader(db: object, id = 1) {
  return (seconds: number) =>
    ({
      ...{ db, viewer: viewerOf({ id }), language: "en" },
      now: new Date(start + seconds * 1000),
    }) as unknown as ViewerVisit;
}

test("a reader takes six reports at one go, then one every ten seconds, and is told when", async () => {
  const at = reader({});
  for (let report = 0; report < 6; report += 1) {
    expect((await taking(at(0), "report", made)).status).toBe(200);
  }
  const later = await taking(at(0), "report", made);
  expect(later.status).toBe(429);
  expect(later.headers.get("retry-after")).toBe("10");
  expect(await later.text()).toBe(
    "You have taken many files in a short time. Come back in 10 seconds: nothing is lost.",
  );
  expect((await taking(at(10), "report", made)).status).toBe(200);
  expect((await taking(at(10), "figure", made)).status).toBe(429);
  expect((await taking(at(11), "figure", made)).status).toBe(200);
});

test("three files at a time are drawn for one reader, and nobody waits for somebody else", async () => {
  const db = {};
  const [mine, theirs] = [reader(db), reader(db, 2)];
  const finish: (() => void)[] = [];
  const slow = () => new Promise<Response>((done) => finish.push(() => done(new Response("made"))));
  const drawing = [1, 2, 3].map(() => taking(mine(0), "figure", slow));
  expect((await taking(mine(0), "figure", made)).status).toBe(429);
  expect((await taking(theirs(0), "figure", made)).status).toBe(200);
  for (const end of finish) end();
  await Promise.all(drawing);
  expect((await taking(mine(0), "figure", made)).status).toBe(200);
});

test("what could not be made keeps no place", async () => {
  const at = reader({});
  for (let file = 0; file < 5; file += 1) {
    await expect(
      taking(at(0), "figure", () => Promise.reject(new Error("hidden"))),
    ).rejects.toThrow("hidden");
  }
  expect((await taking(at(0), "figure", made)).status).toBe(200);
});
