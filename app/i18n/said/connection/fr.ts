/** What the pages of ties and reach say, in sentences made on the server. */
export const connectionInFrench = {
  "ties.subject.reached": "la part de personnes jointes par une annonce",
  "ties.subject.across-sites": "la part de personnes qui échangent avec un autre site",
  "ties.subject.across-units": "la part de personnes qui échangent hors de leur équipe",
  "ties.subject.questions": "la part des questions qui ont eu une réponse",
  "ties.notSupplied": "Aucun réseau ne dit encore qui échange avec qui.",
  "ties.notSupplied.rest":
    "Il faut quatre semaines diffusées et un réseau qui nomme les commentaires, les réactions ou les vues une à une : ce qui n’est pas connu n’est pas zéro.",
  "ties.lead.hidden": "Ces liens sont masqués pour la dernière semaine.",
  "ties.lead.reached.frontline":
    "Une annonce du siège ou de la direction est parvenue en quatre semaines à cette part du terrain : {share}.",
  "ties.lead.reached.all":
    "Une annonce du siège ou de la direction est parvenue en quatre semaines à cette part des personnes : {share}.",
  "ties.lead.across-sites.frontline":
    "Part du terrain qui a échangé avec un autre site en quatre semaines : {share}.",
  "ties.lead.across-sites.all":
    "Part des personnes qui ont échangé avec un autre site en quatre semaines : {share}.",
  "ties.lead.across-units.frontline":
    "Part du terrain qui a échangé hors de son équipe en quatre semaines : {share}.",
  "ties.lead.across-units.all":
    "Part des personnes qui ont échangé hors de leur équipe en quatre semaines : {share}.",
  "ties.matrix.sentence": {
    one: "{n} case sur {tested} s’écarte vraiment des autres entités.",
    other: "{n} cases sur {tested} s’écartent vraiment des autres entités.",
  },
  "ties.leaders.sentence":
    "Questions posées à la direction qui ont eu une réponse dans la semaine : {answered} ; dans la journée : {day}.",
  "ties.leaders.week":
    "Questions posées à la direction qui ont eu une réponse dans la semaine : {answered}.",
  "ties.leaders.hidden": "Les réponses de la direction sont masquées pour la dernière semaine.",
  "ties.mixing.sentence":
    "Part des liens de la semaine qui sortent de l’entité : {share}. Si tout le monde échangeait avec tout le monde, ce serait {expected}.",
  "ties.mixing.hidden": "La part des liens qui sortent de l’entité est masquée cette semaine.",
  "ties.cut.language": "Langue",
  "reach.name": "Annonce du {day}",
  "reach.where": "{group}, sur {network}",
  "reach.lead": "Part du terrain qui l’a vue : {share}.",
  "reach.folded": {
    one: "Masqué : {names}.",
    other: "{n} sont masqués : {names}.",
  },
  "reach.hidden": "Qui l’a vue est masqué.",
  "reach.notSupplied":
    "{network} ne dit pas qui a vu une annonce : ce qui n’est pas connu n’est pas zéro, et une réaction ne remplace pas une vue.",
  "reach.reached.sentence": "Part de l’effectif qui l’a vue : {share}.",
  "reach.answered.sentence":
    "Part de l’effectif qui a commenté, réagi, voté ou remercié : {share}.",
} as const;
