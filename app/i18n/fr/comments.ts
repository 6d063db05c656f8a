/** Comments: the page that lists them, the page that reads those that wait, and what is promised. */
export const comments = {
  "promise.roles.moderator":
    "Relit, sans savoir d’où ils viennent, les commentaires qui attendent une personne ; ne lit aucun résultat et n’encadre personne.",
  "comments.title": "Commentaires",
  "comments.titled": "Commentaires : {name}",
  "comments.question": "Question",
  "comments.list": "Groupe",
  "comments.word": "Un mot",
  "comments.rest": "{name}, autres équipes",
  "comments.filters": "{moment}, {name}",
  "comments.lead": {
    one: "{n} commentaire, dans un ordre tiré au sort.",
    other: "{n} commentaires, dans un ordre tiré au sort.",
  },
  "comments.lead.rest": "Ni auteur, ni date, ni langue.",
  "comments.none":
    "Aucun groupe de votre périmètre n’a de commentaires à lire pour cette vague. Ils paraissent par groupes, une fois chacun, quand assez de personnes ont répondu et écrit, et que rien n’attend plus d’être relu.",
  "comments.noWave": "Aucune vague n’est diffusée : il n’y a pas encore de commentaires.",
  "comments.read": "Ce qui a été écrit",
  "comments.words": "Mots partagés",
  "comments.words.sentence":
    "Les mots que plusieurs personnes ont employés, avec le nombre de commentaires.",
  "comments.words.of": "{word} : {n}",
  "comments.found": {
    one: "{n} commentaire contient « {word} ».",
    other: "{n} commentaires contiennent « {word} ».",
  },
  "comments.found.none":
    "Rien à montrer pour « {word} » : cherchez un seul mot entier, que plusieurs personnes ont employé.",
  "comments.all": "Revenir à tous les commentaires du groupe",
  "comments.how": "Comment ces listes sont faites",
  "comments.how.groups":
    "Chaque commentaire est dans une seule liste : celle de la plus petite équipe où au moins {respondents} personnes ont répondu et {commenters} ont écrit. Les autres rejoignent l’équipe au-dessus.",
  "comments.how.struck":
    "Noms, adresses, téléphones et numéros sont retirés avant que quiconque ne lise. Ce qui parle de santé, de syndicat, de religion, de vie privée, de menaces ou d’accusations, et tout commentaire d’un petit groupe, est d’abord relu par une personne qui ne voit aucun résultat.",
  "comments.how.frozen":
    "Une liste paraît une fois et ne change plus ; elle s’efface après douze mois.",
  "struck.name": "nom retiré",
  "struck.email": "adresse e-mail retirée",
  "struck.telephone": "téléphone retiré",
  "struck.account": "compte bancaire retiré",
  "struck.social": "numéro de sécurité sociale retiré",
  "struck.card": "carte bancaire retirée",
  "struck.number": "numéro retiré",
  "struck.mention": "mention retirée",
  "struck.link": "lien retiré",
  "struck.address": "adresse retirée",
  "moderation.title": "Commentaires à relire",
  "moderation.lead": {
    one: "{n} commentaire attend une décision.",
    other: "{n} commentaires attendent une décision.",
  },
  "moderation.lead.none": "Aucun commentaire n’attend.",
  "moderation.rule":
    "Montrez ce qui ne désigne personne ; retirez ce qui désigne ; retenez ce qui ne peut pas être montré. D’où vient un commentaire, personne ne vous le dira : rien ne permet de le savoir. Ce qui n’est pas décidé sous {days} jours est retenu. Chaque décision est au journal, sans le texte.",
  "moderation.duty":
    "Une menace ou une détresse ? Aucun chemin technique ne mène à son auteur. Retenez le commentaire et faites rappeler à tous les numéros d’aide et les personnes à qui parler ; au 3114, en France, on répond jour et nuit.",
  "moderation.waiting": "À relire",
  "moderation.comment": "Commentaire {n}",
  "moderation.text": "Ce qui sera montré",
  "moderation.text.how": "Effacez des mots, ou mettez […] à leur place. On ne peut rien ajouter.",
  "moderation.reasons": "Pourquoi : {reasons}.",
  "moderation.reason.health": "santé",
  "moderation.reason.union": "syndicat, grève",
  "moderation.reason.religion": "religion",
  "moderation.reason.orientation": "vie privée",
  "moderation.reason.origin": "origine, opinions",
  "moderation.reason.threat": "menace ou détresse",
  "moderation.reason.accusation": "accusation",
  "moderation.reason.indirect": "peut désigner quelqu’un",
  "moderation.reason.name": "peut-être un nom",
  "moderation.reason.small": "petit groupe",
  "moderation.publish": "Montrer",
  "moderation.publish.of": "Montrer le commentaire {n}",
  "moderation.withhold": "Retenir",
  "moderation.withhold.of": "Retenir le commentaire {n}",
  "moderation.noted": "C’est décidé. Le groupe paraît la nuit qui suit sa dernière décision.",
  "moderation.trouble": "Rien n’a été décidé",
  "moderation.trouble.gone": "Ce commentaire n’attend plus : quelqu’un d’autre l’a relu.",
  "moderation.trouble.words":
    "Le texte a d’autres mots que ceux qui ont été écrits : on peut en retirer, pas en ajouter.",
  "promise.comments": "Ce que vous écrivez",
  "promise.comments.sentence":
    "Un commentaire est scellé dès l’envoi, séparé de vos réponses, et débarrassé de ce qui désigne avant d’être lu.",
  "promise.comments.1":
    "Les pages ne peuvent pas relire ce que vous avez écrit : seule la nuit en a la clé, hors de la base. Tant que vous n’avez pas envoyé, vous pouvez le remplacer ; à la clôture, plus rien ne dit qu’il est de vous, seulement l’équipe où il a été écrit.",
  "promise.comments.2":
    "Noms, adresses e-mail, téléphones, comptes, numéros et adresses sont retirés automatiquement, puis l’original est effacé. L’automate ne voit pas tout : « la seule comptable de Lille » désigne quelqu’un. Ne vous nommez pas, ne nommez personne.",
  "promise.comments.3":
    "Santé, syndicat, religion, vie privée, menaces, accusations, et tout ce qui s’écrit dans un groupe de moins de 30 réponses : une personne qui ne lit aucun résultat et n’encadre personne le relit d’abord, sans savoir d’où il vient.",
  "promise.comments.4":
    "Un commentaire est montré dans une seule liste, d’au moins {commenters} commentaires parmi au moins {respondents} réponses, dans un ordre tiré au sort, sans date, sans langue et sans rien sur son auteur. La liste s’efface après douze mois.",
  "promise.comments.5":
    "Si vous allez mal ou si quelqu’un est en danger, n’attendez pas d’être lu : rien ne permet de remonter jusqu’à vous. Parlez-en à quelqu’un ; en France, le 3114 répond jour et nuit.",
} as const;
