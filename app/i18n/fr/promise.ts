/** The promise made to everybody, readable without signing in. */
export const promise = {
  "promise.title": "Promesse",
  "promise.lead":
    "Le baromètre montre des équipes, jamais une personne. Rien n’est montré pour moins de {answers} réponses.",
  "promise.rest": "Un seuil peut monter ; il ne descend jamais. Chaque changement est écrit ici.",
  "promise.seen": "Ce qui est montré, et à qui",
  "promise.seen.sentence":
    "Des parts et des comptages, par population, à ceux qui ont un rôle, chacun dans son périmètre.",
  "promise.seen.1":
    "Un chiffre n’est montré que s’il porte sur assez de personnes. En dessous, la case est hachurée : « masqué », toujours de la même façon, sans dire pourquoi.",
  "promise.seen.2":
    "Une case masquée ne peut pas être retrouvée par soustraction : une voisine est masquée avec elle.",
  "promise.seen.3":
    "Sous {exact} réponses, le nombre est donné par tranche et la part en dixièmes.",
  "promise.seen.4":
    "Un chiffre diffusé ne change plus. Une correction est une nouvelle diffusion, et l’ancienne reste.",
  "promise.seen.5":
    "Un encadrant voit son périmètre ; de ce qui l’entoure, seulement les indicateurs principaux.",
  "promise.never": "Ce qui n’est jamais fait",
  "promise.never.sentence": "Personne n’est montré, classé, noté, prédit ni signalé.",
  "promise.never.1":
    "Les profils publics des personnes, et ce qu’elles font hors des réseaux de l’entreprise, ne sont jamais lus.",
  "promise.never.2": "Aucun texte de message n’est gardé : il n’y a pas de place pour lui en base.",
  "promise.never.3": "Aucune émotion n’est déduite de ce que les gens écrivent.",
  "promise.never.4": "Une réponse n’est jamais rapprochée de l’activité de qui que ce soit.",
  "promise.never.5": "Les messages privés ne comptent pas dans l’adoption des groupes.",
  "promise.never.6":
    "Les pages ne peuvent pas lire une réponse : elles n’en ont pas le droit en base.",
  "promise.thresholds": "Les seuils et leur histoire",
  "promise.thresholds.sentence": {
    one: "Une seule version des seuils depuis le {day}.",
    other: "{n} versions des seuils depuis le {day}.",
  },
  "promise.thresholds.version": "Version",
  "promise.thresholds.since": "Annoncée le",
  "promise.thresholds.state": "État",
  "promise.thresholds.answers": "Réponses, pour une part",
  "promise.thresholds.means": "Réponses, pour une moyenne",
  "promise.thresholds.members": "Personnes, pour l’activité",
  "promise.thresholds.contributors": "Personnes actives",
  "promise.thresholds.exact": "Nombre exact à partir de",
  "promise.thresholds.used": "appliquée depuis le {day}",
  "promise.thresholds.waiting": "s’appliquera à la prochaine diffusion",
  "promise.thresholds.withdrawn": "retirée le {day}, avant d’avoir servi",
  "promise.roles": "Qui a quel rôle",
  "promise.roles.sentence": {
    one: "{n} personne a un rôle aujourd’hui.",
    other: "{n} personnes ont un rôle aujourd’hui.",
  },
  "promise.roles.none": "Personne n’a encore de rôle.",
  "promise.roles.nobody": "personne",
  "promise.roles.director": "Lit les résultats de son périmètre et peut les exporter.",
  "promise.roles.manager": "Lit les résultats de son équipe.",
  "promise.roles.analyst": "Lit les résultats de son périmètre et peut les exporter.",
  "promise.roles.administrator": "Relie les réseaux et ouvre les vagues ; ne lit aucun résultat.",
  "promise.roles.auditor": "Lit les nuits de collecte ; ne lit aucun résultat.",
  "promise.kept": "Ce qui est gardé, et combien de temps",
  "promise.kept.sentence":
    "Le détail de l’activité est gardé {days} jours au plus ; les chiffres diffusés, toujours.",
  "promise.kept.activity": "Activité",
  "promise.kept.activity.text":
    "Qui (sous un numéro), quand, quel geste, dans quel groupe ; jamais le texte. {days} jours au plus.",
  "promise.kept.answers": "Réponses",
  "promise.kept.answers.text":
    "Sous un pseudonyme dont la clé est hors de la base. Pour une vague anonyme, une réponse attend avec d’autres et n’est rangée que par lots mélangés d’au moins dix, pour que l’ordre d’arrivée ne dise rien.",
  "promise.kept.directory": "Annuaire",
  "promise.kept.directory.text":
    "Nom et adresses, chiffrés, pour envoyer les questions ; effacés au départ. Jamais joints à un chiffre.",
  "promise.kept.released": "Chiffres diffusés",
  "promise.kept.released.text": "Gardés sans limite : ils ne parlent de personne.",
  "promise.kept.audit": "Journal",
  "promise.kept.audit.text": "Qui a exporté ou administré quoi : {days} jours.",
  "promise.kept.sessions": "Connexions aux pages",
  "promise.kept.sessions.text": "Essais de connexion : {days} jours, sous une empreinte.",
  "promise.networks": "Réseaux lus",
  "promise.networks.none": "Aucun réseau n’est relié aujourd’hui.",
  "promise.networks.text": "Lus chaque nuit : {networks}. Rien d’autre n’est lu.",
  "promise.object": "S’opposer",
  "promise.object.sentence":
    "Chacun peut s’opposer à la collecte de son activité, sans donner de raison.",
  "promise.object.how":
    "Demandez-le à une personne qui a le rôle d’administration, nommée plus haut, ou au délégué à la protection des données de l’entreprise.",
  "promise.object.then":
    "Votre activité n’est plus collectée et vous sortez des deux côtés de chaque chiffre d’activité : ni dans ceux qui ont pris part, ni dans l’effectif. Répondre à un questionnaire reste libre.",
  "promise.object.erase":
    "Vous pouvez aussi demander ce qui est gardé sur vous, et l’effacement de ce qui peut l’être.",
} as const;
