import { expect } from "vitest";
import { isEmpty, readDemoState, writeDemoState } from "#db/records/demo-state.ts";
import { test } from "#tests/support/database.ts";

test("a new barometer is empty and has no demo company", async ({ worker }) => {
  expect(await isEmpty(worker)).toBe(true);
  expect(await readDemoState(worker)).toBe("none");
});

test("one that is being loaded is no longer empty, and everybody sees how far it is", async ({
  worker,
  web,
}) => {
  await writeDemoState(worker, "loading");
  expect(await isEmpty(worker)).toBe(false);
  expect(await readDemoState(web)).toBe("loading");
  await writeDemoState(worker, "ready");
  expect(await readDemoState(web)).toBe("ready");
});
