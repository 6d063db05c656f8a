import type { CanonicalRecord } from "#app/model/canonical.ts";
import { defineConnector } from "./connector.ts";
import { check, rights } from "./matrix/check.ts";
import { readRooms } from "./matrix/read-rooms.ts";
import { serverOf } from "./matrix/server.ts";

/**
 * Matrix, client-server API v3, read with an account of its own that is invited into rooms; Tchap is
 * one. Nothing is decrypted: who said something, when, and what it answers are in clear.
 *
 * A night at a company of 100,000 people in 5,000 rooms: 5,000 requests for members, 125 syncs of 40
 * rooms, one or two pages of history for each of the 2,000 rooms that were busy, the directory:
 * about 8,500 requests, 15 minutes at the 10 a second every network is spared to. The specification
 * publishes no limit; a server that has one says so with each refusal, and is waited for.
 */
export const matrix = defineConnector({
  network: "matrix",
  title: "Matrix / Tchap",
  settings: {
    url: { label: "Server name or address" },
    token: { label: "Access token of an account of its own", secret: true },
    bots: { label: "Accounts that are not people (@name:server, …)", optional: true },
    guests: { label: "Servers whose accounts are guests", optional: true },
    domains: { label: "E-mail domains account names are made from", optional: true },
    purposes: { label: "What rooms are for (annonces = announcements, …)", optional: true },
  },
  live: {
    declares: {
      each: [
        "members",
        "groups",
        "memberships",
        "post",
        "comment",
        "react",
        "view",
        "message",
        "join",
        "leave",
        "vote",
      ],
      historyDays: null,
      delayHours: 0,
    },
    rights,
    async *pull(source): AsyncGenerator<CanonicalRecord> {
      yield* readRooms(await serverOf(source), source);
    },
    check,
  },
});
