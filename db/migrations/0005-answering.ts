import type { Migration } from "./migration.ts";

/**
 * The only two doors through which an answer enters and is resumed. The web may call them and may
 * read nothing of what lies behind: an insert-only grant would not survive `on conflict`.
 */
export const answering: Migration = {
  name: "0005-answering",
  up: `
    -- Two hashes of one code: the invitation knows one, the frame the other, and only somebody
    -- who holds the code can tell that they belong together.
    create function intake.invitation_hash(code text) returns bytea
    language sql immutable set search_path = pg_catalog
    as $$ select sha256(convert_to('invitation:' || code, 'UTF8')) $$;
    create function intake.answer_hash(code text) returns bytea
    language sql immutable set search_path = pg_catalog
    as $$ select sha256(convert_to('answer:' || code, 'UTF8')) $$;

    -- Whether an answer fits its question. Names the question, never repeats the answer.
    create function intake.check_answer(question records.question, answer double precision)
    returns void language plpgsql stable set search_path = pg_catalog as $$
    begin
      if answer <> answer or abs(answer) = 'infinity'::double precision
        or (question.low is not null and answer < question.low)
        or (question.high is not null and answer > question.high)
        or (question.kind in ('agreement', 'likelihood', 'single', 'multiple') and answer <> trunc(answer))
      then
        raise exception 'the answer to question % is outside its scale (% to %)',
          question.position, question.low, question.high using errcode = '22023';
      end if;
    end $$;

    -- answers: {"1": 4, "2": "declined"}; a question that is not mentioned was not answered.
    -- Returns accepted, unknown, closed or already.
    create function intake.submit(code text, answers jsonb, complete boolean default true)
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
        if given is null or jsonb_typeof(given) = 'null' then
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
        insert into intake.answer_mark values (invitation.invitation_hash);
        return 'accepted';
      end if;
      insert into intake.response as r (wave_id, cell, member, complete, answers, states)
        values (wave.id, place.cell, place.member, submit.complete, kept, states)
        on conflict (wave_id, member) do update
          set complete = excluded.complete, answers = excluded.answers, states = excluded.states;
      if complete then
        update intake.invitation i set state = 'answered'
          where i.invitation_hash = invitation.invitation_hash;
      end if;
      return 'accepted';
    end $$;

    -- Where a respondent stands: the wave, and what a confidential respondent had already ticked.
    create function intake.resume(code text) returns jsonb
    language plpgsql security definer set search_path = pg_catalog as $$
    declare
      invitation intake.invitation;
      place intake.frame_code;
      wave records.wave;
      draft jsonb := '{}';
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
      end if;
      return jsonb_build_object('state', 'open', 'wave', wave.key, 'answers', draft);
    end $$;
  `,
  down: `
    drop function intake.resume(text);
    drop function intake.submit(text, jsonb, boolean);
    drop function intake.check_answer(records.question, double precision);
    drop function intake.answer_hash(text);
    drop function intake.invitation_hash(text);
  `,
};
