import { existsSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { connectors } from "#jobs/connectors/index.ts";
import { describeFiles } from "#tests/support/describe-files.ts";

test("every network that is read from files has its cases, and every case its network", () => {
  const networks = connectors.flatMap(({ network, files }) => (files ? [network] : []));
  const home = "fixtures/archives";
  expect(existsSync(home) ? readdirSync(home).toSorted() : []).toEqual(networks.toSorted());
});

for (const connector of connectors) describeFiles(connector);
