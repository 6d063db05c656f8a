import { learn } from "./translate.ts";

// In a browser the words of these pages come with them, in their language; the server knows them all.
if (!import.meta.env.SSR) {
  if (document.documentElement.lang === "en")
    learn("en", (await import("./en/connection.ts")).connection);
  else learn("fr", (await import("./fr/connection.ts")).connection);
}
