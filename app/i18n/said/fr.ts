import { actionsInFrench } from "./actions/fr.ts";
import { adoptionInFrench } from "./adoption/fr.ts";
import { codebookInFrench } from "./codebook/fr.ts";
import { connectionInFrench } from "./connection/fr.ts";
import { organisationInFrench } from "./organisation/fr.ts";
import { paperInFrench } from "./paper/fr.ts";
import { teamsInFrench } from "./teams/fr.ts";

/** Sentences that only the server says: no page carries them with its words. */
export const saidInFrench = {
  ...codebookInFrench,
  ...paperInFrench,
  ...actionsInFrench,
  ...adoptionInFrench,
  ...connectionInFrench,
  ...organisationInFrench,
  ...teamsInFrench,
  "choices.near": "{cut} : {n} sur {all}, les plus proches",
  "choices.found": {
    one: "« {typed} » : {n} trouvée",
    other: "« {typed} » : {n} trouvées",
  },
  "list.others": { one: "{n} autre", other: "{n} autres" },
  "barometer.movers.site": "{name} (site)",
  "barometer.subject.frontline": "La connexion du terrain",
  "barometer.subject.company.connection": "La connexion",
  "barometer.subject.company.trust": "La confiance dans la direction",
  "barometer.subject.company.engagement": "L’engagement",
  "barometer.subject.company.adoption": "L’adoption des groupes",
  "barometer.subject.company.participation": "La participation",
  "barometer.subject.part": "{population} : {subject}",
  "barometer.lead.above": "{subject} monte à {share}, {n} points de plus depuis {wave}.",
  "barometer.lead.below": "{subject} descend à {share}, {n} points de moins depuis {wave}.",
  "barometer.lead.above.ranged": {
    one: "{subject} monte ({share}) : au moins {n} point de plus depuis {wave}.",
    other: "{subject} monte ({share}) : au moins {n} points de plus depuis {wave}.",
  },
  "barometer.lead.below.ranged": {
    one: "{subject} baisse ({share}) : au moins {n} point de moins depuis {wave}.",
    other: "{subject} baisse ({share}) : au moins {n} points de moins depuis {wave}.",
  },
  "barometer.lead.still":
    "{subject} reste à {share} : rien n’a bougé au-delà du hasard depuis {wave}.",
  "barometer.lead.small":
    "{subject} est à {share} : le mouvement depuis {wave} est trop petit pour compter.",
  "barometer.lead.exact":
    "{subject} est à {share}, {points} points depuis {wave} : tout le monde a répondu les deux fois.",
  "barometer.lead.stillToo": "{subject} n’a pas bougé non plus ({share}).",
  "barometer.lead.alone": "{subject} est à {share}.",
  "barometer.lead.ranged": "{subject} : {share}.",
  "barometer.lead.hidden": "{subject} est masquée pour cette vague.",
  "barometer.rest.gap": "{n} points séparent le terrain des bureaux.",
  "barometer.rest.noGap": "On ne peut pas distinguer le terrain des bureaux.",
  "barometer.rest.smallGap": "L’écart entre le terrain et les bureaux est trop petit pour compter.",
  "barometer.rest.small": "L’écart avec le reste de l’entreprise est trop petit pour compter.",
  "barometer.rest.above": "C’est {n} points au-dessus du reste de l’entreprise.",
  "barometer.rest.below": "C’est {n} points en dessous du reste de l’entreprise.",
  "barometer.rest.same": "L’écart avec le reste de l’entreprise peut tenir au hasard.",
  "barometer.movers.up": {
    one: "{n} hausse est réelle.",
    other: "{n} hausses sont réelles.",
  },
  "barometer.movers.down": {
    one: "{n} baisse est réelle.",
    other: "{n} baisses sont réelles.",
  },
  "barometer.movers.nothing": "Rien n’a bougé au-delà du hasard.",
  "barometer.movers.still": {
    one: "{n} mouvement ne compte pas : hasard, ou trop petit.",
    other: "{n} mouvements ne comptent pas : hasard, ou trop petits.",
  },
  "barometer.movers.untold": {
    one: "Pour {n} mouvement, on ne peut pas le dire : trop peu de personnes, ou un chiffre arrondi.",
    other:
      "Pour {n} mouvements, on ne peut pas le dire : trop peu de personnes, ou un chiffre arrondi.",
  },
  "barometer.trend.rose": "{population} : depuis {wave}, {subject} a gagné {n} points.",
  "barometer.trend.fell": "{population} : depuis {wave}, {subject} a perdu {n} points.",
  "barometer.trend.still":
    "{population} : depuis {wave}, {subject} n’a pas bougé au-delà du hasard.",
  "barometer.trend.small":
    "{population} : depuis {wave}, le mouvement de {subject} est trop petit pour compter.",
  "barometer.trend.single": "Un seul point diffusé, ou aucun encore : la suite se lira ici.",
  "barometer.trend.hidden": "Chaque chiffre de cette série est masqué.",
  "barometer.trend.untested":
    "Rien ne permet de comparer la première et la dernière vague sur cet indicateur.",
  "barometer.trend.rounded":
    "Un des deux chiffres est arrondi : on ne peut pas dire si cet indicateur a bougé depuis {wave}.",
  "barometer.trend.happened": "{day} : {what}.",
  "barometer.trend.reference": "Repère externe ({period}) : {name}",
  "references.drawn.label": "Repère {period} : {value}",
  "references.drawn.about": "« {wording} ». {sample}",
  "references.drawn.sentence": "Repère externe, tirets : {name}, {value} (« {wording} »).",
  "references.drawn.never":
    "Un repère n’est ni une norme ni un objectif : aucun écart avec vos chiffres n’est testé.",
  "barometer.trend.reference.text": "« {wording} » {value}. {sample}",
  "barometer.representative.warns": {
    one: "Qui répond change le résultat : si terrain et bureaux avaient répondu autant l’un que l’autre, « {measure} » serait à {share}, soit {n} point d’écart.",
    other:
      "Qui répond change le résultat : si terrain et bureaux avaient répondu autant l’un que l’autre, « {measure} » serait à {share}, soit {n} points d’écart.",
  },
  "barometer.representative.holds": {
    one: "Si terrain et bureaux avaient répondu autant l’un que l’autre, « {measure} » serait à {share} : {n} point d’écart au plus, cela ne change pas la lecture.",
    other:
      "Si terrain et bureaux avaient répondu autant l’un que l’autre, « {measure} » serait à {share} : {n} points d’écart au plus, cela ne change pas la lecture.",
  },
  "barometer.fresh.nights": "Nuits",
  "barometer.fresh.nights.none": "Aucune nuit encore.",
  "barometer.fresh.nights.fine": {
    one: "La dernière nuit s’est bien passée.",
    other: "Les {n} dernières nuits se sont bien passées.",
  },
  "barometer.fresh.nights.failed": {
    one: "{n} des {all} dernières nuits est incomplète : {steps}. Ce qui manque se rattrape la nuit suivante.",
    other:
      "{n} des {all} dernières nuits sont incomplètes : {steps}. Ce qui manque se rattrape la nuit suivante.",
  },
  "barometer.map.sentence": {
    one: "{n} différence sur {tested} est réelle.",
    other: "{n} différences sur {tested} sont réelles.",
  },
  "barometer.map.untested": "Aucune différence ne peut être testée ici.",
  "barometer.map.above": {
    one: "{name} est au-dessus sur {n} indicateur.",
    other: "{name} est au-dessus sur {n} indicateurs.",
  },
  "barometer.map.below": {
    one: "{name} est en dessous sur {n} indicateur.",
    other: "{name} est en dessous sur {n} indicateurs.",
  },
  "barometer.parity.less": "Le terrain répond moins que les bureaux : {less} contre {more}.",
  "barometer.parity.more": "Le terrain répond plus que les bureaux : {less} contre {more}.",
  "barometer.parity.same":
    "Le terrain et les bureaux répondent autant, au hasard près : {less} et {more}.",
  "barometer.parity.small":
    "Le terrain et les bureaux répondent presque autant : {less} et {more}.",
  "barometer.parity.untold":
    "Terrain : {less}, bureaux : {more}. Trop peu de personnes pour dire si l’écart tient au hasard.",
  "barometer.parity.rounded":
    "Terrain : {less}, bureaux : {more}. Des chiffres arrondis ne disent pas si l’écart tient au hasard.",
  "barometer.parity.other": "La participation par population.",
  "barometer.fresh.sentence.both":
    "Les réponses s’arrêtent au {closed} ; l’activité va jusqu’au {day}.",
  "barometer.fresh.sentence.wave":
    "Les réponses s’arrêtent au {closed} ; aucune activité n’est diffusée.",
  "barometer.fresh.sentence.week": "L’activité va jusqu’au {day} ; aucune vague n’est diffusée.",
  "barometer.fresh.answers": "Réponses",
  "barometer.fresh.answers.text":
    "{wave} : close le {closed}, diffusée le {released}. Ces chiffres ne changeront plus.",
  "barometer.fresh.activity": "Activité",
  "barometer.fresh.activity.text":
    "Semaine du {from} au {to}, diffusée le {released}. L’adoption porte sur les quatre dernières semaines diffusées.",
  "barometer.fresh.without": "Sans {networks}, qui n’avait pas répondu à temps.",
  "barometer.fresh.networks": "Réseaux",
  "barometer.fresh.networks.text": "{title} : lu jusqu’au {day}.",
  "barometer.fresh.networks.never": "{title} : pas encore lu.",
  "barometer.fresh.networks.none": "Aucun réseau relié.",
  "adoption.weeks.last": { one: "La dernière semaine", other: "Les {n} dernières semaines" },
  "adoption.weeks.all": "Toutes les semaines diffusées",
  "adoption.notSupplied": "L’adoption des groupes n’est pas fournie.",
  "adoption.notSupplied.rest":
    "Aucun réseau raccordé ne dit qui prend part à un groupe : ce qui n’est pas connu n’est pas zéro.",
  "adoption.ended": "{day} : fin de {network}.",
  "adoption.succeeded": "{day} : fin de {network}, {successor} prend la suite.",
  "adoption.active.sentence": "{share} de l’effectif a fait quelque chose la dernière semaine.",
  "adoption.active.ranged":
    "Part de l’effectif qui a fait quelque chose la dernière semaine : {share}.",
  "adoption.active.hidden": "La dernière semaine est masquée.",
  "adoption.messages.sentence":
    "{share} des messages de la dernière semaine vont à une autre équipe.",
  "adoption.messages.ranged":
    "Part des messages de la dernière semaine qui vont à une autre équipe : {share}.",
  "adoption.messages.none": "La part qui va à une autre équipe n’est pas montrée cette semaine.",
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
  "indicator.subject.connection": "la connexion",
  "indicator.subject.trust": "la confiance dans la direction",
  "indicator.subject.engagement": "l’engagement",
  "indicator.subject.manager": "l’avis sur le responsable direct",
  "indicator.subject.belonging": "l’appartenance",
  "indicator.subject.safety": "la sécurité psychologique",
  "indicator.subject.conditions": "l’avis sur les outils et les conditions",
  "indicator.subject.action": "l’avis sur les suites données",
  "indicator.lead": "{name} : {share} d’avis favorables.",
  "indicator.lead.hidden": "{name} : masqué pour cette vague.",
  "indicator.lead.none": "{name} : pas encore de chiffre pour cette vague.",
  "indicator.questions.none": "Cette vague n’a pas posé de question sur cet indicateur.",
  "indicator.questions.sentence": {
    one: "L’indicateur est fait de {n} question.",
    other: "L’indicateur est la moyenne de {n} questions.",
  },
  "indicator.questions.ends":
    "Sur {n} questions, les avis favorables vont de {low} % (« {least} ») à {high} % (« {most} »).",
  "indicator.segments.untested":
    "Rien ne permet de comparer ces populations au reste : trop peu de réponses, ou des chiffres arrondis.",
  "indicator.segments.above": "Au-dessus du reste : {names}.",
  "indicator.segments.below": "En dessous du reste : {names}.",
  "indicator.segments.others": "Pour les autres, rien ne permet de les distinguer du reste.",
  "indicator.segments.none": "Rien ne permet de distinguer ces populations du reste.",
  "indicator.slope.risen": "En hausse depuis {wave} : {names}.",
  "indicator.slope.fallen": "En baisse depuis {wave} : {names}.",
  "indicator.slope.none": "Depuis {wave}, aucun mouvement ne dépasse le hasard et 5 points.",
  "indicator.choice.single": "Aucune réponse ne se détache avec certitude des autres.",
  "indicator.choice.multiple": "Aucune réponse ne se détache avec certitude des autres.",
  "indicator.choice.rank": "Aucune réponse n’est mise en premier nettement plus que les autres.",
  "indicator.choice.single.first": "La réponse la plus choisie est « {name} » ({share}).",
  "indicator.choice.multiple.first": "La réponse la plus cochée est « {name} » ({share}).",
  "indicator.choice.rank.first": "Le plus souvent mis en premier : « {name} » ({share}).",
  "indicator.paper.questions": "{name}, question par question : {wave}, {population}",
  "indicator.paper.segments": "{name}, {cut} : {wave}, {population}",
  "indicator.paper.drivers": "{name}, ce qui va avec : {wave}, {population}",
  "indicator.drivers.ordered": "Ce qui va le plus avec {subject} : « {first} ».",
  "indicator.drivers.unordered":
    "Plusieurs questions vont avec {subject} ; rien ne permet de dire laquelle d’abord.",
  "indicator.drivers.none":
    "Pas de calcul pour cette population : il faut au moins 100 réponses complètes, et 10 par question.",
} as const;
