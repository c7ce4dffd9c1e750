/** How a language says that somebody said something. Each pattern is sticky to no place and bounded. */
export interface SpeechWords {
  /** Verbs of saying; their subject stands before them, or behind where nothing stands before ("said Lavrov"). */
  readonly said: RegExp;
  /** Words behind which the speaker stands: "according to". */
  readonly accordingTo: RegExp;
  /** Where a speaker's name ends that stands behind the verb. */
  readonly endsName: RegExp;
  /** A subject that is a pronoun: whoever spoke last. */
  readonly pronoun: RegExp;
  /** What may stand before the subject and is no part of it. */
  readonly leadIn: RegExp;
  /** Behind a quotation, the words with which a paraphrase goes on. */
  readonly adding: RegExp;
}

const none = /(?!)/;
/** A verb of its own: no letter before or behind it. */
const word = (list: string, flags = "u") =>
  new RegExp(String.raw`(?<![\p{L}\p{M}])(?:${list})(?![\p{L}\p{M}])`, flags);

const malayic: SpeechWords = {
  said: word(
    "kata|ujar|ucap|tutur|ungkap|imbuh|jelas|tegas|terang|katanya|ujarnya|menyatakan|mengatakan|menegaskan|menjelaskan|menyebut(?:kan)?|berkata|memberitahu|mengumumkan|menambahkan|menambah|menilai|menekankan|mengakui|membantah|menafikan",
  ),
  accordingTo: word("[Mm]enurut(?:nya)?"),
  endsName: word(
    "di|pada|dalam|saat|ketika|kepada|setelah|selepas|usai|seperti|yang|bahwa|bahawa|dikutip|sambil|seraya|ini|hari|akan|telah|dan",
  ),
  pronoun: /^(?:dia|ia|beliau|mereka)$/iu,
  leadIn:
    /^(?:(?:pada|di|dalam) [^,]{2,50}, ?|(?:sementara itu|selain itu|namun|meski demikian|terdahulu|sebelumnya|selanjutnya),? )/iu,
  adding: word("(?:menambahkan|menambah)(?:,)? (?:bahwa|bahawa)"),
};

const english: SpeechWords = {
  said: word(
    "said|says|told|tells|added|adds|stressed|stresses|stated|states|announced|announces|declared|warned|warns|argued|argues|explained|explains|insisted|insists|claimed|claims|confirmed|denied|acknowledged|emphasi[sz]ed|pointed out|remarked|noted|notes|wrote|writes|reported|reports|recalled|replied|answered(?=[:,]? ?\uFFFC)|believes?|say|argue|warn|(?:note|stress|caution|point out|suggest|acknowledge)(?= that)",
    "u",
  ),
  accordingTo: word("[Aa]ccording to|[Ii]n the words of|[Aa]s per"),
  endsName: word(
    "that|as|on|in|at|after|during|when|while|to|who|which|of course|last|this|earlier|has|have|had|is|are|was|were|will|would|could|may|and (?:said|told|added)",
  ),
  pronoun: /^(?:s?he|they|it)$/i,
  leadIn:
    /^(?:(?:on|in|at|during|after|speaking (?:to|in|at|on)) [^,]{2,60}, ?|(?:on|last|this) \p{L}{3,9} |(?:meanwhile|however|later|separately|earlier|in turn|for (?:his|her|its) part|but|and|also|still),? )/iu,
  adding: word("(?:adding|noting|saying|stressing|insisting|warning) that|and (?:added|said) that"),
};

const speech: Readonly<Record<string, SpeechWords>> = {
  en: english,
  id: malayic,
  ms: malayic,
  ru: {
    said: word(
      "(?:сказал|заявил|отметил|сообщил|подчеркнул|добавил|пояснил|указал|напомнил|уточнил|объявил|признал|рассказал)[аи]?|считает|полагает|говорит|говорится|отмечает|заявляет|подчеркивает",
    ),
    accordingTo: word(
      "[Пп]о (?:словам|мнению|данным|информации|оценке)|[Кк]ак (?:заявил|сообщил|отметил)[аи]?|[Вв] (?:заявлении|сообщении|пресс-релизе)",
    ),
    endsName: word("что|говорится|в|на|во|по|после|журналистам|и|а|также|которы[йе]|о|об"),
    pronoun: /^(?:он|она|они)$/iu,
    leadIn: /^(?:(?:ранее|при этом|кроме того|также|в свою очередь|между тем|однако),? )/iu,
    adding: word("(?:добавив|отметив|подчеркнув), что|и добавил[аи]?, что"),
  },
  fr: {
    said: word(
      "(?:a|ont) (?:déclaré|affirmé|dit|indiqué|précisé|souligné|ajouté|annoncé|estimé|assuré|expliqué|rappelé|averti)|déclare|affirme|estime|souligne|indique|précise|explique|assure|(?:a-t-(?:il|elle)|ont-ils) (?:déclaré|ajouté|dit|précisé|affirmé)",
    ),
    accordingTo: word("[Ss]elon|[Dd]['’]après|[Pp]our"),
    endsName: word(
      "que|à|au|en|dans|lors|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|qui|sur|devant",
    ),
    pronoun: /^(?:ils?|elles?)$/iu,
    leadIn: /^(?:(?:par ailleurs|cependant|de son côté|pour sa part|toutefois),? )/iu,
    adding: word("ajoutant que|précisant que"),
  },
  es: {
    said: word(
      "dijo|declaró|afirmó|señaló|indicó|aseguró|añadió|anunció|explicó|subrayó|sostuvo|destacó|advirtió|recordó|dijeron|afirmaron|señalaron|dice|afirma",
    ),
    accordingTo: word("[Ss]egún|[Dd]e acuerdo con|[Ee]n palabras de"),
    endsName: word(
      "que|en|a|al|ante|durante|tras|este|el (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|quien",
    ),
    pronoun: /^(?:él|ella|ellos|ellas)$/iu,
    leadIn: /^(?:(?:además|por su parte|sin embargo|asimismo),? )/iu,
    adding: word("(?:y )?añadió que"),
  },
  vi: {
    said: word("cho biết|tuyên bố|khẳng định|nhấn mạnh|cho rằng|nói rằng|nói|phát biểu|bày tỏ"),
    accordingTo: word("[Tt]heo"),
    endsName: word("rằng|tại|trong|vào|với|và|khi"),
    pronoun: /^(?:ông|bà|họ)$/iu,
    leadIn: /^(?:(?:tuy nhiên|ngoài ra|trước đó),? )/iu,
    adding: word("đồng thời (?:khẳng định|nhấn mạnh)"),
  },
  zh: {
    said: /(?:表示|指出|强调|宣布|认为|透露|回应称|[说称](?=[，,：:]|\uFFFC))/u,
    accordingTo: /据(?=[^，。]{2,30}(?:介绍|透露|称))/u,
    endsName: /介绍|透露|称|在/u,
    pronoun: /^[他她]们?$/u,
    leadIn: /^(?:此外|同时|但|当天|会后)，?/u,
    adding: none,
  },
  ar: {
    said: word("و?(?:قال|قالت|أعلن|أعلنت|صرح|صرحت|أكد|أكدت|أوضح|أوضحت|أضاف|أضافت|ذكر|ذكرت)"),
    accordingTo: word("(?:وفقا|وفقًا|بحسب|حسب)"),
    endsName: word("إن|أن|في|خلال|يوم|على|من|إنه|أنه"),
    pronoun: none,
    leadIn: none,
    adding: none,
  },
  th: {
    said: /(?:กล่าวว่า|ระบุว่า|แถลงว่า|เปิดเผยว่า|ยืนยันว่า|กล่าว)/u,
    accordingTo: none,
    endsName: /ว่า|ที่|ใน|เมื่อ/u,
    pronoun: /^เขา$/u,
    leadIn: none,
    adding: none,
  },
};

/** The words of a language, or `null` for one that we have none of. */
export function speechWords(language: string): SpeechWords | null {
  return speech[language === "und" ? "en" : language] ?? null;
}
