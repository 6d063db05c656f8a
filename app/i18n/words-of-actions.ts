import { learn } from "./translate.ts";

// In a browser the words of this page come with it, in its language; the server knows them all.
if (!import.meta.env.SSR) {
  if (document.documentElement.lang === "en")
    learn("en", (await import("./en/actions.ts")).actions);
  else learn("fr", (await import("./fr/actions.ts")).actions);
}
