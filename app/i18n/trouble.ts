/** Said in both languages at once: the reader's own may be what could not be found out. */
export const trouble = {
  fr: {
    missing: {
      title: "Cette page n’existe pas",
      text: "L’adresse est peut-être incomplète ou ancienne. Les pages que vous pouvez lire sont dans le menu.",
    },
    failed: {
      title: "La page n’a pas pu être préparée",
      text: "Rien n’est perdu. Réessayez dans un instant\u202f; si cela dure, prévenez l’administrateur du baromètre.",
    },
    home: "Revenir à l’accueil",
  },
  en: {
    missing: {
      title: "This page does not exist",
      text: "The address may be incomplete or out of date. The pages you can read are in the menu.",
    },
    failed: {
      title: "The page could not be prepared",
      text: "Nothing is lost. Try again in a moment; if it lasts, tell the administrator of the barometer.",
    },
    home: "Back to the start",
  },
} as const;
