import { createContext, useContext } from "react";

/** The pass our own scripts carry. Known while the server renders; the browser needs it no more. */
export const Nonce = createContext<string | undefined>(undefined);

export function useNonce(): string | undefined {
  return useContext(Nonce);
}
