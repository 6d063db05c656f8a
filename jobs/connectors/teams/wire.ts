/** The fields of Graph's replies that are read; subject and body only to see whether they ask something. */
export interface Team {
  readonly id: string;
  readonly displayName: string;
  readonly visibility?: string | null;
  readonly createdDateTime: string;
}

export interface Channel {
  readonly id: string;
  readonly createdDateTime?: string | null;
  /** `standard`, `private`, `shared`, and whatever is added to them. */
  readonly membershipType?: string | null;
}

export interface DirectoryObject {
  readonly "@odata.type"?: string;
  readonly id: string;
}

export interface ChannelMember {
  readonly id: string;
  readonly userId?: string | null;
  readonly email?: string | null;
}

export interface Message {
  readonly id: string;
  readonly messageType?: string | null;
  readonly createdDateTime: string;
  readonly deletedDateTime?: string | null;
  readonly from?: Sender | null;
  readonly subject?: string | null;
  readonly body?: { readonly contentType?: string | null; readonly content?: string | null } | null;
  readonly reactions?: readonly Reaction[] | null;
  readonly replies?: readonly Message[] | null;
  readonly "replies@odata.nextLink"?: string;
}

export interface Sender {
  readonly application?: object | null;
  readonly user?: {
    readonly id?: string | null;
    readonly userIdentityType?: string | null;
  } | null;
}

export interface Reaction {
  readonly reactionType?: string | null;
  readonly createdDateTime: string;
  readonly user?: Sender | null;
}
