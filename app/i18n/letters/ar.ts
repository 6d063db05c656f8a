import type { LetterWords } from "./letter-words.ts";

/** To be reviewed. */
export const ar: LetterWords = {
  direction: "rtl",
  reviewed: false,
  greeting: "مرحبا،",
  invite: {
    subject: "{barometer}: رأيك في دقائق قليلة",
    lead: "ندعوك للإجابة عن «{barometer}». يستغرق ذلك دقائق قليلة، ولا سؤال إلزامي.",
  },
  remind: {
    subject: "{barometer}: ما زال الوقت متاحا",
    lead: "ما زال «{barometer}» مفتوحا. تستغرق الإجابة دقائق قليلة، ولا سؤال إلزامي.",
  },
  thank: { subject: "{barometer}: شكرا", lead: "شكرا على إجابتك عن «{barometer}»." },
  results: {
    subject: "{barometer}: صدرت النتائج",
    lead: "يمكن الآن قراءة نتائج «{barometer}».",
  },
  test: {
    subject: "تجربة · {barometer}",
    lead: "هذه تجربة: هذا ما سيتلقاه المدعوون إلى «{barometer}».",
  },
  page: "صفحتك، لك وحدك: {link}",
  until: "يمكنك الإجابة حتى {date}.",
  confidential: "إجاباتك سرية: لا تعرض إلا مع إجابات مجموعة.",
  anonymous: "إجاباتك مجهولة المصدر: لا شيء مما يحفظ يربطها بك.",
  promise: "ما نعد به: {link}",
  stop: "كي لا تصلك هذه الرسائل بعد الآن، أجب بكلمة STOP.",
  short: "{barometer}: رأيك في دقائق قليلة. {link}",
  sheet: {
    scan: "امسح هذا المربع بهاتفك",
    type: "أو اكتب الرمز على {address}",
    yours: "يستعمل الرمز مرة واحدة ولشخص واحد. وهو لا يقول من أنت.",
  },
  terminal: {
    title: "رأيك مهم",
    scan: "امسح هذا المربع ثم اكتب الرمز الموجود على ورقتك.",
  },
};
