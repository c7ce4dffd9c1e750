/** Words of names that say less than others: `reference/name-words.yaml`, checked where it is read. */
export interface NameWords {
  /** Class of legal form → its ways of writing, in words. */
  readonly legalForms: Readonly<Record<string, readonly string[]>>;
  readonly titles: readonly string[];
  readonly particles: readonly string[];
  readonly abbreviations: Readonly<Record<string, string>>;
  readonly numbers: readonly string[];
  readonly tens: readonly string[];
  readonly ordinals: readonly string[];
  readonly shortForms: Readonly<Record<string, readonly string[]>>;
  /** How many listed names hold a word, by the word as it sounds (`soundOf` in measures/names); rare words are not in it. */
  readonly listed: {readonly names: number; readonly counts: ReadonlyMap<string, number>};
}
