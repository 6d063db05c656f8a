import { RemixBrowser } from "@remix-run/react";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { learn } from "#app/i18n/translate.ts";

// Only the words of the page's own language are fetched; the other one is another address.
if (document.documentElement.lang === "en") learn("en", (await import("#app/i18n/en.ts")).en);
else learn("fr", (await import("#app/i18n/fr.ts")).fr);

startTransition(() => {
  hydrateRoot(document, <RemixBrowser />);
});
