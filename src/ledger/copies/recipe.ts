import type {Method} from "../../world/index.ts";

/** The recipe that tells copies: what is compared, how, and from where on one text is another's copy. */
export const copiesRecipe: Method = {id: "copies", version: 1};

/** What can be turned in the recipe. */
export interface Knobs {
  /** How far a shingle reaches, in words: the fewer, the more are shared by chance; the more, the more a change spoils. */
  readonly reach: number;
  /** Share of the shorter text's shingles that the other must hold. */
  readonly share: number;
  /** Share of the later text that must come from the earlier: below it, it is chiefly something else. */
  readonly shareOfLater: number;
  /** Shingles that two articles must share, whatever their length: a sentence in common is no copy. */
  readonly fewest: number;
}

/** As set on the dev part of `bench/data/syndication` (`bench/tune-copies.ts` prints what each choice gives). */
export const knobs: Knobs = {reach: 3, share: 0.4, shareOfLater: 0.25, fewest: 8};
