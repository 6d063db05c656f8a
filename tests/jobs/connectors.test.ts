import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { connectors } from "#jobs/connectors/index.ts";
import { describeConnector } from "#tests/support/describe-connector.ts";

/** What connectors are made with; every other file of the room is a network. */
const machinery = [
  "archive.ts",
  "bookmark.ts",
  "connector.ts",
  "declared.ts",
  "http.ts",
  "index.ts",
  "purposes.ts",
  "question.ts",
  "webhook.ts",
];

test("every network has its file, its recording, and its place on the list", () => {
  const networks = connectors.map(({ network }) => network);
  const files = readdirSync("jobs/connectors").filter(
    (file) => file.endsWith(".ts") && !machinery.includes(file),
  );
  expect(
    files,
    "a file that is no network belongs in the folder of one, or is named in `machinery` above",
  ).toEqual(networks.map((network) => `${network}.ts`).toSorted());
  const live = connectors.filter((connector) => connector.live !== undefined);
  expect(readdirSync("fixtures/networks")).toEqual(
    live.map(({ network }) => `${network}.json`).toSorted(),
  );
});

for (const connector of connectors) describeConnector(connector);
