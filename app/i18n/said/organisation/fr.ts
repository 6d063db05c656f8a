/** The organisation of each wave, or today's. */
export const organisationInFrench = {
  "organisation.label": "Organisation",
  "organisation.then": "Celle de chaque vague",
  "organisation.now": "Celle d’aujourd’hui",
  "organisation.note":
    "Les vagues ouvertes avant le {day} sont présentées selon les unités de ce jour. Chaque unité d’alors est comptée tout entière là où elle se trouve depuis ; personne n’est déplacé seul. Ce qui pourrait s’en déduire sur quelques personnes reste masqué.",
} as const;
