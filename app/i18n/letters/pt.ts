import type { LetterWords } from "./letter-words.ts";

/** To be reviewed. */
export const pt: LetterWords = {
  direction: "ltr",
  reviewed: false,
  greeting: "Olá,",
  invite: {
    subject: "{barometer}: a sua opinião, em poucos minutos",
    lead: "Convidamo-lo a responder a «{barometer}». Demora poucos minutos e nenhuma pergunta é obrigatória.",
  },
  remind: {
    subject: "{barometer}: ainda está a tempo",
    lead: "«{barometer}» continua aberto. Responder demora poucos minutos e nenhuma pergunta é obrigatória.",
  },
  thank: { subject: "{barometer}: obrigado", lead: "Obrigado por responder a «{barometer}»." },
  results: {
    subject: "{barometer}: os resultados já estão disponíveis",
    lead: "Os resultados de «{barometer}» já podem ser lidos.",
  },
  test: {
    subject: "Teste · {barometer}",
    lead: "Isto é um teste: é o que vão receber as pessoas convidadas para «{barometer}».",
  },
  page: "A sua página, só para si: {link}",
  until: "Pode responder até {date}.",
  confidential:
    "As suas respostas são confidenciais: só são mostradas juntamente com as de um grupo.",
  anonymous: "As suas respostas são anónimas: nada do que é guardado as liga a si.",
  promise: "O que prometemos: {link}",
  stop: "Para não receber mais estas mensagens, responda STOP.",
  short: "{barometer}: a sua opinião, em poucos minutos. {link}",
  sheet: {
    scan: "Leia este quadrado com o seu telemóvel",
    type: "ou escreva o código em {address}",
    yours: "Um código serve uma vez, para uma pessoa. Não diz quem é.",
  },
  terminal: {
    title: "A sua opinião conta",
    scan: "Leia este quadrado e escreva o código da sua folha.",
  },
};
