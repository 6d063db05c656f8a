import { RemixBrowser } from "@remix-run/react";
import { hydrateRoot } from "react-dom/client";
import { learn } from "#app/i18n/translate.ts";

// Only the words of the page's own language are fetched; the other one is another address.
if (document.documentElement.lang === "en")
  learn("en", (await import("#app/i18n/en/everywhere.ts")).everywhere);
else learn("fr", (await import("#app/i18n/fr/everywhere.ts")).everywhere);

await pageDecoded();

// In one go, not in a transition: React 18 fails (its error 345) when a pointer already over the
// page breaks in on a hydration done in slices.
hydrateRoot(document, <RemixBrowser />);

/**
 * Once what the page is made of can be read. RemixBrowser begins to decode it when it is first
 * called, and throws the promise of it; a key pressed or a click while React waits for that promise
 * leaves the page dead for good (remix-run/remix#10214), so it is waited for here.
 */
async function pageDecoded(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (waiting) {
    await waiting;
  }
}
