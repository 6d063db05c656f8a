import { expect, test } from "vitest";
import type { CanonicalRecord } from "#app/model/canonical.ts";
import { untilMorning } from "#jobs/steps/until-morning.ts";

async function* endless(): AsyncGenerator<CanonicalRecord> {
  for (let done = 0; ; done += 1) yield { type: "progress", done, total: null };
}

test("a network whose lists never end is left after eight hours, and what it told is kept", async () => {
  let hours = 0;
  const told: CanonicalRecord[] = [];
  const reading = async () => {
    for await (const record of untilMorning(endless(), "Chat", () => hours * 3_600_000)) {
      told.push(record);
      hours += 1;
    }
  };
  await expect(reading()).rejects.toMatchObject({ name: "NetworkError", trouble: "slow" });
  expect(told).toHaveLength(8);
});

test("a network that ends is told whole, however slow each record was", async () => {
  async function* short(): AsyncGenerator<CanonicalRecord> {
    yield { type: "progress", done: 1, total: 1 };
  }
  const told: CanonicalRecord[] = [];
  for await (const record of untilMorning(short(), "Chat", () => 0)) told.push(record);
  expect(told).toHaveLength(1);
});
