import type {Cell, DatasetId} from "../world/index.ts";
import type {Scene} from "./scene.ts";

export type Side = "benefits" | "risks";

/** One way in which evidence can speak for a benefit or a risk, so that a reader can follow it without running it. */
export interface StakeRule {
  readonly id: string;
  /** Raised whenever the rule may answer otherwise from the same evidence. */
  readonly version: number;
  readonly side: Side;
  /** What it looks at, in plain words. */
  readonly looksAt: string;
  /** When it speaks, with the threshold and its origin. */
  readonly speaksWhen: string;
  /** Datasets in which it looks: named to the reader when it finds nothing. */
  readonly datasets: readonly DatasetId[];
  readonly find: (scene: Scene) => readonly Cell[];
}
