import type { SensitiveWords } from "../sensitive.ts";

/** Of texts without accents, small letters only. */
export const english: SensitiveWords = {
  health: [
    /\b(cancer|diabet\w*|epilep\w*|disab(led|ility|ilities)|depress(ed|ion|ive)|burn(ed|t)? ?-?out|bipolar|schizophren\w*|anorexi\w*|autis\w*|adhd|dyslexi\w*|hiv|aids|chemotherap\w*|dialysis|miscarriage|abortion|ivf)\b/,
    /\b(pregnan\w*|maternity|paternity leave)\b/,
    /\b(sick(ness| leave| note)?|ill(ness)?|disease\w*|surgery|hospital\w*|doctor|psychologist|psychiatr\w*|therap(y|ist)|medication|antidepressant\w*|anxiety|panic attacks?|work accident|injur(y|ed|ies)|alcoholi\w*|addict\w*|drugs?|rehab)\b/,
  ],
  union: [
    /\b(trade unions?|unions?|unioni[sz]\w*|shop stewards?|staff reps?|works council|on strike|strikes?|strikers?|picket\w*|tribunal)\b/,
  ],
  religion: [
    /\b(religi\w*|muslims?|islam\w*|catholic\w*|christian\w*|protestant\w*|jew|jews|jewish|buddhis\w*|hindus?|hinduism|sikhs?|atheis\w*|pray(ers?|ing|s|ed)?|ramadan|lent fast|sabbath|headscar\w*|hijab|kippah|mosque|church|synagogue|halal|kosher)\b/,
  ],
  orientation: [
    /\b(homosexual\w*|homophob\w*|heterosexual\w*|bisexual\w*|transgender\w*|transphob\w*|non-?binary|lgbt\w*|gays?|lesbians?|queer|coming out|sexual orientation|sex life)\b/,
  ],
  origin: [
    /\b(racis\w*|antisemit\w*|xenophob\w*|ethnic\w*|skin colou?r|colou?r of (my|his|her|their) skin|arabs?|africans?|asians?|immigrants?|foreigners?|gypsy|gypsies|work permit|visa status)\b/,
    /\b(far (right|left)|communist\w*|fascist\w*|political (party|opinions?|views?))\b/,
  ],
  threat: [
    /\b(suicid\w*|kill (myself|himself|herself|themselves)|end (it all|my life)|want to die|hurt myself|harm myself|self-?harm\w*|hang myself|can't (go on|take it)|cannot (go on|take it))\b/,
    /\b(kill|murder\w*|stab\w*|knife|gun|shoot\w*|bomb|blow up|burn (it|the|this) \w+|set fire|beat (him|her|them) up|threat\w*|will pay for|revenge|sabotag\w*)\b/,
  ],
  accusation: [
    /\b(harass\w*|bull(y|ies|ied|ying)|assault\w*|grop(e|ed|ing)|touched me|rap(e|ed|ist)|sexis\w*|sexual\w*|discriminat\w*|humiliat\w*|insult\w*|hit (me|him|her)|slapped|abus(e|ed|es|ive))\b/,
    /\b(steal\w*|stole|stolen|thief|thieves|theft|fraud\w*|embezzl\w*|corrupt\w*|brib\w*|kickbacks?|falsif\w*|launder\w*|cheat(s|ed|ing)?|liar|lies to|incompetent\w*|pervert\w*|tyrant\w*|sleep(s|ing) with|drunk)\b/,
  ],
  indirect: [
    /\b(the|as the) (only|sole|single|last|first|youngest|oldest) (\w+ ){1,4}?(in|at|of|on|who|here|from|with)\b/,
    /\bi('m| am) the (only|sole|last|youngest|oldest)\b/,
    /\bonly (man|woman|girl|boy|apprentice|trainee|intern|manager|accountant|nurse|driver)\b/,
    /\bas (a|an|the) (manager|director|supervisor|team lead(er)?|accountant|apprentice|trainee|intern|nurse|works council\w*)\b/,
    /\bi('m| am) (a |an |the )?(manager|director|supervisor|team lead(er)?|accountant|apprentice|trainee|intern|single (mother|father|mum|dad)|wid(ow|ower))\b/,
    /\b(my|our) (boss|manager|supervisor|line manager|team lead(er)?|director|chief)\b/,
    /\bthe (head|manager|director|boss|supervisor) of\b/,
    /\b(for|after|in) (2[0-9]|[3-5][0-9]|twenty\w*|thirty\w*|forty\w*) years\b/,
    /\b(i am|i'm|is|my) retir(ing|ement)\b/,
    /\bmy (husband|wife|son|daughter|brother|sister|father|mother|partner) (works|is also)\b/,
    /\bi('m| am) \d{2}( years old)?\b/,
  ],
};
