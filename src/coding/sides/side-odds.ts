import type {Named} from "../sentence.ts";

/** Log odds against no side: of being the one who acts, the one acted on, a side of a joint act. */
export interface SideOdds {
  readonly source: number;
  readonly target: number;
  readonly both: number;
}

/** The same of a phrase of a sentence. */
export interface PhraseOdds extends SideOdds {
  readonly phrase: Named;
}
