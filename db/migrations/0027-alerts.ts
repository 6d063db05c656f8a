import type { Migration } from "./migration.ts";

/** What the nights noticed, and what viewers are written to about. */
export const alerts: Migration = {
  name: "0027-alerts",
  up: `
    -- It follows from what is released, or from the running of the machine: it holds no number.
    create table records.alert (
      id integer generated always as identity primary key,
      kind text not null check (kind in ('participation', 'adoption', 'network', 'night')),
      -- The key of a population or of a connection, or the name of a step.
      subject text not null,
      raised_on date not null,
      -- Where a population stands in the organisation, so that rights can be decided; else null.
      population jsonb,
      details jsonb not null default '{}',
      -- Null while what it says still holds.
      ended_on date check (ended_on >= raised_on),
      check ((population is not null) = (kind in ('participation', 'adoption')))
    );
    create unique index one_alert_a_month
      on records.alert (kind, subject, date_trunc('month', raised_on::timestamp));
    comment on column records.alert.details is
      'the wave, the week, or why a network could not be read: names of things, no figures';

    create table records.viewer_mail_choice (
      viewer_id integer primary key references records.viewer,
      digest text not null check (digest in ('weekly', 'monthly', 'never')),
      alerts boolean not null
    );
    comment on table records.viewer_mail_choice is
      'who has no row has chosen nothing: a digest a month, and alerts';

    -- One mail a viewer, kind and period. What it says is read when it is sent, and not kept.
    create table records.viewer_mail (
      token uuid primary key default gen_random_uuid(),
      viewer_id integer not null references records.viewer,
      kind text not null check (kind in ('alerts', 'digest')),
      -- The day of the night, or the first day of the week or month in which a digest is due.
      period date not null,
      -- The first day it tells of.
      since date not null,
      due_at timestamptz not null,
      state text not null default 'waiting'
        check (state in ('waiting', 'sending', 'sent', 'unreachable', 'unsure', 'late')),
      attempts smallint not null default 0,
      claimed_at timestamptz,
      sent_at timestamptz,
      why text,
      unique (viewer_id, kind, period)
    );
    create index on records.viewer_mail (due_at) where state = 'waiting';
    comment on column records.viewer_mail.state is
      'unsure: whoever was sending it ended; late: it was not sent for so long that it is no news';

    grant select, insert, update, delete on records.alert, records.viewer_mail_choice,
      records.viewer_mail to barometer_worker;
    grant select on records.alert to barometer_web;
    grant select, insert, update on records.viewer_mail_choice to barometer_web;
  `,
  down: "drop table records.viewer_mail, records.viewer_mail_choice, records.alert;",
};
