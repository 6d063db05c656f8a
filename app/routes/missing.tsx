import { missing } from "#app/services/visit.server.ts";

/** Any other address: answered within the frame, in the reader's language. */
export function loader(): never {
  throw missing();
}

/** Never drawn: it makes the answer a page rather than a bare status. */
export default function Nothing() {
  return null;
}
