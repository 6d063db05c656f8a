/** Why a network could not be read. The sentence in the reader's language is chosen by this. */
export type Trouble =
  | "address"
  | "busy"
  | "failing"
  | "forbidden"
  | "missing"
  | "redirected"
  | "refused"
  | "slow"
  | "too-large"
  | "unauthorised"
  | "unreachable"
  | "unreadable"
  | "untrusted";

const advice: Readonly<Record<Trouble, string>> = {
  address: "correct the server address in the settings of this network",
  busy: "nothing to do: the next night tries again; if it comes back, ask for a higher rate limit",
  failing:
    "nothing to do here: the next night tries again; if it lasts, warn whoever runs the server",
  forbidden: "give the account of the access token the right to read this",
  missing: "check the server address in the settings of this network",
  redirected: "if that is the right server, write its address in the settings of this network",
  refused: "check the settings of this network",
  slow: "the next night tries again; if it lasts, warn whoever runs the server",
  "too-large": "ask for a shorter period",
  unauthorised:
    "replace the access token in the settings of this network, or the secret it is made with",
  unreachable:
    "check the server address, and that this machine may reach it, by a proxy (HTTPS_PROXY) if there is one",
  unreadable: "check that the address is that of the API, with no sign-in page or proxy before it",
  untrusted: "have the certificate renewed, or name the authority in BAROMETER_CA_FILE",
};

/** What is known of a failure, without anything secret. */
export interface Failure {
  readonly trouble: Trouble;
  /** The request, with neither its query nor its credentials. */
  readonly asked: string;
  readonly status: number | null;
  /** What the network itself said, shortened. */
  readonly said: string | null;
}

/** A network could not be read: what was asked, what came back, what to do. Safe to log and show. */
export class NetworkError extends Error implements Failure {
  override readonly name = "NetworkError";
  readonly trouble: Trouble;
  readonly asked: string;
  readonly status: number | null;
  readonly said: string | null;
  readonly advice: string;

  constructor({ trouble, asked, status, said }: Failure) {
    const answer = [status === null ? null : `HTTP ${status}`, said].filter(
      (part) => part !== null,
    );
    const told = answer.join(", ").replace(/[.\s]+$/, "") || trouble;
    super(`${asked}: ${told}. To do: ${advice[trouble]}.`);
    this.trouble = trouble;
    this.asked = asked;
    this.status = status;
    this.said = said;
    this.advice = advice[trouble];
  }
}
