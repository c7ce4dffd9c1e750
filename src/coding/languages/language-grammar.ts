import type {CodedLanguage} from "../../world/index.ts";

/** The small words of a language that the rules share. */
export interface Grammar {
  /** Between names of one side. */
  readonly joining: ReadonlySet<string>;
  readonly pronouns: ReadonlySet<string>;
  /** Small words behind which another part of the sentence begins. */
  readonly prepositions: ReadonlySet<string>;
  /** Words in the form of a verb. */
  readonly verbal: (word: string) => boolean;
  /** The passive by its words: "di-", "был …н". */
  readonly passive: RegExp;
  readonly active: RegExp;
  /** Whether a state may stand before its people as an adjective. */
  readonly adjectiveFirst: boolean;
}

const set = (words: string) => new Set(words.split(/\s+/));

const malayPassive = /^di(?!a$|dik|plom|men|rek|gital|lema|ktator|vis|nas)\p{L}{3}/u;
const malayActive =
  /^(?:me(?!nteri|rek|dia|dan|rdek|tro|sir|ksi|lay|ntal|dik|ja|mang|mber|ski|ter)|ber(?!ita|lin|as$|sama|kas)|ter(?!hadap|masuk|utama|minal|oris|kait|ang))\p{L}{3}/u;

const malay = {
  joining: set("dan serta & -"),
  prepositions: set(
    `dari daripada oleh kepada terhadap dengan di ke untuk bagi antara atas dan bersama pada dalam soal tentang mengenai yang
    serta agar supaya milik asal menurut kata ujar lapor sebut demikian terkait berkaitan berhubung usai lewat melalui menerusi
    buat demi hingga sampai sambil lawan berbanding karena kerana akan tidak telah sudah jika bila bahwa bahawa saat ketika dapat
    bisa boleh tak belum bukan jelang gugur supaya selepas setelah ialah adalah sebagai`,
  ),
  passive: malayPassive,
  active: malayActive,
  verbal: (word: string) => malayPassive.test(word) || malayActive.test(word),
  adjectiveFirst: false,
};

const russianPassive = /(?:[аея]н|[яи]т|ыт)(?:|а|о|ы)$|(?:нный|нная|нное|нные)$/u;
const russianActive =
  /\p{L}{3}(?:[аеиыуя]л(?:|а|о|и|ся|ась|ись)|[аеиуюя]т|[аеиуюя]тся|ать|ить|еть|ться)$/u;

const grammars: Readonly<Record<CodedLanguage, Grammar>> = {
  id: {...malay, pronouns: set("ia dia mereka beliau keduanya")},
  ms: {...malay, pronouns: set("ia dia mereka beliau baginda keduanya")},
  ru: {
    joining: set("и & - – или"),
    pronouns: set("он она они оно ведомство ведомства"),
    prepositions: set(
      `с со от к ко по в во на у из о об обо за и против для при над под между через перед без до после около вокруг ради среди
      что который ли насчет про вместе совместно вслед заявил сообщил сообщает пишет передает заявила сообщила не будет будут
      был была было были если чтобы`,
    ),
    passive: russianPassive,
    active: russianActive,
    verbal: (word) => russianActive.test(word),
    adjectiveFirst: true,
  },
};

export function grammarOf(language: CodedLanguage): Grammar {
  return grammars[language];
}
