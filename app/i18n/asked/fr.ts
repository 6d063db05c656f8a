import type { AskedWords } from "./words.ts";

export const fr: AskedWords = {
  code: "fr",
  name: "Français",
  short: "FR",
  direction: "ltr",
  unreviewed: null,
  language: "Langue",
  title: {
    underMinute: "{n} questions, moins d’une minute",
    minutes: "{n} questions, environ {m} minutes",
    one: "Une question, quelques secondes",
  },
  optional: "Aucune n’est obligatoire.",
  before: "Répondez avant le {date}.",
  promise: {
    confidential: "Votre réponse est confidentielle.",
    anonymous: "Votre réponse est anonyme.",
    rule: "Personne dans l’entreprise ne la voit. Un résultat n’est montré que pour un groupe, jamais pour moins de {n} réponses.",
    more: "Ce que nous savons, qui voit quoi",
    kept: [
      "Ce qui est gardé :",
      "vos réponses, votre entité, votre site et votre rythme de travail. Ni votre nom, ni l’heure, ni votre téléphone.",
    ],
    keptAnonymous:
      "vos réponses, et un groupe d’au moins dix personnes invitées dont vous faites partie. Ni votre nom, ni l’heure, ni votre téléphone.",
    where: [
      "Où :",
      "sur les serveurs de l’entreprise, sous un pseudonyme ; la clé est rangée ailleurs, puis détruite.",
    ],
    whereAnonymous:
      "sur les serveurs de l’entreprise, mélangées à celles des autres ; que vous ayez répondu est noté à part, pour ne plus vous relancer.",
    readers: [
      "Qui lit les résultats :",
      "votre responsable voit son équipe si elle est assez grande, la direction voit les ensembles, vos élus du CSE reçoivent les règles. Personne ne voit une réponse.",
    ],
    threshold: ["Le seuil", "peut monter, jamais descendre. Chaque changement est public."],
    whole: "Toute la promesse, et comment refuser",
  },
  question: "Question {i} sur {n}",
  of: "sur",
  decline: "Je préfère ne pas répondre",
  agreement: [
    "Tout à fait d’accord",
    "Plutôt d’accord",
    "Ni d’accord, ni pas d’accord",
    "Plutôt pas d’accord",
    "Pas du tout d’accord",
  ],
  likelihood: ["Pas du tout probable", "Extrêmement probable"],
  several: "Plusieurs choix possibles",
  rank: "Donnez un rang à ce qui compte pour vous, 1 en premier",
  place: "Rang",
  comment: "Mille caractères au plus. N’écrivez pas de nom : ce qui désigne quelqu’un est effacé.",
  commentKept:
    "Vous avez déjà écrit ici. Ce que vous écrirez le remplacera ; laissez vide pour le garder.",
  send: "Envoyer mes réponses",
  next: "Continuer",
  back: "Revenir en arrière",
  pause: "Enregistrer et finir plus tard",
  saved: "Enregistré",
  paused: {
    title: "C’est enregistré",
    text: "Vos réponses ne comptent pas encore. Reprenez avec le même lien pour les envoyer.",
  },
  final:
    "Une fois envoyées, rien ne dit plus lesquelles sont les vôtres : elles ne pourront être ni relues, ni changées.",
  once: "Une fois envoyées, vos réponses sont définitives.",
  latest: "Vous pourrez revenir avec le même lien et changer d’avis jusqu’à la fin de la vague.",
  amiss: "Une réponse n’a pas été comprise. Regardez la question marquée.",
  thanks: {
    title: "Merci, c’est enregistré",
    text: "Vos réponses sont bien arrivées. Vous pouvez fermer cette page ; rien n’en reste sur cet appareil.",
  },
  onward: "La suite",
  closes: "Fin de la vague.",
  closesLatest: "Fin de la vague. D’ici là, le même lien permet de changer d’avis.",
  results: [
    "Ensuite",
    "Les résultats sont montrés à tous ceux qui y ont droit en même temps, jamais pour moins de {n} réponses.",
  ],
  afterwards: ["Puis", "Chaque entité dit ce qu’elle va faire, et pour quand."],
  changed: "Ce que vos réponses ont déjà changé",
  already: {
    title: "Votre réponse est déjà là",
    text: "Ce code a servi. Il n’y a rien d’autre à faire, et vous ne recevrez plus de rappel.",
  },
  closed: {
    title: "C’est terminé",
    text: "Cette vague est close : plus aucune réponse n’y entre. Merci d’être venu ; la prochaine fois compte aussi.",
  },
  unknown: {
    title: "Ce code ne mène nulle part",
    text: "Il manque peut-être un signe. Recopiez-le, ou scannez à nouveau votre feuille.",
  },
  slower: {
    title: "Un peu de patience",
    text: "Beaucoup de codes faux viennent d’ici. Réessayez dans quelques minutes : le vôtre reste bon.",
  },
  waiting: {
    title: "Vos réponses ne sont pas encore parties",
    text: "Elles sont gardées dans cette page, qui réessaie. Ne la fermez pas.",
  },
  again: "Réessayer",
  enter: {
    title: "Votre code",
    text: "Il est sur votre feuille ou dans votre message. Il ne dit rien de vous.",
    label: "Code, par groupes de quatre",
    hint: "Vingt signes ; les espaces et les majuscules ne comptent pas.",
    go: "Commencer",
    wrong: "Un code a vingt signes, chiffres et lettres. Vérifiez le vôtre.",
  },
  kiosk: {
    idle: "Toujours là ? Cette page se remet à zéro dans un instant.",
    stay: "Je continue",
    leave: "Quitter sans envoyer",
    over: "Personne suivante",
    offline: "Hors connexion : les réponses sont gardées ici et partiront plus tard.",
    unprepared:
      "Cette borne n’a pas de connexion et n’a encore servi à personne. Essayez plus tard.",
    kept: {
      title: "Merci, c’est gardé",
      text: "La connexion manque : vos réponses partiront d’ici, une seule fois, dès qu’elle reviendra.",
    },
    queued: "Réponses à envoyer : {n}",
  },
};
