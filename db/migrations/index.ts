import { ground } from "./0001-ground.ts";
import { people } from "./0002-people.ts";
import { networks } from "./0003-networks.ts";
import { barometers } from "./0004-barometers.ts";
import { answering } from "./0005-answering.ts";
import { figures } from "./0006-figures.ts";
import { viewers } from "./0007-viewers.ts";
import { stewardship } from "./0008-stewardship.ts";
import { rights } from "./0009-rights.ts";
import { moreNetworks } from "./0010-more-networks.ts";
import { deliveries } from "./0011-deliveries.ts";
import { scim } from "./0012-scim.ts";
import { matching } from "./0013-matching.ts";
import { troubles } from "./0014-troubles.ts";
import { precision } from "./0015-precision.ts";
import { comments } from "./0016-comments.ts";
import { keeping } from "./0017-keeping.ts";
import { questionnaires } from "./0018-questionnaires.ts";
import { waves } from "./0019-waves.ts";
import { sending } from "./0020-sending.ts";
import { answeringInParts } from "./0021-answering.ts";
import { chat } from "./0022-chat.ts";
import { outside } from "./0023-outside.ts";
import { actions } from "./0024-actions.ts";
import { connection } from "./0025-connection.ts";
import { adoption } from "./0026-adoption.ts";
import { alerts } from "./0027-alerts.ts";
import { drivers } from "./0028-drivers.ts";
import { answersAside } from "./0029-answers-aside.ts";
import { reorganised } from "./0030-reorganised.ts";
import { reminding } from "./0031-reminding.ts";
import { drawnReferences } from "./0033-drawn-references.ts";
import { openGroups } from "./0034-open-groups.ts";
import { discarding } from "./0035-discarding.ts";
import { reasons } from "./0036-reasons.ts";
import { kioskSites } from "./0037-kiosk-sites.ts";
import type { Migration } from "./migration.ts";

/** In order. A list rather than a folder that is read: nothing runs because it lay there. */
export const migrations: readonly Migration[] = [
  ground,
  people,
  networks,
  barometers,
  answering,
  figures,
  viewers,
  stewardship,
  rights,
  moreNetworks,
  deliveries,
  scim,
  matching,
  troubles,
  precision,
  comments,
  keeping,
  questionnaires,
  waves,
  sending,
  answeringInParts,
  chat,
  outside,
  actions,
  connection,
  adoption,
  alerts,
  drivers,
  answersAside,
  reorganised,
  reminding,
  drawnReferences,
  openGroups,
  discarding,
  reasons,
  kioskSites,
];
