import type { Connector } from "./connector.ts";
import { matrix } from "./matrix.ts";
import { mattermost } from "./mattermost.ts";
import { scim } from "./scim.ts";
import { slack } from "./slack.ts";
import { teams } from "./teams.ts";
import { telegram } from "./telegram.ts";
import { vivaEngage } from "./viva-engage.ts";
import { whatsapp } from "./whatsapp.ts";
import { workplace } from "./workplace.ts";
import { workvivo } from "./workvivo.ts";
import { zoom } from "./zoom.ts";

/** The networks that can be read, in the order they are offered. */
export const connectors: readonly Connector[] = [
  mattermost,
  scim,
  teams,
  slack,
  whatsapp,
  workplace,
  vivaEngage,
  zoom,
  workvivo,
  matrix,
  telegram,
];

/** The connector of a configured network, or null for one this version does not know. */
export function connectorOf(network: string): Connector | null {
  return connectors.find((connector) => connector.network === network) ?? null;
}
