/** What each kind of measure in an export is, of whom it is, and how it is computed. */
export const codebookInFrench = {
  "codebook.indicator.what": "Part de réponses favorables aux questions de l’indicateur.",
  "codebook.indicator.of":
    "Les personnes de la population qui ont répondu à une de ces questions au moins.",
  "codebook.indicator.how":
    "Moyenne des parts favorables de chaque personne à ces questions, puis des personnes. Intervalle à 95 %, population finie.",
  "codebook.question.label": "Une question",
  "codebook.question.what":
    "Part de réponses favorables à la question nommée après les deux-points ; pour une échelle de 0 à 10 ou un nombre, la moyenne (form : mean).",
  "codebook.question.of": "Les personnes de la population qui ont répondu à la question.",
  "codebook.question.how":
    "Réponses 4 et 5 sur 5 ÷ réponses ; une question posée à l’envers est retournée. Intervalle à 95 %, population finie.",
  "codebook.unfavourable.label": "Réponses défavorables",
  "codebook.unfavourable.what":
    "Part de réponses défavorables à la même question ; le reste est neutre.",
  "codebook.unfavourable.of": "Les personnes de la population qui ont répondu à la question.",
  "codebook.unfavourable.how":
    "Réponses 1 et 2 sur 5 ÷ réponses. Neutre : 100 % moins favorable moins défavorable.",
  "codebook.option.label": "Un choix",
  "codebook.option.what":
    "Part des personnes qui ont retenu ce choix : la question, puis le numéro du choix. À une question de classement : qui l’a mis en premier.",
  "codebook.option.of": "Les personnes de la population qui ont répondu à la question.",
  "codebook.option.how":
    "Qui l’a coché ÷ qui a répondu. Si l’on pouvait en cocher plusieurs, les parts ne font pas 100 %.",
  "codebook.participation.what":
    "Part des personnes invitées à la vague qui ont répondu à une question au moins.",
  "codebook.participation.of": "Les personnes de la population invitées à la vague.",
  "codebook.participation.how": "Ont répondu ÷ invitées. Comptage complet : pas d’intervalle.",
  "codebook.adoption.what":
    "Part de l’effectif qui a pris part à un groupe au moins : publier, commenter, réagir, voter.",
  "codebook.adoption.of":
    "L’effectif de la population au dernier jour de la semaine, compte ou non.",
  "codebook.adoption.how":
    "Ont pris part ÷ effectif, sur quatre semaines qui finissent avec celle-ci. Comptage complet.",
  "codebook.adoption-in.label": "Adoption par ouverture",
  "codebook.adoption-in.what":
    "Part de l’effectif qui a pris part à un groupe ouvert (open), fermé (closed) ou secret (secret).",
  "codebook.adoption-in.of": "L’effectif de la population.",
  "codebook.adoption-in.how":
    "Comme l’adoption, sur les seuls groupes de cette ouverture ; une personne peut compter dans plusieurs.",
  "codebook.adoption-for.label": "Adoption par objet",
  "codebook.adoption-for.what":
    "Part de l’effectif qui a pris part à un groupe de cet objet (announcements, teamwork, feedback, social, other). Les groupes secrets n’y sont pas.",
  "codebook.adoption-for.of": "L’effectif de la population.",
  "codebook.adoption-for.how":
    "Comme l’adoption, sur les seuls groupes de cet objet ; une personne peut compter dans plusieurs.",
  "codebook.adoption-on.label": "Adoption par réseau",
  "codebook.adoption-on.what": "Part de l’effectif qui a pris part à un groupe sur ce réseau.",
  "codebook.adoption-on.of": "L’effectif de la population.",
  "codebook.adoption-on.how":
    "Comme l’adoption, sur ce seul réseau ; une personne peut compter sur plusieurs.",
  "codebook.account-on.label": "Comptes par réseau",
  "codebook.account-on.what": "Part de l’effectif qui a un compte en service sur ce réseau.",
  "codebook.account-on.of": "L’effectif de la population.",
  "codebook.account-on.how": "Comptes rattachés à une personne et non désactivés ÷ effectif.",
  "codebook.own-on.label": "Chiffre à la façon du réseau",
  "codebook.own-on.what":
    "Part des comptes avec lesquels quelque chose a été fait, comme ce réseau lui-même compte.",
  "codebook.own-on.of": "Les personnes de la population qui ont un compte sur ce réseau.",
  "codebook.own-on.how":
    "Ont fait quelque chose, lecture comprise si le réseau la dit ÷ comptes, sur quatre semaines ; à lire à côté de notre adoption, jamais à sa place.",
  "codebook.active.what":
    "Part de l’effectif qui a fait quelque chose sur un réseau dans la semaine.",
  "codebook.active.of": "L’effectif de la population au dernier jour de la semaine.",
  "codebook.active.how":
    "Personnes avec un acte au moins ÷ effectif, sur la semaine. Comptage complet.",
  "codebook.messages.what": "Messages de la semaine d’une personne à une autre.",
  "codebook.messages.of":
    "Les personnes de la population qui en ont écrit ; n dit combien elles sont.",
  "codebook.messages.how": "Comptage d’actes (form : count), sans leur contenu.",
  "codebook.messages-across.what":
    "Part de ces messages adressée à une autre équipe que la sienne.",
  "codebook.messages-across.of": "Les personnes de la population qui en ont écrit.",
  "codebook.messages-across.how":
    "Messages vers une autre équipe ÷ messages dont on connaît le destinataire, sur la semaine.",
  "codebook.reached.what":
    "Part de l’effectif qui a ouvert au moins une annonce du siège ou de la direction.",
  "codebook.reached.of": "L’effectif de la population.",
  "codebook.reached.how":
    "Ont vu ÷ effectif, sur quatre semaines ; seulement où un réseau fournit les vues une à une.",
  "codebook.across-sites.what": "Part de l’effectif qui a échangé avec quelqu’un d’un autre site.",
  "codebook.across-sites.of": "L’effectif de la population.",
  "codebook.across-sites.how":
    "Ont échangé ÷ effectif, sur quatre semaines : commenter, réagir, voter, remercier.",
  "codebook.across-units.what":
    "Part de l’effectif qui a échangé avec quelqu’un hors de son équipe.",
  "codebook.across-units.of": "L’effectif de la population.",
  "codebook.across-units.how": "Ont échangé ÷ effectif, sur quatre semaines.",
  "codebook.with.label": "Échanges avec une entité",
  "codebook.with.what":
    "Part de l’effectif qui a échangé avec quelqu’un de l’entité nommée après les deux-points.",
  "codebook.with.of": "L’effectif des autres entités de premier rang.",
  "codebook.with.how":
    "Ont échangé ÷ effectif, sur quatre semaines. Une case d’un tableau d’entités, jamais de personnes.",
  "codebook.ties-sites.label": "Liens entre sites",
  "codebook.ties-sites.what": "Part des liens de la semaine qui vont d’un site à un autre.",
  "codebook.ties-sites.of": "Les personnes de la population qui ont un lien.",
  "codebook.ties-sites.how":
    "Liens sortants ÷ liens ; un lien est une paire de personnes qui ont échangé.",
  "codebook.ties-units.label": "Liens entre entités",
  "codebook.ties-units.what":
    "Part des liens de la semaine qui vont d’une entité de premier rang à une autre.",
  "codebook.ties-units.of": "Les personnes de la population qui ont un lien.",
  "codebook.ties-units.how":
    "Liens sortants ÷ liens ; à comparer à ce que donnerait le hasard avec les mêmes effectifs.",
  "codebook.questions-answered.what":
    "Part des questions posées à la direction qui ont eu sa réponse en sept jours.",
  "codebook.questions-answered.of": "Les personnes de la population qui ont posé ces questions.",
  "codebook.questions-answered.how":
    "Questions avec réponse d’une personne qui encadre ÷ questions, sur quatre semaines.",
  "codebook.questions-answered-day.what": "La même part, quand la réponse est venue en un jour.",
  "codebook.questions-answered-day.of":
    "Les personnes de la population qui ont posé ces questions.",
  "codebook.questions-answered-day.how":
    "Questions avec réponse en 24 heures ÷ questions, sur quatre semaines.",
  "codebook.posts-answered.what":
    "Part des annonces commentées ou suivies d’une réaction en sept jours.",
  "codebook.posts-answered.of":
    "Les personnes de la population qui annoncent ; rien n’est dit de moins de cinq dans l’entreprise.",
  "codebook.posts-answered.how":
    "Annonces avec un commentaire ou une réaction ÷ annonces, sur quatre semaines.",
  "codebook.post-reached.label": "Portée d’une annonce",
  "codebook.post-reached.what":
    "Part de l’effectif qui a vu l’annonce de la semaine dont le numéro suit les deux-points.",
  "codebook.post-reached.of": "L’effectif de la population le jour de l’annonce.",
  "codebook.post-reached.how":
    "Ont vu ÷ effectif, jusqu’à la fin de la troisième semaine suivante ; seulement où le réseau fournit les vues.",
  "codebook.post-answered.label": "Réponses à une annonce",
  "codebook.post-answered.what": "Part de l’effectif qui a commenté l’annonce, ou y a réagi.",
  "codebook.post-answered.of": "L’effectif de la population le jour de l’annonce.",
  "codebook.post-answered.how":
    "Ont répondu ÷ effectif, jusqu’à la fin de la troisième semaine suivante.",
  "codebook.unit.share": "part, de 0 à 1",
  "codebook.unit.mean": "moyenne, sur l’échelle de la question",
  "codebook.unit.count": "nombre d’actes",
  "codebook.unit.question": "part, de 0 à 1 ; ou moyenne, sur l’échelle de la question",
  "codebook.chosen": "{wording} → {option}",
} as const;
