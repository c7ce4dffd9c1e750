/** What is known of a text's source before the text is read; `null` where nothing is. */
export interface SourcePrior {
  /** ISO 3166-1 alpha-3 code of the country that it writes for: tells how it writes a day in figures. */
  readonly country: string | null;
  /** ISO 639-1 code of the language that it writes in: decides between near relatives where the text alone can't. */
  readonly language: string | null;
  /** Days that its feed gave for this text, in the feed's words. */
  readonly published: string | null;
  readonly updated: string | null;
}

export const nothingKnown: SourcePrior = {
  country: null,
  language: null,
  published: null,
  updated: null,
};
