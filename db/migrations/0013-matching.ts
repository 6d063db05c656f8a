import type { Migration } from "./migration.ts";

/** Accounts nobody could be found for, and how an administrator says whose they are. */
export const matching: Migration = {
  name: "0013-matching",
  up: `
    alter table intake.account add column ambiguous boolean not null default false;
    comment on column intake.account.ambiguous is
      'what is known of it points to several people at once, so it is linked to none of them';
    -- Other ways to write an address (plus-tags, other domains of the company), as the settings say.
    alter table intake.account_address add column derived boolean not null default false;

    create table intake.link_request (
      id integer generated always as identity primary key,
      account_id integer not null references intake.account,
      number bytea,
      asked_by text not null,
      asked_at timestamptz not null default now(),
      outcome text check (outcome in ('linked', 'unlinked', 'nobody')),
      done_at timestamptz
    );
    create index on intake.link_request (account_id);
    create index on intake.link_request (id) where outcome is null;
    comment on column intake.link_request.number is
      'the HR number, sealed for the worker, who empties it; null from the start asks to undo a link';

    -- What is left to do, a page at a time. Never what an account did. Whoever has left was
    -- somebody, and an account that is closed will do no more.
    create function intake.list_unmatched(actor text, of_connection text, after integer, most integer)
    returns table (account integer, connection text, title text, external_id text, kind text,
      reason text, asked text)
    language plpgsql security definer set search_path = pg_catalog as $$
    begin
      insert into records.audit_entry (actor, action, subject)
        values (actor, 'unmatched accounts listed', jsonb_build_object('connection', of_connection, 'after', after));
      return query select a.id, c.key, c.title, a.external_id, a.kind,
          case when a.ambiguous then 'several'
            when a.number_key is null and a.telephone_key is null and not exists (
              select from intake.account_address s where s.account_id = a.id) then 'nothing'
            else 'nobody' end,
          (select coalesce(r.outcome, 'waiting') from intake.link_request r
            where r.account_id = a.id order by r.id desc limit 1)
        from intake.account a join records.connection c on c.id = a.connection_id
        where a.kind = 'person' and a.active and a.id > after and a.id > 0
          and (of_connection is null or c.key = of_connection)
          and not exists (select from intake.account_link l
            where l.account_id = a.id and l.retired_by is null)
        order by a.id limit least(most, 1000);
    end $$;

    create function intake.list_linked_by_hand(actor text)
    returns table (account integer, connection text, title text, external_id text)
    language plpgsql security definer set search_path = pg_catalog as $$
    begin
      insert into records.audit_entry (actor, action) values (actor, 'accounts linked by hand listed');
      return query select a.id, c.key, c.title, a.external_id
        from intake.account_link l join intake.account a on a.id = l.account_id
        join records.connection c on c.id = a.connection_id
        where l.matched_by = 'hand' and l.retired_by is null and l.valid @> current_date
        order by c.title, a.external_id limit 1000;
    end $$;

    create function intake.ask_link(actor text, of_account integer, sealed_number bytea) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
    begin
      if octet_length(sealed_number) > 1000 then
        raise exception 'an HR number is not that long' using errcode = '22023';
      end if;
      if not exists (select from intake.account where id = of_account and kind = 'person' and id > 0) then
        raise exception 'there is no account %', of_account using errcode = '22023';
      end if;
      insert into intake.link_request (account_id, number, asked_by) values (of_account, sealed_number, actor);
      insert into records.audit_entry (actor, action, subject)
        values (actor, case when sealed_number is null then 'link undone' else 'account linked by hand' end,
          jsonb_build_object('account', of_account));
    end $$;

    revoke all on function intake.list_unmatched(text, text, integer, integer),
      intake.list_linked_by_hand(text), intake.ask_link(text, integer, bytea) from public;
    grant execute on function intake.list_unmatched(text, text, integer, integer),
      intake.list_linked_by_hand(text), intake.ask_link(text, integer, bytea) to barometer_steward;
    grant select, insert, update, delete on intake.link_request to barometer_worker;
    grant usage on all sequences in schema intake to barometer_worker;
  `,
  down: `
    drop function intake.ask_link(text, integer, bytea);
    drop function intake.list_linked_by_hand(text);
    drop function intake.list_unmatched(text, text, integer, integer);
    drop table intake.link_request;
    alter table intake.account_address drop column derived;
    alter table intake.account drop column ambiguous;
  `,
};
