import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isAlive, startOf, takeLock } from "#db/folder-lock.server.ts";
import { temporaryHome } from "#tests/support/processes.ts";

function lockFile(): string {
  return join(temporaryHome(), "start.lock");
}

test("whoever comes second is told who holds the lock and what they noted", () => {
  const path = lockFile();
  const first = takeLock(path);
  if (first.held) first.note("http://127.0.0.1:3000");

  const second = takeLock(path);
  expect(second).toMatchObject({
    held: false,
    holder: { pid: process.pid, note: "http://127.0.0.1:3000" },
  });
});

test("a lock that was given back can be taken", () => {
  const path = lockFile();
  const first = takeLock(path);
  if (first.held) first.release();
  expect(takeLock(path).held).toBe(true);
});

test.each([
  ["of a process that is gone", { pid: 2 ** 22 + 1, started: "1", note: "" }],
  [
    "of a process whose number belongs to another by now",
    { pid: process.pid, started: "1", note: "" },
  ],
])("a lock %s is taken over", (_, holder) => {
  const path = lockFile();
  writeFileSync(path, JSON.stringify(holder));
  expect(takeLock(path).held).toBe(true);
});

test("a lock file that a full disk left empty is taken over", () => {
  const path = lockFile();
  writeFileSync(path, "");
  expect(takeLock(path).held).toBe(true);
});

test("this process is alive, under its own start time only", () => {
  expect(isAlive({ pid: process.pid, started: startOf(process.pid) })).toBe(true);
});
