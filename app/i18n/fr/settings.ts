/** The administrator's page of settings. */
export const settings = {
  "settings.title": "Réglages",
  "settings.lead":
    "Un seuil peut être relevé, jamais abaissé. Chaque relèvement est public, et vaut pour les vagues ouvertes et les semaines diffusées ensuite.",
  "settings.done": "C’est fait. La promesse le dit à tous dès maintenant.",
  "settings.trouble": "Rien n’a été changé",
  "settings.trouble.number": "Écrivez un nombre entier.",
  "settings.trouble.same": "Ce seuil a déjà cette valeur.",
  "settings.trouble.lower":
    "Un seuil ne descend jamais : des gens ont répondu en sachant celui-ci. La demande est notée au journal.",
  "settings.trouble.unknown": "Ce seuil n’existe pas : rechargez la page.",
  "settings.trouble.fixed": "Ce nombre ne se règle pas : les fourchettes de n s’y arrêtent.",
  "settings.trouble.too-high":
    "Au-delà de 1 000, presque rien ne serait jamais montré : donnez un nombre plus petit.",
  "settings.trouble.used":
    "Une vague ou une diffusion s’en est servie : ces seuils ont été promis, et ne peuvent plus que monter. La demande est notée au journal.",
  "settings.trouble.none": "Il n’y a pas de relèvement à retirer.",
  "settings.raise": "Relever un seuil",
  "settings.raise.sentence":
    "Une vague garde les seuils de son ouverture ; ce qui est diffusé ne change plus.",
  "settings.threshold": "Seuil",
  "settings.inForce": "En vigueur",
  "settings.new": "Nouveau",
  "settings.new.of": "Nouvelle valeur pour : {threshold}",
  "settings.raise.button": "Relever",
  "settings.raise.of": "Relever : {threshold}",
  "settings.withdraw": "Retirer le dernier relèvement",
  "settings.withdraw.sentence":
    "Le dernier relèvement n’a encore servi à aucune vague ni à aucune diffusion : il peut être retiré. L’histoire publique garde les deux jours.",
} as const;
