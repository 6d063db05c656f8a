import type { Right, RightFound, Source } from "../connector.ts";
import { serverOf, unlessRefused } from "./server.ts";

/** Matrix knows no scopes: an account reads what it is in. */
export const rights: readonly Right[] = [
  { name: "m.room.member: join", for: "everything: only rooms the account has entered are read" },
  {
    name: "m.room.history_visibility: shared",
    for: "what was said before the account entered",
    optional: true,
  },
  {
    name: "GET /publicRooms",
    for: "telling closed rooms from secret ones: without it, rooms by invitation are secret",
    optional: true,
  },
];

/** Rooms whose visibility is looked at: enough to see how they are usually set. */
const SAMPLE = 10;

/** Whether the token is good, and what the account is in. */
export async function* check(
  source: Pick<Source, "settings" | "client">,
): AsyncGenerator<RightFound> {
  const client = await serverOf(source);
  await client.get("/v3/account/whoami");
  const { joined_rooms: rooms } = await client.get<{ readonly joined_rooms: readonly string[] }>(
    "/v3/joined_rooms",
  );
  yield {
    right: "m.room.member: join",
    held: rooms.length > 0,
    note: `in ${rooms.length} rooms; invite the account into those to be read, and accept for it`,
  };
  const looked = rooms.slice(0, SAMPLE);
  let shared = 0;
  for (const room of looked) {
    const path = `/v3/rooms/${encodeURIComponent(room)}/state/m.room.history_visibility`;
    const said = await unlessRefused(client.get<{ history_visibility?: string }>(path));
    if (["shared", "world_readable"].includes(said?.history_visibility ?? "shared")) shared += 1;
  }
  yield {
    right: "m.room.history_visibility: shared",
    held: looked.length === 0 ? null : shared === looked.length,
    note: `${shared} of the ${looked.length} rooms looked at`,
  };
  const directory = await client.look("/v3/publicRooms", { limit: 1 });
  yield { right: "GET /publicRooms", held: directory.status === 200 };
}
