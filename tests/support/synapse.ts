import { createHmac } from "node:crypto";

/** Somebody who has an account on a real Matrix server, and what they can do there. */
export interface Account {
  readonly id: string;
  readonly token: string;
  ask<Body = { readonly event_id: string }>(
    method: string,
    path: string,
    body?: object,
  ): Promise<Body>;
  /** Sends an event to a room; gives its id. */
  send(room: string, type: string, content: object): Promise<string>;
  /** Writes a message, continuing another where `about` says so. */
  write(room: string, body: string, about?: object): Promise<string>;
  react(room: string, event: string): Promise<string>;
  withdraw(room: string, event: string): Promise<void>;
  /** Makes a room; gives its id. */
  make(room: object): Promise<string>;
  enter(room: string): Promise<void>;
}

/** Accounts of a server that was told a secret to make them with. */
export function accountsOn({ address, secret }: { address: string; secret: string }) {
  let sent = 0;
  const asking =
    (token: string | null) =>
    async <Body>(method: string, path: string, body?: object): Promise<Body> => {
      const response = await fetch(`${address}${path}`, {
        method,
        headers: token === null ? {} : { authorization: `Bearer ${token}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
      return (await response.json()) as Body;
    };
  return async (name: string): Promise<Account> => {
    const admin = "/_synapse/admin/v1/register";
    const { nonce } = await asking(null)<{ nonce: string }>("GET", admin);
    const password = `${name}-of-the-plant`;
    const mac = createHmac("sha1", secret)
      .update([nonce, name, password, "notadmin"].join("\0"))
      .digest("hex");
    const made = { nonce, username: name, password, admin: false, mac };
    const registered = await asking(null)<{ user_id: string; access_token: string }>(
      "POST",
      admin,
      made,
    );
    const ask = asking(registered.access_token);
    const in_ = (room: string) => `/_matrix/client/v3/rooms/${encodeURIComponent(room)}`;
    const send: Account["send"] = async (room, type, content) => {
      sent += 1;
      const { event_id } = await ask<{ event_id: string }>(
        "PUT",
        `${in_(room)}/send/${type}/${sent}`,
        content,
      );
      return event_id;
    };
    return {
      id: registered.user_id,
      token: registered.access_token,
      ask,
      send,
      write: (room, body, about) =>
        send(room, "m.room.message", {
          msgtype: "m.text",
          body,
          ...(about === undefined ? {} : { "m.relates_to": about }),
        }),
      react: (room, event) =>
        send(room, "m.reaction", {
          "m.relates_to": { rel_type: "m.annotation", event_id: event, key: "👍" },
        }),
      async withdraw(room, event) {
        sent += 1;
        await ask("PUT", `${in_(room)}/redact/${encodeURIComponent(event)}/${sent}`, {});
      },
      async make(room) {
        return (await ask<{ room_id: string }>("POST", "/_matrix/client/v3/createRoom", room))
          .room_id;
      },
      async enter(room) {
        await ask("POST", `${in_(room)}/join`, {});
      },
    };
  };
}
