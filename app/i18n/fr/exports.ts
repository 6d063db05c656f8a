/** The page of exports: what a file holds, and what each column means. */
export const exporting = {
  "exports.title": "Exports",
  "exports.lead": "Les chiffres diffusés, tels qu’à l’écran, dans un fichier.",
  "exports.lead.rest":
    "Vous emportez ce que vos droits vous montrent, rien de plus ; une case masquée le reste. La même adresse donne toujours les mêmes lignes, dans le même ordre, jusqu’à la prochaine diffusion.",
  "exports.filters": "{content}, {cut}, {measure}",
  "exports.content": "Contenu",
  "exports.content.all": "Vagues et semaines",
  "exports.content.waves": "Toutes les vagues",
  "exports.content.weeks": "Toutes les semaines",
  "exports.content.wave": "Une vague",
  "exports.from": "Semaines, du",
  "exports.to": "à celle du",
  "exports.from.any": "la première",
  "exports.to.any": "la dernière",
  "exports.cut": "Découpage",
  "exports.cut.any": "Tous les découpages",
  "exports.measure": "Mesure",
  "exports.measure.any": "Toutes les mesures",
  "exports.separators": "Nombres",
  "exports.separators.point": "0.5 et virgules (R, Python, SPSS)",
  "exports.separators.comma": "0,5 et points-virgules (tableur français)",
  "exports.download": "Télécharger le fichier CSV",
  "exports.noted": "Chaque export est inscrit au journal : qui, quand, quels choix.",
  "exports.preview": "Aperçu",
  "exports.preview.sentence": {
    one: "La première ligne du fichier.",
    other: "Les {n} premières lignes du fichier.",
  },
  "exports.preview.none": "Aucune ligne à montrer pour ces choix.",
  "exports.preview.empty":
    "Rien n’est encore diffusé : le fichier se remplit à la première vague close ou à la première semaine d’activité comptée.",
  "exports.preview.region": "Aperçu du fichier, défile de gauche à droite",
  "exports.codebook": "Dictionnaire du fichier",
  "exports.codebook.sentence":
    "Une ligne par chiffre : une mesure, pour une population, dans une diffusion.",
  "exports.codebook.column": "Colonne",
  "exports.codebook.meaning": "Ce qu’elle contient",
  "exports.codebook.file":
    "UTF-8 avec marque d’ordre, lignes terminées par CR LF, guillemets selon la RFC 4180. Un texte qui commence comme une formule (=, +, -, @) est précédé d’une apostrophe.",
  "exports.measures": "Mesures",
  "exports.measures.key": "Clé",
  "exports.measures.name": "Ce qui est mesuré",
  "exports.weighted":
    "Aucune pondération : chaque réponse compte pour une, chaque personne pour une.",
  "exports.methods": "Comment se calcule chaque chiffre",
} as const;
