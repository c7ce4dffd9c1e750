import {calmCapitals} from "../src/coding/calm-capitals.ts";
import {findMentions} from "../src/coding/find-mentions.ts";
import {isNoNews} from "../src/coding/is-no-news.ts";
import {readCandidates} from "../src/coding/read-candidates.ts";
import {longestSentence} from "../src/coding/read-words.ts";
import {scorerOf} from "../src/coding/scoring/linear-scorer.ts";
import {sceneOf, scoreReadings} from "../src/coding/ways/scene.ts";
import {wayFeatures} from "../src/coding/ways/way-features.ts";
import {splitSentences} from "../src/reading/index.ts";
import type {EventType, Reference} from "../src/world/index.ts";
import {labelledAs, type WrittenSentence} from "./corpus-sentences.ts";
import {codesOf, keyOf, type LabelledEvent, type Sides} from "./events.ts";
import {rootOf} from "./plain-plover.ts";

/** What a text is labelled with, in the labelling guide's terms; a row of `corpus/` with all that stands beside it. */
export function labelledEventsOf(row: WrittenSentence): LabelledEvent[] {
  return [row, ...row.beside]
    .filter(({type}) => type !== "NONE")
    .map(({type, mode, sector, source, target}) => ({
      type: rootOf(type as EventType),
      mode,
      sector,
      source: codesOf(source),
      target: codesOf(target),
    }));
}

/** The benches let "A on B" pass for a symmetric event of A and B; what is learnt is the event itself. */
const isExactly = (said: Sides, truth: Sides) =>
  keyOf(said.source) === keyOf(truth.source) && keyOf(said.target) === keyOf(truth.target);

/** A way to read a text, as what weighs ways sees it. */
export interface WayExample {
  readonly told: Float64Array;
  /** It is one of the events of the text: type and both sides. */
  readonly isRight: boolean;
  /** One of the events is of its type: not only of its root, as the headlines' labels have it. */
  readonly hasRightType: boolean;
}

/** Every way that the coder sees to read a text. */
export function wayExamples(row: WrittenSentence, reference: Reference): WayExample[] {
  if (row.isFurther) return [];
  const truths = labelledEventsOf(row);
  return splitSentences(row.text, 0, row.text.length).flatMap(({start, end}) => {
    const text = calmCapitals(row.text.slice(start, end).slice(0, longestSentence));
    const mentions = findMentions(text, reference);
    if (mentions.length === 0 || isNoNews(text)) return [];
    const readings = readCandidates(text, reference, mentions, []);
    const scores = scoreReadings(readings, scorerOf(reference));
    const scene = sceneOf(readings, scores, [], reference);
    const told = wayFeatures(scene);
    return scene.ways.map(({type, sources, targets}, i) => {
      const said = {source: codesOf(sources), target: codesOf(targets)};
      const typed = truths.filter((truth) => truth.type === rootOf(type));
      return {
        told: told[i] as Float64Array,
        isRight: typed.some((truth) => isExactly(said, truth)),
        hasRightType: labelledAs(row, type) !== undefined,
      };
    });
  });
}
