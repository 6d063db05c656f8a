import { expect } from "vitest";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import { readWave, readWaves } from "#app/services/waves.server.ts";
import { planWave } from "#db/records/plan-wave.ts";
import { test } from "#tests/support/database.ts";
import { makeWave } from "#tests/support/make-company.ts";
import { viewerOf } from "#tests/support/make-halles.ts";

test("a wave that opens on a Sunday, or in the evening, says on which day its letters leave", async ({
  owner,
  web,
  worker,
}) => {
  await makeWave(owner, { key: "other" });
  const plan = async (key: string, opensAt: string) =>
    planWave(worker, {
      ...{ key, barometer: "pulse", version: null, names: { fr: key, en: key } },
      ...{ mode: "confidential", kind: "wave", answerRule: "first", consultationOn: null },
      ...{ sample: null, reminders: [], hours: { from: "08:00", to: "19:00" } },
      ...{ opensAt: new Date(opensAt), closesAt: new Date("2026-12-20T17:00:00Z") },
    });
  await plan("monday", "2026-11-23T07:00:00Z");
  await plan("sunday", "2026-11-22T07:00:00Z");
  await plan("saturday-evening", "2026-11-21T18:30:00Z");
  const visit = {
    ...{ db: web, language: "en", timeZone: "Europe/Paris", now: new Date("2026-11-20T09:00:00Z") },
    viewer: viewerOf({ roles: ["administrator"], scopes: [] }),
  } as unknown as ViewerVisit;
  const { waves } = await readWaves(visit);
  const planned = waves.filter(({ key }) => key !== "other");
  expect(Object.fromEntries(planned.map(({ key, lettersOn }) => [key, lettersOn]))).toEqual({
    monday: null,
    sunday: "2026-11-23",
    "saturday-evening": "2026-11-23",
  });
  expect((await readWave(visit, "sunday")).wave.lettersOn).toBe("2026-11-23");
});
