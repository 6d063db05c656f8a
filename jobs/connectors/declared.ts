import type { Verb } from "#app/model/canonical.ts";
import { type DeclaredNetwork, verbsIn } from "#app/model/declaration.ts";
import type { Connector } from "./connector.ts";

/** What a connector says of its network, in every way it can be read. */
export function declaredOf({ live, files, webhook }: Connector): DeclaredNetwork {
  return {
    live: live?.declares ?? null,
    files: files === undefined ? null : { ...files.declares, formats: files.formats },
    webhook: webhook !== undefined,
  };
}

/** The verbs a connection supplies, by the way it is fed. */
export function suppliedBy(
  { live, files, webhook }: Connector,
  fedBy: "network" | "files",
): readonly Verb[] {
  const declares = fedBy === "network" ? (live ?? webhook)?.declares : files?.declares;
  return declares === undefined ? [] : verbsIn(declares);
}
