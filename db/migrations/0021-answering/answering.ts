/** Whether an answer fits its question: also a choice, several of them, or an order. */
export const checkingChoices = `
    -- Several options are a bit each, in their places; an order is a digit an option, in base one more
    -- than there are options, the preferred first. Names the question, never repeats the answer.
    create function intake.fits_options(question records.question, answer double precision)
    returns boolean language plpgsql stable set search_path = pg_catalog as $$
    declare
      options integer := jsonb_array_length(question.options);
      rest bigint;
      place integer;
      seen integer[] := '{}';
    begin
      if answer <> trunc(answer) or answer < 0 then return false; end if;
      if question.kind = 'single' then
        return exists (select from jsonb_array_elements(question.options) o
          where (o ->> 'value')::double precision = answer);
      end if;
      if question.kind = 'multiple' then return answer < 2::double precision ^ options; end if;
      if answer >= (options + 1)::double precision ^ options then return false; end if;
      rest := answer::bigint;
      while rest > 0 loop
        place := (rest % (options + 1))::integer;
        if place = 0 or place = any(seen) then return false; end if;
        seen := seen || place;
        rest := rest / (options + 1);
      end loop;
      return true;
    end $$;

    create or replace function intake.check_answer(question records.question, answer double precision)
    returns void language plpgsql stable set search_path = pg_catalog as $$
    begin
      if answer <> answer or abs(answer) = 'infinity'::double precision
        or (question.low is not null and answer < question.low)
        or (question.high is not null and answer > question.high)
        or (question.kind in ('agreement', 'likelihood', 'single', 'multiple', 'rank')
          and answer <> trunc(answer))
      then
        raise exception 'the answer to question % is outside its scale (% to %)',
          question.position, question.low, question.high using errcode = '22023';
      end if;
      if question.kind in ('single', 'multiple', 'rank') and question.options is not null
        and not intake.fits_options(question, answer) then
        raise exception 'the answer to question % is none of its options', question.position
          using errcode = '22023';
      end if;
    end $$;

    -- Whether the answers so far say that a question is not asked: of a choice of several, one of
    -- those that are named is enough.
    create function intake.is_not_asked(question records.question, kept double precision[])
    returns boolean language sql stable set search_path = pg_catalog as $$
      select exists (
        select from jsonb_array_elements(question.shown_if) condition
        where not exists (
          select from records.question q join records.item i on i.id = q.item_id
          where q.version_id = question.version_id and q.position < question.position
            and i.key = condition ->> 'item'
            and case when q.kind = 'multiple' then exists (
                select from jsonb_array_elements(q.options) with ordinality as o (option, place)
                where condition -> 'is' @> (o.option -> 'value')
                  and (kept[q.position]::bigint >> (place - 1)::integer) & 1 = 1)
              else condition -> 'is' @> to_jsonb(kept[q.position]) end))
    $$;
    revoke all on function intake.fits_options(records.question, double precision),
      intake.is_not_asked(records.question, double precision[]) from public;
`;

/** As in 0016; what is not mentioned stays as it was, and a later answer may count. */
export const submitMerging = `
    -- answers: {"1": 4, "2": "declined", "3": null, "13": {"sealed": "base64"}}; a question that is not
    -- mentioned stays as it was, null takes its answer back. Returns accepted, unknown, closed or already.
    create or replace function intake.submit(code text, answers jsonb, complete boolean default true)
    returns text language plpgsql security definer set search_path = pg_catalog as $$
    declare
      invitation intake.invitation;
      place intake.frame_code;
      wave records.wave;
      draft intake.response;
      question records.question;
      given jsonb;
      value double precision;
      told smallint;
      kept double precision[];
      states smallint[];
      asked text[] := '{}';
      stranger text;
      letters jsonb := '{}';
    begin
      select * into invitation from intake.invitation i
        where i.invitation_hash = intake.invitation_hash(code) for update;
      select * into place from intake.frame_code f where f.answer_hash = intake.answer_hash(code);
      if invitation.wave_id is null or place.wave_id is distinct from invitation.wave_id then
        return 'unknown';
      end if;
      -- Held until the end: whoever closes the wave waits for it, and nobody else does.
      select * into wave from records.wave w where w.id = invitation.wave_id for key share;
      if wave.state <> 'open' then
        update records.wave w set late = w.late + 1
          where w.id = invitation.wave_id and w.state in ('closed', 'released');
        return 'closed';
      end if;
      if invitation.state = 'left' then return 'closed'; end if;
      -- An anonymous answer cannot be found again, so there the first one is always final.
      if (invitation.state = 'answered' and (wave.answer_rule = 'first' or place.member is null))
        or exists (select from intake.answer_mark m
          where m.invitation_hash = invitation.invitation_hash)
      then
        return 'already';
      end if;
      if jsonb_typeof(answers) is distinct from 'object' then
        raise exception 'answers must be an object, one key a question' using errcode = '22023';
      end if;
      if place.member is not null then
        select * into draft from intake.response r
          where r.wave_id = wave.id and r.member = place.member;
      end if;

      for question in select * from records.question q
        where q.version_id = wave.version_id order by q.position
      loop
        asked := asked || question.position::text;
        given := answers -> question.position::text;
        value := null;
        told := 3;
        -- Not even that somebody wrote is noted beside their answers.
        if question.kind = 'text' then
          letters := letters || case
            when given is null then '{}'
            when jsonb_typeof(given) = 'null' or given = '"declined"'::jsonb
              then jsonb_build_object(question.id, null)
            else jsonb_build_object(question.id, intake.check_comment(question, given)) end;
        elsif given is null then
          value := draft.answers[question.position];
          told := coalesce(draft.states[question.position], 3);
        elsif given = '"declined"'::jsonb then
          told := 2;
        elsif jsonb_typeof(given) = 'number' then
          value := given::text::double precision;
          perform intake.check_answer(question, value);
          told := 1;
        elsif jsonb_typeof(given) <> 'null' then
          raise exception 'the answer to question % is not a number', question.position
            using errcode = '22023';
        end if;
        -- Somebody may still change their mind about what decides: only at the end is it known.
        if complete and question.shown_if is not null and intake.is_not_asked(question, kept) then
          value := null;
          told := 3;
          if question.kind = 'text' then
            letters := letters || jsonb_build_object(question.id, null);
          end if;
        end if;
        kept := kept || value;
        states := states || told;
      end loop;
      select key into stranger from jsonb_object_keys(answers) key where key <> all (asked) limit 1;
      if stranger is not null then
        raise exception 'there is no question %', left(stranger, 20) using errcode = '22023';
      end if;

      if place.member is null then
        if not complete then return 'accepted'; end if;
        insert into intake.answer_box (wave_id, cell, answers, states)
          values (wave.id, place.cell, kept, states);
        if letters <> '{}' then
          insert into intake.comment (wave_id, question_id, cell, value)
            select wave.id, l.key::integer, place.cell, decode(l.value, 'base64')
            from jsonb_each_text(letters) as l (key, value) where l.value is not null order by random();
        end if;
        insert into intake.answer_mark values (invitation.invitation_hash);
        return 'accepted';
      end if;
      insert into intake.response as r (wave_id, cell, member, complete, answers, states)
        values (wave.id, place.cell, place.member, submit.complete, kept, states)
        on conflict (wave_id, member) do update
          set complete = r.complete or excluded.complete, answers = excluded.answers,
            states = excluded.states;
      if letters <> '{}' then
        delete from intake.comment c
          where c.wave_id = wave.id and c.member = place.member and letters ? c.question_id::text;
        insert into intake.comment (wave_id, question_id, cell, member, value)
          select wave.id, l.key::integer, place.cell, place.member, decode(l.value, 'base64')
          from jsonb_each_text(letters) as l (key, value) where l.value is not null;
      end if;
      if complete then
        update intake.invitation i set state = 'answered'
          where i.invitation_hash = invitation.invitation_hash and i.state <> 'answered';
      end if;
      return 'accepted';
    end $$;
`;

/** As in 0016; and what was declined, how the wave is held, and whether the answers had been sent. */
export const resumeWhole = `
    create or replace function intake.resume(code text) returns jsonb
    language plpgsql security definer set search_path = pg_catalog as $$
    declare
      invitation intake.invitation;
      place intake.frame_code;
      wave records.wave;
      draft jsonb := '{}';
      declined jsonb := '[]';
      written jsonb := '[]';
      is_answered boolean;
    begin
      select * into invitation from intake.invitation i
        where i.invitation_hash = intake.invitation_hash(code);
      select * into place from intake.frame_code f where f.answer_hash = intake.answer_hash(code);
      if invitation.wave_id is null or place.wave_id is distinct from invitation.wave_id then
        return jsonb_build_object('state', 'unknown');
      end if;
      select * into wave from records.wave w where w.id = invitation.wave_id;
      if wave.state <> 'open' or invitation.state = 'left' then
        return jsonb_build_object('state', 'closed', 'wave', wave.key);
      end if;
      is_answered := invitation.state = 'answered' or exists (
        select from intake.answer_mark m where m.invitation_hash = invitation.invitation_hash);
      if is_answered and (wave.answer_rule = 'first' or place.member is null) then
        return jsonb_build_object('state', 'already', 'wave', wave.key);
      end if;
      if place.member is not null then
        select coalesce(jsonb_object_agg(at, answer) filter (where answer is not null), '{}'),
            coalesce(jsonb_agg(at order by at) filter (where state = 2), '[]')
          into draft, declined
          from intake.response r,
            unnest(r.answers, r.states) with ordinality as a (answer, state, at)
          where r.wave_id = wave.id and r.member = place.member;
        select coalesce(jsonb_agg(q.position order by q.position), '[]') into written
          from intake.comment c join records.question q on q.id = c.question_id
          where c.wave_id = wave.id and c.member = place.member;
      end if;
      return jsonb_build_object('state', 'open', 'wave', wave.key, 'answers', draft,
        'declined', declined, 'comments', written, 'again', is_answered);
    end $$;
`;
