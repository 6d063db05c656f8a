/** The promise made to everybody, readable without signing in. */
export const promise = {
  "promise.title": "Promesse",
  "promise.lead":
    "Le baromètre montre des équipes, jamais une personne. Rien n’est montré pour moins de {answers} réponses.",
  "promise.rest":
    "Un seuil peut monter ; il ne descend jamais. Cette page dit ce que le baromètre fait aujourd’hui, pas ce qu’il fera un jour.",
  "promise.known": "Ce qui est su de vous",
  "promise.known.sentence":
    "Votre place dans l’entreprise, vos gestes sur ses réseaux, vos réponses si vous en donnez.",
  "promise.known.1":
    "Votre place : équipe, site, terrain ou bureau, horaires, contrat, dates d’arrivée et de départ. Votre numéro de personnel est remplacé par un code ; votre nom et vos adresses sont chiffrés et ne servent qu’à vous envoyer les questions.",
  "promise.known.2":
    "Vos gestes sur les réseaux de l’entreprise : publier, commenter, réagir, voter, rejoindre un groupe ; quand, et dans quel groupe. Le texte est lu un instant, pour savoir si c’est une question, puis jeté.",
  "promise.known.3":
    "Vos messages privés : qu’un message est parti, et à quelle heure ; à qui, seulement si le réseau ou le fichier le dit. Jamais ce qu’il contient.",
  "promise.known.4":
    "Vos réponses, et le fait que vous avez été invité et que vous avez répondu, pour ne pas vous relancer. Aucune page ne le montre.",
  "promise.known.letters":
    "Les lettres qui vous sont envoyées : par quel canal, et si elles sont arrivées, jusqu’à l’oubli de la vague ; jamais leur texte ni votre lien. Si vous avez dit STOP ou ARRÊT, cela est gardé, pour ne plus vous écrire.",
  "promise.known.5":
    "Qui tient le serveur peut ouvrir la base : il y verrait des codes, des gestes datés, des réponses sous pseudonyme. Les clés sont dans un fichier à part. C’est une affaire de confiance et de contrôle, et nous préférons l’écrire.",
  "promise.waves": "Une vague anonyme, une vague confidentielle",
  "promise.waves.sentence":
    "Une réponse anonyme ne peut plus être rattachée à vous ; une réponse confidentielle est gardée sous un pseudonyme.",
  "promise.waves.anonymous": "Anonyme",
  "promise.waves.anonymous.text":
    "Votre réponse ne garde qu’un groupe d’au moins dix personnes invitées : quand votre équipe est plus petite, elle est jointe à d’autres. Elle attend dans une boîte ; quand dix réponses au moins de ce groupe y sont, elles sont mélangées et rangées ensemble. Qui a répondu est noté à part, à un autre moment, pour ne plus relancer personne, et oublié à la clôture, où tout est mélangé encore une fois. D’une vague qui a reçu moins de dix réponses, aucune n’est comptée.",
  "promise.waves.confidential": "Confidentielle",
  "promise.waves.confidential.text":
    "Votre réponse porte un pseudonyme, le même d’une vague à l’autre, pour suivre une évolution. La clé qui le fabrique est hors de la base. Vous pouvez reprendre vos réponses jusqu’à ce que vous les envoyiez, et jusqu’à la clôture quand la vague le dit. Si vous quittez l’entreprise avant la clôture, votre réponse n’est pas comptée.",
  "promise.seen": "Ce qui est montré, et à qui",
  "promise.seen.sentence":
    "Des parts et des comptages, par population, à ceux qui ont un rôle, chacun dans son périmètre.",
  "promise.seen.1":
    "Un chiffre n’est montré que s’il porte sur assez de personnes. En dessous, la case est hachurée : « masqué », toujours de la même façon, sans dire pourquoi.",
  "promise.seen.2":
    "Quand une soustraction révélerait une case masquée, une voisine est masquée avec elle.",
  "promise.seen.3":
    "Sous {exact} réponses, le nombre est donné par tranche et la part en dixièmes.",
  "promise.seen.4":
    "Un chiffre diffusé ne change plus. Une correction est une nouvelle diffusion, et l’ancienne reste.",
  "promise.seen.5":
    "Un encadrant voit son périmètre ; de ce qui l’entoure, seulement les indicateurs principaux.",
  "promise.seen.6":
    "Pendant qu’une vague est ouverte, seule la participation se lit, par fourchette large, une fois par jour, et à partir de {invited} personnes invitées. Aucun résultat.",
  "promise.seen.7":
    "Ce que les dirigeants imaginent de vos réponses, avant de les lire, n’est montré qu’à partir de {answers} dirigeants, et jamais de l’un d’eux.",
  "promise.never": "Ce qui n’est jamais fait",
  "promise.never.sentence": "Personne n’est montré, classé, noté, prédit ni signalé.",
  "promise.never.1":
    "Aucun profil des personnes hors des réseaux de l’entreprise n’est jamais lu : ni Facebook, ni X (Twitter), ni LinkedIn, ni Snapchat, ni Periscope, ni Skype, ni aucun autre réseau public. Cette version n’a rien pour les lire.",
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
  "promise.thresholds.says": "Ce qu’elle change",
  "promise.thresholds.one": "{threshold} : {n}",
  "promise.thresholds.since": "Annoncée le",
  "promise.thresholds.state": "État",
  "promise.thresholds.answers": "Réponses, pour une part",
  "promise.thresholds.means": "Réponses, pour une moyenne",
  "promise.thresholds.sensitive": "Réponses, pour une question sensible",
  "promise.thresholds.comments": "Réponses, pour des commentaires",
  "promise.thresholds.commenters": "Personnes qui ont commenté",
  "promise.thresholds.records": "Personnes semblables, pour un export de lignes",
  "promise.thresholds.invited": "Personnes invitées, pour la participation",
  "promise.thresholds.members": "Personnes, pour l’activité",
  "promise.thresholds.contributors": "Personnes actives",
  "promise.thresholds.exact": "Nombre exact à partir de",
  "promise.thresholds.used": "appliquée depuis le {day}",
  "promise.thresholds.waiting":
    "s’appliquera aux vagues ouvertes et aux semaines diffusées ensuite",
  "promise.thresholds.byProduct":
    "relevée par une nouvelle version du produit, qui connaît plus de seuils",
  "promise.thresholds.replaced": "remplacée par la version {version} avant d’avoir servi",
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
  "promise.roles.administrator":
    "Relie les réseaux et ouvre les vagues ; ne lit aucun résultat sans un autre rôle.",
  "promise.roles.auditor": "Lit les nuits de collecte ; ne lit aucun résultat sans un autre rôle.",
  "promise.kept": "Ce qui est gardé, et combien de temps",
  "promise.kept.sentence":
    "Chaque nuit efface ce qui a fait son temps, et dit combien de lignes de quoi. Les sauvegardes du serveur ont leur propre durée : demandez-la à qui le tient.",
  "promise.kept.activity": "Activité",
  "promise.kept.activity.text":
    "Effacée après {days} jours, avec tout ce qui en a été fait personne par personne. Ce qui a servi à compter une semaine diffusée part {weeks} jours après sa diffusion.",
  "promise.kept.answers": "Réponses",
  "promise.kept.answers.text":
    "Gardées sans limite, mais sans personne : {days} jours après la clôture de la vague suivante (au plus tard {alone} jours après la sienne), le pseudonyme, l’invitation et le code sont effacés, et plus rien ne relie la réponse à quelqu’un. Les commentaires sont effacés {comments} jours après la clôture.",
  "promise.kept.received": "Ce que les réseaux envoient d’eux-mêmes",
  "promise.kept.received.text":
    "Sans son texte, chiffré jusqu’à ce qu’il soit compté, une minute plus tard. Pour reconnaître une répétition, son numéro est gardé {days} jours, brouillé. Une réponse que personne ne prend est effacée après {answers} jours.",
  "promise.kept.people": "Fichier du personnel",
  "promise.kept.people.text":
    "Équipe, site, horaires et dates sont gardés sans limite, pour lire une semaine passée avec les équipes de cette semaine-là.",
  "promise.kept.directory": "Annuaire",
  "promise.kept.directory.text":
    "Nom et adresses, chiffrés, pour envoyer les questions ; effacés au premier fichier du personnel qui suit le départ. Ce que l’annuaire de l’entreprise envoie de lui-même (SCIM) reste chiffré ici jusqu’à ce qu’il l’y supprime.",
  "promise.kept.accounts": "Comptes de personne",
  "promise.kept.accounts.text":
    "L’adresse ou le téléphone d’un compte qui n’appartient à personne de connu, chiffrés, pour que l’administrateur dise à qui il est ; effacés dès qu’on le sait. Les pages ne peuvent pas les lire.",
  "promise.kept.released": "Chiffres diffusés",
  "promise.kept.released.text": "Gardés sans limite : ils ne parlent de personne.",
  "promise.kept.audit": "Journal",
  "promise.kept.audit.text":
    "Qui a pris quel export, relevé un seuil, servi une demande d’accès ou d’effacement, et quand. Effacé après {days} jours.",
  "promise.kept.sessions": "Connexions aux pages",
  "promise.kept.sessions.text":
    "Une connexion s’efface la nuit qui suit sa fin ; un essai de connexion, après {days} jours.",
  "promise.kept.alerts": "Alertes",
  "promise.kept.alerts.text":
    "Ce que les nuits ont remarqué d’une population, d’un réseau ou d’elles-mêmes, jamais d’une personne, pour ne pas le redire dans le mois. Effacé {days} jours après, une fois terminé.",
  "promise.kept.mails": "Messages aux lecteurs",
  "promise.kept.mails.text":
    "Qu’un résumé, une alerte ou un rappel est parti, et quand, pour qu’il ne parte qu’une fois ; ce qu’il disait n’est pas gardé. Effacé après {days} jours. Les messages que chacun choisit de recevoir, et ses vues gardées, partent {closed} jours après la fermeture de son compte.",
  "promise.networks": "Réseaux lus",
  "promise.networks.none": "Aucun réseau n’est relié aujourd’hui.",
  "promise.networks.text": "{networks}. Rien d’autre n’est lu.",
  "promise.object": "S’opposer",
  "promise.object.sentence":
    "Chacun peut s’opposer à la collecte de son activité, sans donner de raison.",
  "promise.object.how":
    "Demandez-le à une personne qui a le rôle d’administration, nommée plus haut, ou au délégué à la protection des données de l’entreprise.",
  "promise.object.then":
    "Dès qu’elle est notée, votre activité n’est plus collectée, et vous sortez des deux côtés de chaque chiffre d’activité qui n’est pas encore diffusé : ni dans ceux qui ont pris part, ni dans l’effectif. Ce qui avait été lu pour ces semaines est effacé ; ce qui l’avait été avant reste jusqu’à son terme, sauf demande d’effacement. Répondre à un questionnaire reste libre.",
  "promise.object.erase":
    "Vous pouvez aussi demander ce qui est gardé sur vous, et son effacement : l’administrateur le fait par une commande, notée au journal sans votre nom. Ce qui a été diffusé ne change pas. Une réponse anonyme, ou dont le pseudonyme a été effacé, ne peut être ni retrouvée ni effacée : plus rien ne dit qu’elle est de vous.",
} as const;
