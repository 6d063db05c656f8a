/** The organisation of each wave, or today's. */
export const organisationInEnglish = {
  "organisation.label": "Organisation",
  "organisation.then": "As it was at each wave",
  "organisation.now": "As it is today",
  "organisation.note":
    "Waves opened before {day} are shown by the units of that day. Each unit of then is counted whole where it has been since; nobody is moved alone. What could be worked out of it about a few people stays hidden.",
} as const;
