/** What is spoken in countries that have one language for nearly everybody, by ISO 3166 code. */
const spoken: Readonly<Record<string, string>> = {
  ...{ FR: "fr", MC: "fr", SN: "fr", CI: "fr" },
  ...{ GB: "en", IE: "en", US: "en", AU: "en", NZ: "en" },
  ...{ ES: "es", MX: "es", AR: "es", CL: "es", CO: "es", PE: "es" },
  ...{ PT: "pt", BR: "pt", DE: "de", AT: "de" },
  ...{ MA: "ar", DZ: "ar", TN: "ar", EG: "ar" },
};

/** The language a device in a country speaks until somebody chooses another; null where it cannot be guessed. */
export function spokenIn(country: string | null): string | null {
  return country === null ? null : (spoken[country.toUpperCase()] ?? null);
}
