import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { reportProgress } from "#jobs/progress.ts";

function follow(isTTY: boolean) {
  const stream = Object.assign(new PassThrough(), { isTTY }) as unknown as NodeJS.WriteStream;
  return { report: reportProgress(stream), read: () => String(stream.read() ?? "") };
}

test("a log gets a line at the start and at the end of each thing, not one a row", () => {
  const { report, read } = follow(false);
  for (let done = 0; done <= 100; done += 1) report.show({ label: "Messages", done, total: 100 });
  report.show({ label: "Answers", done: 5, total: null });
  report.end();
  expect(read()).toBe("Messages: 0 of 100\nMessages: 100 of 100\nAnswers: 5\n");
});

test("a log gets the end of a thing once, however often it is told", () => {
  const { report, read } = follow(false);
  for (let time = 0; time < 9; time += 1) report.show({ label: "Files", done: 7, total: 7 });
  expect(read()).toBe("Files: 7 of 7\n");
});

test("a terminal gets a bar that says what is done and what there is to do", () => {
  const { report, read } = follow(true);
  report.show({ label: "Messages", done: 40, total: 100 });
  report.end();
  expect(read()).toMatch(/Messages .*40\/100/);
});
