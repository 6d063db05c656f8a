/** As in 0005, with what people write: it comes sealed, and is kept apart from what they tick. */
export const submitWithComments = `
    -- A letter sealed for the worker, as long as such letters are; returns it as it was written.
    create function intake.check_comment(question records.question, given jsonb) returns text
    language plpgsql immutable set search_path = pg_catalog as $$
    declare sealed text := given ->> 'sealed';
    begin
      if jsonb_typeof(given) = 'object' and jsonb_typeof(given -> 'sealed') = 'string'
        and sealed ~ '^[A-Za-z0-9+/]+={0,2}$' and length(sealed) % 4 = 0 and length(sealed) <= 5600
      then
        if octet_length(decode(sealed, 'base64')) in (1072, 2096, 3120, 4144) then return sealed; end if;
      end if;
      raise exception 'the answer to question % is not a sealed comment', question.position
        using errcode = '22023';
    end $$;
    revoke all on function intake.check_comment(records.question, jsonb) from public;

    -- answers: {"1": 4, "2": "declined", "13": {"sealed": "base64"}}; a question that is not mentioned
    -- was not answered. Returns accepted, unknown, closed or already.
    create or replace function intake.submit(code text, answers jsonb, complete boolean default true)
    returns text language plpgsql security definer set search_path = pg_catalog as $$
    declare
      invitation intake.invitation;
      place intake.frame_code;
      wave records.wave;
      question records.question;
      given jsonb;
      value double precision;
      kept double precision[];
      states smallint[];
      stranger text;
      letters jsonb := '{}';
    begin
      select * into invitation from intake.invitation i
        where i.invitation_hash = intake.invitation_hash(code) for update;
      select * into place from intake.frame_code f where f.answer_hash = intake.answer_hash(code);
      if invitation.wave_id is null or place.wave_id is distinct from invitation.wave_id then
        return 'unknown';
      end if;
      -- Held until the end, so that a wave cannot close between the look and the insert.
      select * into wave from records.wave w where w.id = invitation.wave_id for share;
      if wave.state <> 'open' then
        update records.wave w set late = w.late + 1
          where w.id = invitation.wave_id and w.state in ('closed', 'released');
        return 'closed';
      end if;
      if invitation.state = 'left' then return 'closed'; end if;
      if invitation.state = 'answered' or exists (
        select from intake.answer_mark m where m.invitation_hash = invitation.invitation_hash
      ) then
        return 'already';
      end if;
      if jsonb_typeof(answers) is distinct from 'object' then
        raise exception 'answers must be an object, one key a question' using errcode = '22023';
      end if;

      for question in select * from records.question q
        where q.version_id = wave.version_id order by q.position
      loop
        given := answers -> question.position::text;
        value := null;
        -- Not even that somebody wrote is noted beside their answers.
        if question.kind = 'text' then
          states := states || 3::smallint;
          letters := letters || case
            when given is null or jsonb_typeof(given) = 'null' then '{}'
            when given = '"declined"'::jsonb then jsonb_build_object(question.id, null)
            else jsonb_build_object(question.id, intake.check_comment(question, given)) end;
        elsif given is null or jsonb_typeof(given) = 'null' then
          states := states || 3::smallint;
        elsif given = '"declined"'::jsonb then
          states := states || 2::smallint;
        elsif jsonb_typeof(given) = 'number' then
          value := given::text::double precision;
          perform intake.check_answer(question, value);
          states := states || 1::smallint;
        else
          raise exception 'the answer to question % is not a number', question.position
            using errcode = '22023';
        end if;
        kept := kept || value;
      end loop;
      select key into stranger from jsonb_object_keys(answers) key
        where not exists (select from records.question q
          where q.version_id = wave.version_id and q.position::text = key) limit 1;
      if stranger is not null then
        raise exception 'there is no question %', left(stranger, 20) using errcode = '22023';
      end if;

      if place.member is null then
        if not complete then return 'accepted'; end if;
        insert into intake.answer_box (wave_id, cell, answers, states)
          values (wave.id, place.cell, kept, states);
        insert into intake.comment (wave_id, question_id, cell, value)
          select wave.id, l.key::integer, place.cell, decode(l.value, 'base64')
          from jsonb_each_text(letters) as l (key, value) where l.value is not null order by random();
        insert into intake.answer_mark values (invitation.invitation_hash);
        return 'accepted';
      end if;
      insert into intake.response as r (wave_id, cell, member, complete, answers, states)
        values (wave.id, place.cell, place.member, submit.complete, kept, states)
        on conflict (wave_id, member) do update
          set complete = excluded.complete, answers = excluded.answers, states = excluded.states;
      -- What is not mentioned stays: the page that asks again cannot read it back.
      delete from intake.comment c
        where c.wave_id = wave.id and c.member = place.member and letters ? c.question_id::text;
      insert into intake.comment (wave_id, question_id, cell, member, value)
        select wave.id, l.key::integer, place.cell, place.member, decode(l.value, 'base64')
        from jsonb_each_text(letters) as l (key, value) where l.value is not null;
      if complete then
        update intake.invitation i set state = 'answered'
          where i.invitation_hash = invitation.invitation_hash;
      end if;
      return 'accepted';
    end $$;
`;

/** As in 0005; of comments it says only which questions have one. */
export const resumeWithComments = `
    create or replace function intake.resume(code text) returns jsonb
    language plpgsql security definer set search_path = pg_catalog as $$
    declare
      invitation intake.invitation;
      place intake.frame_code;
      wave records.wave;
      draft jsonb := '{}';
      written jsonb := '[]';
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
      if invitation.state = 'answered' or exists (
        select from intake.answer_mark m where m.invitation_hash = invitation.invitation_hash
      ) then
        return jsonb_build_object('state', 'already', 'wave', wave.key);
      end if;
      if place.member is not null then
        select coalesce(jsonb_object_agg(at, answer), '{}') into draft
          from intake.response r, unnest(r.answers) with ordinality as a (answer, at)
          where r.wave_id = wave.id and r.member = place.member and answer is not null;
        select coalesce(jsonb_agg(q.position order by q.position), '[]') into written
          from intake.comment c join records.question q on q.id = c.question_id
          where c.wave_id = wave.id and c.member = place.member;
      end if;
      return jsonb_build_object('state', 'open', 'wave', wave.key, 'answers', draft, 'comments', written);
    end $$;
`;
