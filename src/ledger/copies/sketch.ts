import type {Article} from "../../world/index.ts";
import type {Shingles} from "./shingles.ts";

/** An article as it is compared. */
export interface Sketch {
  readonly article: Article;
  readonly shingles: Shingles;
  /** Names under which its source may be known, plainly written. */
  readonly sources: ReadonlySet<string>;
  readonly credited: string | null;
  /** The day of publication, else of recording, as a number of days; `dated` tells which. */
  readonly day: number;
  readonly dated: boolean;
}

/** Two articles of which one was made from the other: their places in the order of time, and what they share. */
export interface NearPair {
  readonly earlier: number;
  readonly later: number;
  /** Share of the shorter text that stands in the other. */
  readonly shared: number;
  /** Share of either text that stands in the other. */
  readonly ofEarlier: number;
  readonly ofLater: number;
  readonly translation?: boolean;
}
