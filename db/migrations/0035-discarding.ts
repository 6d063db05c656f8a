import type { Migration } from "./migration.ts";

const states = "'draft', 'scheduled', 'open', 'closed', 'released'";
const wishes =
  "'plan', 'schedule', 'withdraw', 'dry-run', 'open', 'remind', 'close', 'consultation', 'test', 'tell', 'pulse'";

const fixedUnless = (ahead: string) => `
    create or replace function records.open_waves_are_fixed() returns trigger
    language plpgsql set search_path = pg_catalog as $$
    begin
      if old.state not in (${ahead}) and old.origin = 'asked'
        and (new.version_id, new.mode, new.kind, new.answer_rule, new.sample)
          is distinct from (old.version_id, old.mode, old.kind, old.answer_rule, old.sample)
      then
        raise exception 'wave % has opened: its questions, its mode and its rules are fixed', old.key;
      end if;
      return new;
    end $$;`;

/** A draft may be thrown away. The row stays, with what was sent to try it; its key may be planned anew. */
export const discarding: Migration = {
  name: "0035-discarding",
  up: `
    alter table records.wave drop constraint wave_state_check,
      add constraint wave_state_check check (state in (${states}, 'discarded'));
    alter table records.wave_wish drop constraint wave_wish_wish_check,
      add constraint wave_wish_wish_check check (wish in (${wishes}, 'discard'));
    ${fixedUnless("'draft', 'scheduled', 'discarded'")}
  `,
  down: `
    update records.wave set state = 'draft' where state = 'discarded';
    delete from records.wave_wish where wish = 'discard';
    ${fixedUnless("'draft', 'scheduled'")}
    alter table records.wave_wish drop constraint wave_wish_wish_check,
      add constraint wave_wish_wish_check check (wish in (${wishes}));
    alter table records.wave drop constraint wave_state_check,
      add constraint wave_state_check check (state in (${states}));
  `,
};
