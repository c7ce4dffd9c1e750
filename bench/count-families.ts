import {codeSentence, type FamilyCounts} from "../src/coding/index.ts";
import {splitSentences} from "../src/reading/index.ts";
import {type Day, isDay, type Reference} from "../src/world/index.ts";
import {codesOf, type LabelledRow, sameSides} from "./events.ts";
import {rootOf} from "./plain-plover.ts";

/** Events told on labelled rows by family of rules, and how many have type and both sides right. */
export function countFamilies(rows: readonly LabelledRow[], reference: Reference): FamilyCounts {
  const counts = {
    verb: {right: 0, of: 0},
    "verb phrase": {right: 0, of: 0},
    "carried noun": {right: 0, of: 0},
    "bare noun": {right: 0, of: 0},
    "table cell": {right: 0, of: 0},
  };
  for (const {text, date, events} of rows) {
    const on: Day | null = isDay(date) ? date : null;
    for (const {start, end} of splitSentences(text, 0, text.length))
      for (const event of codeSentence(text.slice(start, end), reference, on)) {
        const type = rootOf(event.type);
        const sides = {source: codesOf(event.sources), target: codesOf(event.targets)};
        const right = events.some((truth) => truth.type === type && sameSides(sides, truth));
        counts[event.family].of++;
        if (right) counts[event.family].right++;
      }
  }
  return counts;
}
