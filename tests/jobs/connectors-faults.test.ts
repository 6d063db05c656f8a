import { connectors } from "#jobs/connectors/index.ts";
import { describeFaults } from "#tests/support/describe-faults.ts";

for (const connector of connectors) describeFaults(connector);
