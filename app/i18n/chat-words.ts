/**
 * What a chat says around the questions, beside the words of the page (`asked/`): buttons of at most
 * twenty letters, which is what WhatsApp shows. Spanish, Portuguese, German and Arabic wait to be
 * read over.
 */
export interface ChatWords {
  /** Answer here; choose from a list; no answer; the one before; hand in; go through again; my page. */
  readonly begin: string;
  readonly choose: string;
  readonly none: string;
  readonly back: string;
  readonly send: string;
  readonly again: string;
  readonly page: string;
  /** After one of several answers, where the questions all stand in one message. */
  readonly noted: string;
  /** Nothing is left to be asked. What was answered counts once it is handed in, and is final then. */
  readonly ready: string;
  /** Handed in; final, or not until the wave ends. */
  readonly final: string;
  readonly latest: string;
}

export const chatWords: Readonly<Record<string, ChatWords>> = {
  fr: {
    begin: "Répondre ici",
    choose: "Choisir",
    none: "Sans réponse",
    back: "Revenir",
    send: "Envoyer",
    again: "Revoir mes réponses",
    page: "Ma page",
    noted: "C’est noté.",
    ready:
      "C’était la dernière question. Vos réponses comptent une fois envoyées, et sont alors définitives.",
    final: "Merci, c’est enregistré.",
    latest: "Merci, c’est enregistré. Vous pouvez changer d’avis jusqu’à la fin de la vague.",
  },
  en: {
    begin: "Answer here",
    choose: "Choose",
    none: "No answer",
    back: "Go back",
    send: "Send",
    again: "Review my answers",
    page: "My page",
    noted: "Noted.",
    ready: "That was the last question. Your answers count once they are sent, and are final then.",
    final: "Thank you, it is recorded.",
    latest: "Thank you, it is recorded. You can change your mind until the wave ends.",
  },
  es: {
    begin: "Responder aquí",
    choose: "Elegir",
    none: "Sin respuesta",
    back: "Volver",
    send: "Enviar",
    again: "Revisar respuestas",
    page: "Mi página",
    noted: "Anotado.",
    ready:
      "Era la última pregunta. Sus respuestas cuentan una vez enviadas, y entonces son definitivas.",
    final: "Gracias, queda registrado.",
    latest: "Gracias, queda registrado. Puede cambiar de opinión hasta el final de la encuesta.",
  },
  pt: {
    begin: "Responder aqui",
    choose: "Escolher",
    none: "Sem resposta",
    back: "Voltar",
    send: "Enviar",
    again: "Rever respostas",
    page: "A minha página",
    noted: "Anotado.",
    ready:
      "Era a última pergunta. As suas respostas contam depois de enviadas, e são então definitivas.",
    final: "Obrigado, ficou registado.",
    latest: "Obrigado, ficou registado. Pode mudar de opinião até ao fim do inquérito.",
  },
  de: {
    begin: "Hier antworten",
    choose: "Auswählen",
    none: "Keine Antwort",
    back: "Zurück",
    send: "Absenden",
    again: "Antworten ansehen",
    page: "Meine Seite",
    noted: "Notiert.",
    ready:
      "Das war die letzte Frage. Ihre Antworten zählen, sobald sie abgesendet sind, und sind dann endgültig.",
    final: "Danke, es ist gespeichert.",
    latest: "Danke, es ist gespeichert. Bis zum Ende der Befragung können Sie es ändern.",
  },
  ar: {
    begin: "الإجابة هنا",
    choose: "اختيار",
    none: "بلا إجابة",
    back: "رجوع",
    send: "إرسال",
    again: "مراجعة إجاباتي",
    page: "صفحتي",
    noted: "تم التسجيل.",
    ready: "كان هذا آخر سؤال. تُحسب إجاباتك بعد إرسالها، وتكون عندئذ نهائية.",
    final: "شكرًا، تم التسجيل.",
    latest: "شكرًا، تم التسجيل. يمكنك تغيير رأيك حتى نهاية الاستطلاع.",
  },
};

/** English where a language has no words of its own yet. */
export function chatWordsIn(language: string): ChatWords {
  return (chatWords[language] ?? chatWords.en) as ChatWords;
}
