/** The one door through which pages write actions and marks: it looks at the rights once more. */
export const noting = `
    -- Directors and managers, for what lies inside a scope of theirs.
    create function records.may_write(viewer integer, place text[], at timestamptz)
    returns boolean language sql stable set search_path = pg_catalog as $$
      select exists (
        select from records.viewer v
        join records.viewer_role r on r.viewer_id = v.id and r.valid @> at::date
          and r.role in ('director', 'manager')
        join records.viewer_scope s on s.viewer_id = v.id and s.valid @> at::date
          and (s.kind = 'company' or s.key = any (place))
        where v.id = viewer and v.disabled_at is null)
    $$;

    -- wanted: {id, population, heard, doing, indicator, owner, dueOn, state, startedOn, endedOn,
    -- onBoard}; with an id it changes that action, whose population stays. Answers the action's id;
    -- null is the answer for what is not there, not theirs, or nobody's to do.
    create function records.write_action(viewer integer, wanted jsonb, at timestamptz)
    returns integer language plpgsql security definer set search_path = pg_catalog as $$
    declare place figures.population; written records.action; known integer := (wanted ->> 'id')::integer;
    begin
      if known is null then
        select p.* into place from figures.population p join figures.release r on r.id = p.release_id
          where p.key = wanted ->> 'population' order by r.released_at desc, r.id desc limit 1;
      else
        select * into written from records.action a where a.id = known for update;
        place.path := written.path;
      end if;
      if place.path is null or not records.may_write(viewer, place.path, at)
        or not records.may_write((wanted ->> 'owner')::integer, place.path, at) then
        return null;
      end if;
      if known is null then
        insert into records.action (kind, key, parent_key, cut, names, path, heard, doing, indicator,
            owner_id, due_on, state, started_on, ended_on, on_board, written_by, written_at, changed_at)
          values (place.kind, place.key, place.parent_key, place.cut, place.names, place.path,
            wanted -> 'heard', wanted -> 'doing', wanted ->> 'indicator', (wanted ->> 'owner')::integer,
            (wanted ->> 'dueOn')::date, wanted ->> 'state', (wanted ->> 'startedOn')::date,
            (wanted ->> 'endedOn')::date, (wanted ->> 'onBoard')::boolean, viewer, at, at)
          returning * into written;
      else
        update records.action a set heard = wanted -> 'heard', doing = wanted -> 'doing',
            indicator = wanted ->> 'indicator', owner_id = (wanted ->> 'owner')::integer,
            due_on = (wanted ->> 'dueOn')::date, state = wanted ->> 'state',
            started_on = (wanted ->> 'startedOn')::date, ended_on = (wanted ->> 'endedOn')::date,
            on_board = (wanted ->> 'onBoard')::boolean, changed_at = at
          where a.id = known returning * into written;
      end if;
      insert into records.audit_entry (at, actor, action, subject)
        select at, v.email, case when known is null then 'action written' else 'action changed' end,
          jsonb_build_object('action', written.id, 'population', written.key, 'state', written.state,
            'onBoard', written.on_board)
        from records.viewer v where v.id = viewer;
      return written.id;
    end $$;

    -- wanted: {on, kind, names, population}. Answers the mark's id, or null as above.
    create function records.write_mark(viewer integer, wanted jsonb, at timestamptz)
    returns integer language plpgsql security definer set search_path = pg_catalog as $$
    declare place figures.population; written integer;
    begin
      select p.* into place from figures.population p join figures.release r on r.id = p.release_id
        where p.key = wanted ->> 'population' order by r.released_at desc, r.id desc limit 1;
      if place.path is null or not records.may_write(viewer, place.path, at) then return null; end if;
      insert into records.mark (on_day, kind, names, key, path, about, written_by, written_at)
        values ((wanted ->> 'on')::date, wanted ->> 'kind', wanted -> 'names', place.key, place.path,
          place.names, viewer, at)
        returning id into written;
      insert into records.audit_entry (at, actor, action, subject)
        select at, v.email, 'mark written', jsonb_build_object('mark', written, 'population', place.key)
        from records.viewer v where v.id = viewer;
      return written;
    end $$;

    -- Whoever may write a mark of its population may take it away. Says whether it was there.
    create function records.forget_mark(viewer integer, mark integer, at timestamptz)
    returns boolean language plpgsql security definer set search_path = pg_catalog as $$
    declare gone records.mark;
    begin
      select * into gone from records.mark m where m.id = mark for update;
      if gone.id is null or not records.may_write(viewer, gone.path, at) then return false; end if;
      delete from records.mark m where m.id = gone.id;
      insert into records.audit_entry (at, actor, action, subject)
        select at, v.email, 'mark taken away', jsonb_build_object('mark', gone.id, 'population', gone.key)
        from records.viewer v where v.id = viewer;
      return true;
    end $$;

    revoke all on function records.may_write(integer, text[], timestamptz),
      records.write_action(integer, jsonb, timestamptz),
      records.write_mark(integer, jsonb, timestamptz),
      records.forget_mark(integer, integer, timestamptz) from public;
    grant execute on function records.write_action(integer, jsonb, timestamptz),
      records.write_mark(integer, jsonb, timestamptz),
      records.forget_mark(integer, integer, timestamptz) to barometer_web;
`;
