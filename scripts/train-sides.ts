import {pathToFileURL} from "node:url";
import {readCorpus, type WrittenSentence} from "../bench/corpus-sentences.ts";
import {readReference} from "../src/cli/house.ts";
import {compileCodebook} from "../src/coding/compile-codebook.ts";
import {retype} from "../src/coding/find-candidates.ts";
import {findMentions} from "../src/coding/find-mentions.ts";
import {isVerb} from "../src/coding/grammar.ts";
import {type Match, matchCues, verbAt} from "../src/coding/match-cues.ts";
import {partySentence, readCandidates} from "../src/coding/read-candidates.ts";
import {featuresOf} from "../src/coding/scoring/feature-sink.ts";
import {type LinearModel, packModel} from "../src/coding/scoring/linear-model.ts";
import {type Example, trainLinearModel} from "../src/coding/scoring/train-linear-model.ts";
import {type Named, type Sentence, stretchOf} from "../src/coding/sentence.ts";
import {homeClasses, homeFeatures} from "../src/coding/sides/at-home.ts";
import {jointFeatures, nextPhrase} from "../src/coding/sides/phrase-reach.ts";
import {actsOf} from "../src/coding/sides/rank-phrases.ts";
import {
  type EventFrame,
  eventFeatures,
  frameOf,
  sideFeatures,
} from "../src/coding/sides/side-features.ts";
import {sideClasses} from "../src/coding/sides/side-ranker.ts";
import {
  type EventType,
  type Reference,
  type Stretch,
  type TrainedModel,
  touches,
} from "../src/world/index.ts";
import {writeWeights} from "./write-weights.ts";

/** Trains what ranks the sides of an event, on our own sentences alone: `node --import tsx scripts/train-sides.ts`. */

/** Chosen by five-fold cross-validation over the files of our sentences. */
const training = {epochs: 10, rate: 0.15, l2: 1, leastCount: 2, seed: 1};
const ofParties = {...training, epochs: 6, l2: 2};
const ofHome = {...training, l2: 1};

/** What the marks say of a phrase; `null` where they say two things. */
export function labelOf(sentence: Sentence, named: Named, {marks}: WrittenSentence): string | null {
  const span = stretchOf(sentence, named);
  const kinds = new Set(
    marks.filter((one) => "stb".includes(one.kind) && touches(one, span)).map(({kind}) => kind),
  );
  if (kinds.size > 1) return null;
  const [kind] = kinds;
  return kind === "s" ? "source" : kind === "t" ? "target" : kind === "b" ? "both" : "none";
}

const inEvent = ({marks}: Pick<WrittenSentence, "marks">, word: Stretch | undefined) =>
  word !== undefined && marks.some((one) => one.kind === "e" && touches(one, word));

/** The cues in the words that are marked as the event; for want of one its verb. */
export function markedEvents(
  sentence: Sentence,
  row: WrittenSentence,
  reference: Reference,
): Match[] {
  const {words} = sentence;
  const cues = matchCues(sentence, compileCodebook(reference)).cues.filter(({at}) =>
    inEvent(row, words[at]),
  );
  if (cues.length > 0) return cues.slice(0, 2);
  const verb = words.findIndex((word, i) => isVerb(sentence, i) && inEvent(row, word));
  return verb < 0 ? [] : [verbAt(sentence, verb)];
}

export function sideExamples(rows: readonly WrittenSentence[], reference: Reference): Example[] {
  return rows.flatMap((row) => {
    const sentence = partySentence(row.text, findMentions(row.text, reference), [], null);
    return markedEvents(sentence, row, reference).flatMap((match) => {
      const frame = frameOf(sentence, match);
      return sentence.named.flatMap((named): Example[] => {
        const label = labelOf(sentence, named, row);
        return label === null
          ? []
          : [{features: featuresOf((to) => sideFeatures(frame, named, to)), label}];
      });
    });
  });
}

export function phraseExamples(rows: readonly WrittenSentence[], reference: Reference) {
  const acts: Example[] = [];
  const phrases: Example[] = [];
  const joints: Example[] = [];
  for (const row of rows) {
    let told = 0;
    for (const {frame, rank, score} of actsOf(row.text, reference)) {
      const {sentence, match} = frame;
      const word = sentence.words[match.at];
      const own = inEvent(row, word);
      const features = featuresOf((to) => eventFeatures(frame, rank, score, to));
      // Each act is learnt once, whatever else its text tells.
      const act = own || row.beside.some((one) => inEvent(one, word));
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
function jointsOf(row: WrittenSentence, frame: EventFrame): Example[] {
  const {sentence} = frame;
  const {words, named} = sentence;
  return row.marks.flatMap((mark): Example[] => {
    const phrase = named.find((one) => touches(stretchOf(sentence, one), mark));
    if (!"stb".includes(mark.kind) || phrase === undefined) return [];
    const found: Example[] = [];
    for (let last = phrase.last; ; ) {
      const next = nextPhrase(sentence, last);
      // An adjective that is marked alone says nothing of how far its phrase goes.
      if (next === null || (words[last - 1]?.start ?? 0) >= mark.end) return found;
      const inside = (words[next.first]?.start ?? 0) < mark.end;
      const another = row.marks.some(
        (one) => one.kind === mark.kind && touches(one, stretchOf(sentence, next)),
      );
      // "[b:Iran] and [b:Iraq]" are the two sides, which nothing joins; it is no example of where one ends.
      if (!inside && another && mark.kind === "b") return found;
      // "[t:Iran] and [t:Lebanon]" is one side.
      const joins = inside || another;
      found.push({
        features: featuresOf((to) => jointFeatures(frame, phrase.first, last, next, to)),
        label: joins ? "join" : "end",
      });
      if (!joins) return found;
      last = next.last;
    }
  });
}

/** The first phrase of a marked side bears its label; what stands behind it in the same mark teaches nothing. */
function phrasesOf(
  row: WrittenSentence,
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

/** Events of which the coder finds one party alone: at home where both sides are its own in the file. */
function homeExamples(rows: readonly WrittenSentence[], reference: Reference): Example[] {
  return rows.flatMap((row) => {
    const mentions = findMentions(row.text, reference);
    const {sentence, candidates} = readCandidates(row.text, reference, mentions, []);
    const own = candidates.find(({match}) => inEvent(row, sentence.words[match.at]));
    if (own === undefined) return [];
    const type = row.type as EventType;
    const {match, sides} = retype(sentence, own, type);
    const left = sides.sources?.parties ?? [];
    const right = sides.targets?.parties ?? [];
    const [party] = [...left, ...right];
    const written = new Set([...row.source, ...row.target]);
    if (party === undefined || left.length + right.length !== 1 || !written.has(party)) return [];
    const side = left.length > 0 ? ("source" as const) : ("target" as const);
    const named = {type, party, side} as const;
    const features = featuresOf((to) => homeFeatures(sentence, match, mentions, named, to));
    const both = row.source.includes(party) && row.target.includes(party);
    if (written.size === 1)
      return [{features, label: both ? "home" : "away", weight: both ? 1 : awayCounts}];
    return [{features, label: "away", weight: unfoundCounts}];
  });
}

/** Of our sentences that name one party, six of seven are at home; of the news, two of three. */
const awayCounts = 2;
/** What counts a sentence that names two parties of which the coder finds one. */
const unfoundCounts = 0.5;

export function trainSides(rows: readonly WrittenSentence[], reference: Reference) {
  const {acts, phrases, joints} = phraseExamples(rows, reference);
  return {
    sides: trainLinearModel(sideExamples(rows, reference), [...sideClasses], ofParties),
    phrases: trainLinearModel(phrases, [...sideClasses], training),
    acts: trainLinearModel(acts, ["none", "act"], training),
    joints: trainLinearModel(joints, ["end", "join"], training),
  } satisfies Partial<Record<TrainedModel, LinearModel>>;
}

/** Tells what is at home. @param reference its sides are ranked by the models that {@link trainSides} has just made. */
export function trainHome(rows: readonly WrittenSentence[], reference: Reference): LinearModel {
  return trainLinearModel(homeExamples(rows, reference), [...homeClasses], ofHome);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const rows = readCorpus("train").filter(({type}) => type !== "NONE");
  const write = (name: TrainedModel, model: LinearModel) => {
    const bytes = packModel(model);
    writeWeights(name, bytes);
    process.stdout.write(`${name}: ${model.fingerprints.length} features, ${bytes.length} bytes\n`);
  };
  const models = trainSides(rows, readReference());
  for (const name of ["sides", "phrases", "acts", "joints"] as const) write(name, models[name]);
  // Read anew: what is at home is told of sides that the ranker has just learnt.
  write("home", trainHome(rows, readReference()));
}
