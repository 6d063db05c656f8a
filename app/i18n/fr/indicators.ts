/** The page of one indicator. */
export const indicators = {
  "indicator.title": "Indicateur",
  "indicator.filters": "{wave}, {population}, comparé à : {compare}",
  "indicator.others": "Les indicateurs",
  "indicator.trend": "Dans le temps",
  "indicator.trend.none": "Aucun chiffre n’est encore diffusé pour cet indicateur.",
  "indicator.questions": "Ses questions",
  "indicator.questions.caption":
    "À droite les avis favorables, à gauche les défavorables, en % des réponses ; le reste est neutre. Cadre vide : fourchette.",
  "indicator.questions.caption.alone":
    "Part favorable, en % des réponses. La répartition entière se lit pour l’entreprise et ses plus grandes parts. Cadre vide : fourchette.",
  "indicator.questions.key.fav": "favorables",
  "indicator.questions.key.unf": "défavorables",
  "indicator.questions.question": "Question",
  "indicator.questions.favourable": "Favorables",
  "indicator.questions.neutral": "Neutres",
  "indicator.questions.unfavourable": "Défavorables",
  "indicator.questions.answers": "Réponses",
  "indicator.questions.rest": "neutres {share}",
  "indicator.questions.beside": "défavorables {unfavourable}, neutres {neutral}",
  "indicator.questions.side": "Réponses",
  "indicator.questions.definition": "Favorable, défavorable",
  "indicator.questions.definition.text":
    "Sur cinq points, 4 et 5 sont favorables, 1 et 2 défavorables. Une question posée à l’envers est lue à l’envers.",
  "indicator.choices": "Ce qui a été choisi",
  "indicator.choices.single": "En % des réponses : chacun a choisi une réponse.",
  "indicator.choices.multiple":
    "En % des réponses : chacun pouvait en cocher plusieurs, la somme dépasse 100 %.",
  "indicator.choices.rank": "En % des réponses : part de ceux qui l’ont mis en premier.",
  "indicator.segments": "Par population : {cut}",
  "indicator.segments.caption":
    "● part favorable et son intervalle à 95 %, par ordre alphabétique. Trait : {whole}. Cadre vide : fourchette.",
  "indicator.segments.caption.alone":
    "● part favorable et son intervalle à 95 %, par ordre alphabétique. Cadre vide : fourchette.",
  "indicator.segments.by": "Populations par",
  "indicator.slope": "D’une vague à l’autre",
  "indicator.slope.caption":
    "Part favorable à deux vagues. Trait coloré : plus que le hasard et au moins 5 points ; gris : on ne peut pas le dire.",
  "indicator.slope.population": "Population",
  "indicator.drivers": "Ce qui va avec",
  "indicator.drivers.caption":
    "Part de ce que ces questions expliquent ensemble (≈ {share} de la variation), et son intervalle à 95 %, sur au moins {n} réponses complètes. Ce n’est pas une cause : agir sur l’une ne fera pas forcément bouger l’autre.",
  "indicator.drivers.definition": "Va avec, ne cause pas",
  "indicator.drivers.definition.text":
    "Les mêmes personnes, le même jour : qui répond haut à l’une répond haut à l’autre. Une seule enquête ne peut pas dire laquelle entraîne l’autre.",
  "indicator.references": "Repères externes",
  "indicator.references.sentence":
    "Chiffres publiés par d’autres, proches de cet indicateur. Ce ne sont pas des normes : rien n’est testé contre eux.",
  "indicator.references.label": "Repère externe",
  "indicator.references.figure": "→ {value}, {period}",
  "indicator.references.more": "Tous ses chiffres",
  "indicator.references.spread": "d’une organisation à l’autre : de {low} à {high}",
  "indicator.references.comparable": "Comparable ?",
  "indicator.references.sample": "Échantillon :",
  "indicator.computed": "Comment c’est calculé",
  "indicator.computed.more": "Tout sur ce calcul",
} as const;
