/** Why a network could not be read, and what to do about it. */
export const troubles = {
  "networks.trouble": "{network} n’a pas pu être lu : {reason}.",
  "networks.trouble.status": "{network} n’a pas pu être lu : {reason} (HTTP {status}).",
  "networks.trouble.do": "À faire : {advice}.",
  "networks.trouble.since": "Lu jusqu’au {at}, et plus depuis.",
  "networks.trouble.nights": { one: "{n} nuit, {to}", other: "{n} nuits, du {from} au {to}" },
  "networks.trouble.never": "Jamais lu encore.",
  "networks.trouble.over": "Lu de nouveau depuis, jusqu’au {at}.",
  "networks.trouble.detail": "Ce que la nuit a noté (en anglais)",
  "networks.trouble.address": "son adresse n’est pas une adresse qu’on puisse appeler",
  "networks.trouble.address.do": "corrigez l’adresse du serveur dans ses réglages",
  "networks.trouble.busy": "le réseau demande d’attendre plus longtemps qu’une nuit",
  "networks.trouble.busy.do":
    "rien à faire : la nuit suivante recommence ; si cela revient, demandez une limite plus haute",
  "networks.trouble.failing": "le serveur est en panne",
  "networks.trouble.failing.do":
    "rien à faire ici : la nuit suivante recommence ; si cela dure, prévenez qui tient le serveur",
  "networks.trouble.forbidden": "le jeton n’a pas le droit de lire cela",
  "networks.trouble.forbidden.do":
    "donnez ce droit au compte du jeton ; « barometer networks check » dit lequel manque",
  "networks.trouble.missing": "l’adresse ne mène à rien",
  "networks.trouble.missing.do": "vérifiez l’adresse du serveur dans ses réglages",
  "networks.trouble.redirected": "il renvoie vers un autre serveur",
  "networks.trouble.redirected.do": "si c’est le bon, écrivez son adresse dans les réglages",
  "networks.trouble.refused": "il refuse la demande",
  "networks.trouble.refused.do": "vérifiez ses réglages",
  "networks.trouble.slow": "aucune réponse complète à temps",
  "networks.trouble.slow.do":
    "la nuit suivante recommence ; si cela dure, prévenez qui tient le serveur",
  "networks.trouble.too-large": "une réponse dépasse la taille permise",
  "networks.trouble.too-large.do": "demandez une période plus courte",
  "networks.trouble.unauthorised": "le jeton d’accès est refusé ou a expiré",
  "networks.trouble.unauthorised.do":
    "remplacez le jeton, ou le secret dont il est tiré, dans ses réglages",
  "networks.trouble.unreachable": "le serveur ne répond pas",
  "networks.trouble.unreachable.do": "vérifiez l’adresse, et que cette machine peut l’atteindre",
  "networks.trouble.unreadable": "la réponse n’est pas ce que dit son contrat",
  "networks.trouble.unreadable.do":
    "vérifiez que l’adresse est celle de l’interface, sans page de connexion ni proxy devant",
  "networks.trouble.untrusted": "son certificat n’est pas reconnu",
  "networks.trouble.untrusted.do": "faites-le renouveler, ou nommez l’autorité de l’entreprise",
} as const;
