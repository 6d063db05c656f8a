import type { LetterWords } from "./letter-words.ts";

/** To be reviewed. */
export const es: LetterWords = {
  direction: "ltr",
  reviewed: false,
  greeting: "Hola:",
  invite: {
    subject: "{barometer}: su opinión, en unos minutos",
    lead: "Le invitamos a responder a «{barometer}». Lleva unos minutos y ninguna pregunta es obligatoria.",
  },
  remind: {
    subject: "{barometer}: aún está a tiempo",
    lead: "«{barometer}» sigue abierto. Responder lleva unos minutos y ninguna pregunta es obligatoria.",
  },
  thank: { subject: "{barometer}: gracias", lead: "Gracias por responder a «{barometer}»." },
  results: {
    subject: "{barometer}: ya están los resultados",
    lead: "Ya se pueden leer los resultados de «{barometer}».",
  },
  test: {
    subject: "Prueba · {barometer}",
    lead: "Esto es una prueba: así será el mensaje para las personas invitadas a «{barometer}».",
  },
  page: "Su página, solo para usted: {link}",
  until: "Puede responder hasta el {date}.",
  confidential:
    "Sus respuestas son confidenciales: solo se muestran junto con las de todo un grupo.",
  anonymous: "Sus respuestas son anónimas: nada de lo que se guarda las relaciona con usted.",
  promise: "Lo que prometemos: {link}",
  stop: "Para no recibir más estos mensajes, responda STOP.",
  short: "{barometer}: su opinión, en unos minutos. {link}",
  sheet: {
    scan: "Escanee este cuadro con su teléfono",
    type: "o escriba el código en {address}",
    yours: "Un código sirve una vez, para una persona. No dice quién es usted.",
  },
  terminal: {
    title: "Su opinión cuenta",
    scan: "Escanee este cuadro y escriba el código de su hoja.",
  },
};
