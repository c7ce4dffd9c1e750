import type {EventType} from "./coded-event.ts";
import type {PartyId, StateCode} from "./party.ts";
import type {Sector} from "./sector.ts";

/** Languages besides English in which sentences are coded. */
export const codedLanguages = ["id", "ms", "ru"] as const;
export type CodedLanguage = (typeof codedLanguages)[number];

/** What is learnt of each: what is done, who does it, how far it had come, what it is about. */
export const languageModels = ["type", "role", "mode", "sector"] as const;
export type LanguageModel = (typeof languageModels)[number];

/** What words say of how far a thing had come; `negated` and `reported` are none by themselves. */
export const modeWords = [
  "planned",
  "hypothetical",
  "proposed",
  "denied",
  "negated",
  "announced",
  "reported",
] as const;
export type ModeWord = (typeof modeWords)[number];

/** A name by which a language calls a party, in one of its forms. */
export interface LanguageName {
  readonly name: string;
  readonly party: PartyId;
  readonly kind: string;
}

/** What a language calls things: cues by type, words of mode and sector, actors without a state, names of parties. */
export interface LanguageBook {
  readonly language: CodedLanguage;
  /** Whose police, parliament and students are meant where no state is named. */
  readonly home: StateCode;
  readonly cues: Readonly<Record<EventType | "NONE", readonly string[]>>;
  readonly modes: Readonly<Record<ModeWord, readonly string[]>>;
  readonly sectors: Readonly<Record<Sector, readonly string[]>>;
  readonly actors: readonly string[];
  readonly names: readonly LanguageName[];
}
