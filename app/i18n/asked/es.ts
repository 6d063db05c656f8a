import type { AskedWords } from "./words.ts";

export const es: AskedWords = {
  code: "es",
  name: "Español",
  short: "ES",
  direction: "ltr",
  unreviewed: "Esta traducción está pendiente de revisión.",
  language: "Idioma",
  title: {
    underMinute: "{n} preguntas, menos de un minuto",
    minutes: "{n} preguntas, unos {m} minutos",
    one: "Una pregunta, unos segundos",
  },
  optional: "Ninguna es obligatoria.",
  before: "Responda antes del {date}.",
  promise: {
    confidential: "Su respuesta es confidencial.",
    anonymous: "Su respuesta es anónima.",
    rule: "Nadie en la empresa la ve. Un resultado solo se muestra para un grupo, nunca con menos de {n} respuestas.",
    more: "Lo que sabemos, quién ve qué",
    kept: [
      "Lo que se guarda:",
      "sus respuestas, su unidad, su centro y su ritmo de trabajo. Ni su nombre, ni la hora, ni su teléfono.",
    ],
    keptAnonymous:
      "sus respuestas y un grupo de al menos diez personas invitadas del que forma parte. Ni su nombre, ni la hora, ni su teléfono.",
    where: [
      "Dónde:",
      "en los servidores de la empresa, bajo un seudónimo; la clave está en otro lugar y después se destruye.",
    ],
    whereAnonymous:
      "en los servidores de la empresa, mezcladas con las de los demás; que usted ha respondido se anota aparte, para no enviarle recordatorios.",
    readers: [
      "Quién lee los resultados:",
      "su responsable ve a su equipo si es lo bastante grande, la dirección ve los conjuntos, sus representantes reciben las reglas. Nadie ve una respuesta.",
    ],
    threshold: ["El mínimo", "puede subir, nunca bajar. Cada cambio es público."],
    whole: "Toda la promesa, y cómo negarse",
  },
  question: "Pregunta {i} de {n}",
  of: "de",
  decline: "Prefiero no responder",
  agreement: [
    "Totalmente de acuerdo",
    "De acuerdo",
    "Ni de acuerdo ni en desacuerdo",
    "En desacuerdo",
    "Totalmente en desacuerdo",
  ],
  likelihood: ["Nada probable", "Muy probable"],
  several: "Puede elegir varias",
  rank: "Dé un rango a lo que le importa, 1 para lo primero",
  place: "Rango",
  comment: "Mil caracteres como máximo. No escriba nombres: lo que señala a alguien se borra.",
  commentKept:
    "Ya ha escrito aquí. Lo que escriba ahora lo sustituye; déjelo vacío para conservarlo.",
  send: "Enviar mis respuestas",
  next: "Continuar",
  back: "Volver atrás",
  pause: "Guardar y terminar más tarde",
  saved: "Guardado",
  paused: {
    title: "Guardado",
    text: "Sus respuestas aún no cuentan. Vuelva con el mismo enlace para enviarlas.",
  },
  final: "Una vez enviadas, nada dice cuáles son las suyas: no se podrán releer ni cambiar.",
  once: "Una vez enviadas, sus respuestas son definitivas.",
  latest: "Podrá volver con el mismo enlace y cambiar de opinión hasta que termine la consulta.",
  amiss: "Una respuesta no se ha entendido. Mire la pregunta marcada.",
  thanks: {
    title: "Gracias, queda registrado",
    text: "Sus respuestas han llegado. Puede cerrar esta página; nada queda en este dispositivo.",
  },
  onward: "Lo que sigue",
  closes: "Fin de la consulta.",
  closesLatest: "Fin de la consulta. Hasta entonces, el mismo enlace permite cambiar de opinión.",
  results: [
    "Después",
    "Los resultados se muestran a la vez a todos los que pueden verlos, nunca con menos de {n} respuestas.",
  ],
  afterwards: ["Luego", "Cada unidad dice qué va a hacer y para cuándo."],
  changed: "Lo que sus respuestas ya han cambiado",
  already: {
    title: "Su respuesta ya está aquí",
    text: "Este código ya se usó. No hay nada más que hacer, y no recibirá más recordatorios.",
  },
  closed: {
    title: "Ha terminado",
    text: "La consulta está cerrada y no admite más respuestas. Gracias por venir; la próxima también cuenta.",
  },
  unknown: {
    title: "Este código no lleva a ninguna parte",
    text: "Quizá falta un signo. Cópielo de nuevo o escanee otra vez su hoja.",
  },
  slower: {
    title: "Un poco de paciencia",
    text: "Llegan muchos códigos erróneos desde aquí. Inténtelo en unos minutos: el suyo sigue siendo válido.",
  },
  waiting: {
    title: "Sus respuestas aún no han salido",
    text: "Se guardan en esta página, que vuelve a intentarlo. No la cierre.",
  },
  again: "Intentar de nuevo",
  enter: {
    title: "Su código",
    text: "Está en su hoja o en su mensaje. No dice nada de usted.",
    label: "Código, en grupos de cuatro",
    hint: "Veinte signos; los espacios y las mayúsculas no importan.",
    go: "Empezar",
    wrong: "Un código tiene veinte signos, cifras y letras. Compruebe el suyo.",
  },
  kiosk: {
    idle: "¿Sigue ahí? Esta página vuelve a empezar en un momento.",
    stay: "Sigo aquí",
    leave: "Salir sin enviar",
    over: "Siguiente persona",
    offline: "Sin conexión: las respuestas se guardan aquí y saldrán más tarde.",
    unprepared:
      "Este dispositivo no tiene conexión y nadie lo ha usado todavía. Inténtelo más tarde.",
    kept: {
      title: "Gracias, queda guardado",
      text: "No hay conexión: sus respuestas saldrán de aquí, una sola vez, en cuanto vuelva.",
    },
    queued: "Respuestas por enviar: {n}",
  },
};
