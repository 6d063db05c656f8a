import type { Verb } from "#app/model/canonical.ts";
import { inTransaction, locks, type Session } from "../session.ts";
import { storeAccounts, storeMentioned } from "./accounts.ts";
import { fillTargets, storeActs, withdrawUntold } from "./acts.ts";
import type { Batch } from "./batch.ts";
import { storeCounts } from "./counts.ts";
import { endMemberships, leaveOut, storeGroups, storeMemberships } from "./groups.ts";
import { createStaging, fillStaging } from "./staging.ts";

export interface StoreTarget {
  readonly connectionId: number;
  readonly timeZone: string;
  /** The day it is now, in that zone. */
  readonly today: string;
  readonly now: Date;
  readonly numberRepeats: boolean;
  readonly tellsWhatStands: boolean;
  /** For the import's record. */
  readonly source: string;
  /** The import that is under way, when there is one. */
  readonly importId?: number;
}

/** What a batch is committed together with: how far the network has been read. */
export interface Bookmark {
  readonly cursor: string | null;
  readonly from: Date;
  readonly to: Date;
}

export interface Ending {
  readonly from: Date | null;
  /** Every member of every group that was read has been seen. */
  readonly isWhole: boolean;
  /** Everything of these kinds that stands in this window has been told; null when it was not. */
  readonly stood: {
    readonly from: Date;
    readonly to: Date;
    readonly verbs: readonly Verb[];
  } | null;
  /** The network's ids of groups that were not read whole: what they lack says nothing. */
  readonly unread: readonly string[];
}

/** One reading of one connection, batch by batch. */
export class ActivityStore {
  #importId: number | null;

  private constructor(
    private readonly session: Session,
    private readonly target: StoreTarget,
  ) {
    this.#importId = target.importId ?? null;
  }

  static async open(session: Session, target: StoreTarget): Promise<ActivityStore> {
    await createStaging(session);
    return new ActivityStore(session, target);
  }

  /**
   * Commits a batch with its bookmark: both or neither. Returns how many acts and totals were new;
   * what was there already is left as it was, so that a batch may come again.
   */
  async store(batch: Batch, bookmark: Bookmark | null): Promise<number> {
    const { session, target } = this;
    return inTransaction(session, async () => {
      await this.#lock();
      await fillStaging(session, batch);
      if (batch.members.size > 0) await storeAccounts(session, target);
      await storeMentioned(session, target.connectionId);
      if (batch.groups.size > 0) {
        await storeGroups(session, { ...target, importId: () => this.#import() });
      }
      if (batch.memberships.length > 0) await storeMemberships(session, target);
      let added = 0;
      if (batch.acts.length > 0) added += await storeActs(session, target);
      if (batch.counts.length > 0) added += await storeCounts(session, target.connectionId);
      if (bookmark !== null) await this.#remember(bookmark);
      return added;
    });
  }

  /** After the last batch. Returns how much was withdrawn without being told so. */
  async finish({ from, isWhole, stood, unread }: Ending): Promise<number> {
    const { session, target } = this;
    return inTransaction(session, async () => {
      await this.#lock();
      if (from !== null) await fillTargets(session, target.connectionId, from);
      if (unread.length > 0) await leaveOut(session, target.connectionId, unread);
      if (isWhole) await endMemberships(session, target.now);
      return stood === null ? 0 : withdrawUntold(session, target, { ...stood, now: target.now });
    });
  }

  async #lock(): Promise<void> {
    await this.session.query("select pg_advisory_xact_lock($1, $2)", [
      locks.connection,
      this.target.connectionId,
    ]);
  }

  async #remember({ cursor, from, to }: Bookmark): Promise<void> {
    await this.session.query(
      `insert into intake.connection_cursor (connection_id, cursor, window_from, window_to, committed_at)
       values ($1, $2, $3, $4, $5)
       on conflict (connection_id) do update set cursor = excluded.cursor,
         window_from = excluded.window_from, window_to = excluded.window_to, committed_at = excluded.committed_at`,
      [this.target.connectionId, cursor, from, to, this.target.now],
    );
  }

  /** A night makes an import only when a group changed: there is nothing else to take back. */
  async #import(): Promise<number> {
    if (this.#importId !== null) return this.#importId;
    const { rows } = await this.session.query(
      `insert into intake.import (kind, source, state, started_at, finished_at)
       values ('activity', $1, 'kept', $2, $2) returning id`,
      [this.target.source, this.target.now],
    );
    this.#importId = rows[0].id as number;
    return this.#importId;
  }
}
