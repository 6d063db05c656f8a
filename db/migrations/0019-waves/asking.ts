/** What a page may write about waves: a wish, and what a leader believes. Both through one door each. */
export const asking = `
    -- Says what became of it: asked, or waiting when the same is being asked for already. Each is
    -- in the audit trail, with what it asks for.
    create function records.wish_wave(actor text, wave text, wanted text, details jsonb, at timestamptz)
    returns text language plpgsql security definer set search_path = pg_catalog as $$
    declare outcome text := 'asked';
    begin
      insert into records.wave_wish (wave_key, wish, details, asked_by, asked_at)
        values (left(wave, 60), wanted, details, actor, at)
        on conflict (wave_key, wish) where done_at is null do nothing;
      if not found then outcome := 'waiting'; end if;
      insert into records.audit_entry (at, actor, action, subject)
        values (at, actor, 'wave wished', jsonb_build_object('wave', left(wave, 60), 'wish', wanted,
          'outcome', outcome));
      return outcome;
    end $$;

    -- guesses: {"trust": 60}. Nobody reads them back, whoever gave them included. Says what became of
    -- them: kept, or late when there is no such wave or its results are out, or nobody for whom leads nothing.
    create function intake.give_guesses(viewer integer, wave text, guesses jsonb, at timestamptz)
    returns text language plpgsql security definer set search_path = pg_catalog as $$
    declare asked records.wave;
    begin
      if not exists (
        select from records.viewer_role r join records.viewer v on v.id = r.viewer_id
        where r.viewer_id = viewer and r.role in ('director', 'manager') and r.valid @> at::date
          and v.disabled_at is null
      ) then
        return 'nobody';
      end if;
      select * into asked from records.wave w where w.key = wave for share;
      if asked.id is null or asked.state not in ('scheduled', 'open') or asked.kind <> 'wave' then
        return 'late';
      end if;
      insert into intake.guess (wave_id, viewer_id, indicator_key, share)
        select asked.id, viewer, g.key, g.value::smallint
        from jsonb_each_text(guesses) as g (key, value)
        join records.indicator i on i.key = g.key
        on conflict (wave_id, viewer_id, indicator_key) do update set share = excluded.share;
      return 'kept';
    end $$;

    revoke all on function records.wish_wave(text, text, text, jsonb, timestamptz),
      intake.give_guesses(integer, text, jsonb, timestamptz) from public;
    grant execute on function records.wish_wave(text, text, text, jsonb, timestamptz)
      to barometer_steward;
    grant execute on function intake.give_guesses(integer, text, jsonb, timestamptz) to barometer_web;
`;
