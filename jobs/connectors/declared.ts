import type { Verb } from "#app/model/canonical.ts";
import { type DeclaredNetwork, verbsIn } from "#app/model/declaration.ts";
import type { Connector, Right, Setting } from "./connector.ts";

/** What a connector says of its network, in every way it can be read. */
export function declaredOf({ live, files, webhook }: Connector): DeclaredNetwork {
  return {
    live: live?.declares ?? null,
    files: files === undefined ? null : { ...files.declares, formats: files.formats },
    webhook: webhook !== undefined,
    sent: webhook?.declares ?? null,
    people: live?.tellsPeople ?? false,
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

/** A network this version can read, as far as whoever connects it has to know. */
export interface Offered extends DeclaredNetwork {
  readonly network: string;
  readonly title: string;
  readonly settings: Readonly<Record<string, Setting>>;
  readonly rights: readonly Right[];
}

export function offeredBy(connector: Connector): Offered {
  const { network, title, settings, live, webhook } = connector;
  const rights = (live ?? webhook)?.rights ?? [];
  return { network, title, settings, rights, ...declaredOf(connector) };
}
