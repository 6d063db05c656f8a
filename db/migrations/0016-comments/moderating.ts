/** What waits for a person to read it, by name and written down; never from which unit it comes. */
export const moderating = `
    create function intake.list_waiting_comments(actor text, most integer)
    returns table (comment uuid, wave jsonb, question jsonb, text text, reasons text[], waiting bigint)
    language plpgsql security definer set search_path = pg_catalog as $$
    begin
      insert into records.audit_entry (actor, action) values (actor, 'waiting comments listed');
      -- By a number drawn by lot: neither when nor where it was written.
      return query select c.id, w.names, q.wordings, c.text, c.reasons, count(*) over ()
        from intake.read_comment c
        join records.wave w on w.id = c.wave_id
        join records.question q on q.id = c.question_id
        where c.state = 'waiting' order by c.id limit least(most, 200);
    end $$;

    -- Says what became of it: decided, or gone when somebody else was quicker.
    create function intake.decide_comment(actor text, sought uuid, decision text, shorter text)
    returns text language plpgsql security definer set search_path = pg_catalog as $$
    declare decided intake.read_comment;
    begin
      if decision not in ('publish', 'shorten', 'withhold') or (decision = 'shorten') <> (shorter is not null)
        or length(shorter) > 2000 then
        raise exception 'a comment is published, shortened or withheld' using errcode = '22023';
      end if;
      update intake.read_comment c set
        state = case decision when 'withhold' then 'withheld' else 'clear' end,
        text = case decision when 'withhold' then null when 'shorten' then shorter else c.text end
        where c.id = sought and c.state = 'waiting' returning * into decided;
      if decided.id is null then return 'gone'; end if;
      insert into records.audit_entry (actor, action, subject) values (actor,
        case decision when 'publish' then 'comment published' when 'shorten' then 'comment shortened'
          else 'comment withheld' end,
        jsonb_build_object('comment', decided.id, 'wave', (select key from records.wave where id = decided.wave_id)));
      return 'decided';
    end $$;

    revoke all on function intake.list_waiting_comments(text, integer),
      intake.decide_comment(text, uuid, text, text) from public;
    grant execute on function intake.list_waiting_comments(text, integer),
      intake.decide_comment(text, uuid, text, text) to barometer_steward;
`;
