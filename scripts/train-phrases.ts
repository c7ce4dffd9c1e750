import {pathToFileURL} from "node:url";
import {
  carriesEvent,
  type MarkedSentence,
  readCorpus,
  readWires,
  type WireSentence,
} from "../bench/corpus-sentences.ts";
import {readReference} from "../src/cli/house.ts";
import type {Word} from "../src/coding/read-words.ts";
import {featuresOf} from "../src/coding/scoring/feature-sink.ts";
import type {LinearModel} from "../src/coding/scoring/linear-model.ts";
import {type Example, trainLinearModel} from "../src/coding/scoring/train-linear-model.ts";
import {type Named, type Sentence, stretchOf} from "../src/coding/sentence.ts";
import {jointFeatures, nextPhrase} from "../src/coding/sides/phrase-reach.ts";
import {actsOf} from "../src/coding/sides/rank-phrases.ts";
import {type EventFrame, eventFeatures, sideFeatures} from "../src/coding/sides/side-features.ts";
import {sideClasses} from "../src/coding/sides/side-ranker.ts";
import {type Reference, type TrainedModel, touches} from "../src/world/index.ts";
import {labelOf} from "./train-sides.ts";
import {writeModel} from "./write-weights.ts";

/**
 * Trains what finds the act of a sentence and, whoever they are, its doer and receiver, on `corpus/sentences` and `corpus/wires`:
 * `node --import tsx scripts/train-phrases.ts`.
 */

/**
 * Chosen on `plv-train.tsv`, whose phrases others marked: target overlap came to between .744 and .754 as the order of the
 * examples had it, so that the mean of three orders is taken. At a least weight of 0.11 it was the same.
 */
const training = {
  epochs: 10,
  rate: 0.1,
  l2: 0.7,
  leastCount: 2,
  leastWeight: 0.14,
  seed: 1,
  orders: 3,
};
/** What a sentence whose parties are marked counts beside one with whole phrases: there are four to one. Chosen in the same way. */
const ofSentences = {acts: 0.6, phrases: 0.3} as const;

/** Finds the act of a sentence and ranks its noun phrases as doer and receiver, whoever they are. */
export function trainPhrases(
  rows: readonly MarkedSentence[],
  wires: readonly WireSentence[],
  reference: Reference,
) {
  const marked = phraseExamples(rows, reference);
  const whole = phraseExamples(wires, reference);
  const both = (kind: "acts" | "phrases") => [
    ...marked[kind].map((one) => ({...one, weight: ofSentences[kind]})),
    ...whole[kind],
  ];
  return {
    phrases: trainLinearModel(both("phrases"), [...sideClasses], training),
    acts: trainLinearModel(both("acts"), ["none", "act"], training),
    // Marks of parties end where the party's name does, so that only whole phrases tell how far a side goes.
    joints: trainLinearModel(whole.joints, ["end", "join"], training),
  } satisfies Partial<Record<TrainedModel, LinearModel>>;
}

function phraseExamples(rows: readonly MarkedSentence[], reference: Reference) {
  const acts: Example[] = [];
  const phrases: Example[] = [];
  const joints: Example[] = [];
  for (const row of rows) {
    let told = 0;
    for (const {frame, rank, score} of actsOf(row.text, reference)) {
      const {sentence, match} = frame;
      const word = sentence.words[match.at] as Word;
      const own = carriesEvent(row, word);
      const features = featuresOf((to) => eventFeatures(frame, rank, score, to));
      // Each act is learnt once, whatever else its text tells.
      const act = own || row.beside.some((one) => carriesEvent(one, word));
      if (!row.isFurther) acts.push({features, label: act ? "act" : "none"});
      if (own && told < 1) joints.push(...jointsOf(row, frame));
      if (own && told++ < 2)
        phrases.push(
          ...phrasesOf(row, frame.sentence, (named) =>
            featuresOf((to) => sideFeatures(frame, named, to)),
          ),
        );
    }
  }
  return {acts, phrases, joints};
}

/** Where a marked side goes on behind its first phrase, and where it ends. */
function jointsOf(row: MarkedSentence, frame: EventFrame): Example[] {
  const {sentence} = frame;
  const {words, named} = sentence;
  return row.marks.flatMap((mark): Example[] => {
    const phrase = named.find((one) => touches(stretchOf(sentence, one), mark));
    if (!"stb".includes(mark.kind) || phrase === undefined) return [];
    const found: Example[] = [];
    for (let last = phrase.last; ; ) {
      const behind = nextPhrase(sentence, last);
      // An adjective that is marked alone says nothing of how far its phrase goes.
      if (behind === null || (words[last - 1]?.start ?? 0) >= mark.end) return found;
      const {next} = behind;
      const inside = (words[next.first]?.start ?? 0) < mark.end;
      const another = row.marks.some(
        (one) => one.kind === mark.kind && touches(one, stretchOf(sentence, next)),
      );
      // "[b:Iran] and [b:Iraq]" are the two sides, which nothing joins; it is no example of where one ends.
      if (!inside && another && mark.kind === "b") return found;
      // "[t:Iran] and [t:Lebanon]" is one side.
      const joins = inside || another;
      found.push({
        features: featuresOf((to) => jointFeatures(frame, phrase.first, last, behind, to)),
        label: joins ? "join" : "end",
      });
      if (!joins) return found;
      last = next.last;
    }
  });
}

/** The first phrase of a marked side bears its label; what stands behind it in the same mark teaches nothing. */
function phrasesOf(
  row: MarkedSentence,
  sentence: Sentence,
  features: (named: Named) => Example["features"],
) {
  const taken = new Set<number>();
  return sentence.named.flatMap((named): Example[] => {
    const label = labelOf(sentence, named, row);
    if (label === null) return [];
    const span = stretchOf(sentence, named);
    const mark = row.marks.find((one) => "stb".includes(one.kind) && touches(one, span));
    if (mark !== undefined && taken.has(mark.start)) return [];
    if (mark !== undefined) taken.add(mark.start);
    return [{features: features(named), label}];
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const rows = readCorpus("train").filter(({type}) => type !== "NONE");
  const models = trainPhrases(rows, readWires(), readReference());
  for (const [name, model] of Object.entries(models)) writeModel(name as TrainedModel, model);
}
