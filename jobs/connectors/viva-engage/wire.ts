/** The fields of Graph's and Yammer's replies that are read; a body only to see whether it asks something. */
export interface Community {
  /** Base64 of `{"_type":"Group","id":"47691358209"}`. */
  readonly id: string;
  readonly displayName: string;
  readonly privacy?: string | null;
  /** The Microsoft 365 group that holds its members. */
  readonly groupId?: string | null;
}

export interface DirectoryObject {
  readonly "@odata.type"?: string;
  readonly id: string;
}

/** Ids are numbers, or text where they are longer than a number can be. */
export type YammerId = number | string;

export interface YammerUser {
  readonly id: YammerId;
  readonly state?: string | null;
  readonly email?: string | null;
  readonly guest?: boolean | null;
}

export interface YammerGroup {
  readonly id: YammerId;
  readonly full_name?: string | null;
  readonly privacy?: string | null;
  readonly created_at?: string | null;
}

export interface YammerMessage {
  readonly id: YammerId;
  readonly sender_id?: YammerId | null;
  readonly sender_type?: string | null;
  readonly replied_to_id?: YammerId | null;
  readonly thread_id?: YammerId | null;
  readonly group_id?: YammerId | null;
  readonly created_at: string;
  readonly message_type?: string | null;
  readonly system_message?: boolean | null;
  readonly direct_message?: boolean | null;
  readonly body?: { readonly plain?: string | null } | null;
}

export interface YammerPage {
  readonly messages?: readonly YammerMessage[];
  readonly meta?: { readonly older_available?: boolean };
}
