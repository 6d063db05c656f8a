/** Sentences of actions and marks. */
export const actionsInFrench = {
  "marks.succeeded": "{was} devient {now}",
  "marks.reorganised": { one: "{n} entité réorganisée", other: "{n} entités réorganisées" },
  "marks.network.begins": "Nouveau réseau : {network}",
  "marks.network.ends": "Fin de {network}",
  "marks.network.succeeded": "{successor} remplace {network}",
} as const;
