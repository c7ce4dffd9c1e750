import type {DatasetId, Sector, Series} from "../world/index.ts";
import type {Known} from "./gather-known.ts";

/** How a measure is made: what its figures are called, counted in and need. */
export interface Recipe {
  readonly id: string;
  readonly version: number;
  readonly unit: string;
  readonly sector: Sector | null;
  /** Datasets without which nothing can be measured. */
  readonly needs: readonly DatasetId[];
  readonly card: RecipeCard;
}

/** What `docs/measures.md` says of a recipe, a sentence or two each. */
export interface RecipeCard {
  /** What the figure tells, in plain words. */
  readonly tells: string;
  /** The formula, its letters explained. */
  readonly formula: string;
  /** Paper or dataset that the formula follows. */
  readonly after: string;
  /** How the interval is made, or why there is none. */
  readonly interval: string;
  /** When a gap stands in place of a figure, beside a dataset that the ledger does not hold. */
  readonly gapWhen: string;
}

/** Why a card of a complete count tells no interval. */
export const completeCount =
  "None: a complete count of what is recorded, whose own errors are not published.";

/** A measure: its recipes, and what makes its series of all that is known. */
export interface Measure {
  readonly recipes: readonly Recipe[];
  readonly series: (known: Known) => Series[];
}
