import type { Migration } from "./migration.ts";

/**
 * Which groups are open as things stand: what was released while a group was open keeps its name, and
 * pages say it only as long as the group is open still.
 */
export const openGroups: Migration = {
  name: "0034-open-groups",
  up: `
    create view records.open_group with (security_barrier) as
      select distinct c.title as network, s.name
      from intake.group_state s
      join intake."group" g on g.id = s.group_id
      join records.connection c on c.id = g.connection_id
      where s.retired_by is null and upper_inf(s.valid) and s.privacy = 'open' and s.name is not null;
    grant select on records.open_group to barometer_web, barometer_worker;
  `,
  down: "drop view records.open_group;",
};
