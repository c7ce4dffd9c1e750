import {flatCells} from "../briefs/index.ts";
import type {Answer, Cell} from "../world/index.ts";

/** Every cell of the three tables. */
export function cellsOf(answer: Answer): readonly Cell[] {
  return flatCells(answer).map(({cell}) => cell);
}
