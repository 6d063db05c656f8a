import { RemixBrowser } from "@remix-run/react";
import { hydrateRoot } from "react-dom/client";
import { learn } from "#app/i18n/translate.ts";

// Only the words of the page's own language are fetched; the other one is another address.
if (document.documentElement.lang === "en") learn("en", (await import("#app/i18n/en.ts")).en);
else learn("fr", (await import("#app/i18n/fr.ts")).fr);

// In one go, not in a transition: React 18 fails (its error 345) when a pointer already over the
// page breaks in on a hydration done in slices.
hydrateRoot(document, <RemixBrowser />);
