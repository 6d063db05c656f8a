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
  "exports.column.release_kind": "wave : une vague de questions ; week : une semaine d’activité.",
  "exports.column.release_key": "La clé de la vague, ou le lundi de la semaine (AAAA-MM-JJ).",
  "exports.column.released_at":
    "Quand ces chiffres ont été diffusés (ISO 8601, temps universel). Ils ne changent plus ensuite.",
  "exports.column.population_key":
    "La clé stable de la population : company, unit:…, site:…, segment:…:….",
  "exports.column.population": "Son nom, dans votre langue, tel qu’au moment de la diffusion.",
  "exports.column.cut":
    "Le découpage dont elle fait partie : organisation, site ou la clé d’un segment.",
  "exports.column.parent_key": "La population qui la contient ; vide pour l’entreprise.",
  "exports.column.measure": "Ce qui est mesuré : voir la liste des mesures.",
  "exports.column.form":
    "share : une part ; mean : une moyenne sur son échelle ; count : un nombre d’actes. Vide si masqué.",
  "exports.column.n":
    "Sur combien de personnes repose le chiffre : exact à partir de {exact}, sinon 5–9 ou 10–19. Réponses pour une question ou un indicateur, invitations pour la participation, effectif pour l’adoption et les personnes actives, auteurs pour les messages.",
  "exports.column.value":
    "Le chiffre tel qu’à l’écran : pour cent entiers, moyenne à trois chiffres, nombre entier d’actes. Arrondi, il est le milieu de ce que disent value_least et value_most ; sous {exact} personnes, la part est en dixièmes (50 se lit « environ 5 sur 10 »). Vide pour une fourchette, dont le milieu ne serait pas le chiffre.",
  "exports.column.value_exact":
    "Le chiffre lui-même, quand il est diffusé exactement : une part va de 0 à 1. Vide quand il est arrondi ou n’est qu’une fourchette : rien de plus fin n’existe.",
  "exports.column.value_least":
    "Le moins que la valeur peut être, dans la même unité, quand elle est arrondie ou n’est qu’une fourchette ; vide quand elle est exacte. Ce n’est pas une marge d’erreur : c’est tout ce qui est diffusé.",
  "exports.column.value_most":
    "Le plus qu’elle peut être. Une part qui va jusqu’à 1 se lit « 60 % ou plus ».",
  "exports.column.low":
    "Bas de l’intervalle à 95 %, dans la même unité ; d’une fourchette, il part de son bas. Vide pour un comptage complet.",
  "exports.column.high": "Haut de l’intervalle.",
  "exports.column.hidden":
    "« masqué » quand la règle de discrétion retient le chiffre ; vide sinon. Une case masquée ne porte aucun nombre, et ce n’est pas un zéro.",
  "exports.column.without":
    "Réseaux qui n’avaient pas répondu quand la semaine a été diffusée, séparés par « | ».",
  "exports.measures": "Mesures",
  "exports.measures.key": "Clé",
  "exports.measures.name": "Ce qui est mesuré",
  "exports.weighted":
    "Aucune pondération : chaque réponse compte pour une, chaque personne pour une.",
  "exports.methods": "Comment se calcule chaque chiffre",
} as const;
