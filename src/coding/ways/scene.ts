import type {Reference} from "../../world/index.ts";
import type {Readings} from "../read-candidates.ts";
import type {LinearModel} from "../scoring/linear-model.ts";
import {readingOf} from "../scoring/linear-scorer.ts";
import {modelOf} from "../scoring/model-of.ts";
import type {Score, Scorer} from "../scoring/scorer.ts";
import {maskSentence} from "../scoring/type-features.ts";
import type {Stand} from "../sentence-event.ts";
import {findWays, type Way} from "./find-ways.ts";

/** A sentence with every way to read it, and what all of them share. */
export interface Scene {
  readonly readings: Readings;
  readonly scores: readonly Score[];
  readonly ways: readonly Way[];
  readonly home: LinearModel;
}

/** What a scorer says of each reading, in their order. */
export function scoreReadings({sentence, candidates}: Readings, scorer: Scorer): readonly Score[] {
  return scorer.score({masked: maskSentence(sentence), candidates}, candidates.map(readingOf));
}

/** @param scores of the readings, in their order. */
export function sceneOf(
  readings: Readings,
  scores: readonly Score[],
  stands: readonly Stand[],
  reference: Reference,
): Scene {
  const home = modelOf(reference, "home");
  return {readings, scores, home, ways: findWays(readings, scores, stands, home)};
}
