import {pathToFileURL} from "node:url";
import {
  carriesEvent,
  type MarkedSentence,
  readCorpus,
  type WrittenSentence,
} from "../bench/corpus-sentences.ts";
import {readReference} from "../src/cli/house.ts";
import {compileCodebook} from "../src/coding/compile-codebook.ts";
import {retype} from "../src/coding/find-candidates.ts";
import {findMentions} from "../src/coding/find-mentions.ts";
import {isVerb} from "../src/coding/grammar.ts";
import {type Match, matchCues, verbAt} from "../src/coding/match-cues.ts";
import {partySentence, readCandidates} from "../src/coding/read-candidates.ts";
import type {Word} from "../src/coding/read-words.ts";
import {featuresOf} from "../src/coding/scoring/feature-sink.ts";
import type {LinearModel} from "../src/coding/scoring/linear-model.ts";
import {type Example, trainLinearModel} from "../src/coding/scoring/train-linear-model.ts";
import {type Named, type Sentence, stretchOf} from "../src/coding/sentence.ts";
import {homeClasses, homeFeatures} from "../src/coding/sides/at-home.ts";
import {frameOf, sideFeatures} from "../src/coding/sides/side-features.ts";
import {sideClasses} from "../src/coding/sides/side-ranker.ts";
import {type EventType, type Reference, touches} from "../src/world/index.ts";
import {writeModel} from "./write-weights.ts";

/** Trains what ranks parties as sides of an event, and what tells that it is at home: `node --import tsx scripts/train-sides.ts`. */

/** Chosen by five-fold cross-validation over the files of our sentences. */
const ofParties = {epochs: 6, rate: 0.15, l2: 2, leastCount: 2, seed: 1};
const ofHome = {...ofParties, epochs: 10, l2: 1};

type Marked = Pick<MarkedSentence, "marks">;

/** What the marks say of a phrase; `null` where they say two things. */
export function labelOf(sentence: Sentence, named: Named, {marks}: Marked): string | null {
  const span = stretchOf(sentence, named);
  const kinds = new Set(
    marks.filter((one) => "stb".includes(one.kind) && touches(one, span)).map(({kind}) => kind),
  );
  if (kinds.size > 1) return null;
  const [kind] = kinds;
  return kind === "s" ? "source" : kind === "t" ? "target" : kind === "b" ? "both" : "none";
}

/** The cues in the words that are marked as the event; for want of one its verb. */
export function markedEvents(
  sentence: Sentence,
  row: WrittenSentence,
  reference: Reference,
): Match[] {
  const {words} = sentence;
  const cues = matchCues(sentence, compileCodebook(reference)).cues.filter(({at}) =>
    carriesEvent(row, words[at] as Word),
  );
  if (cues.length > 0) return cues.slice(0, 2);
  const verb = words.findIndex((word, i) => isVerb(sentence, i) && carriesEvent(row, word));
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

/** Events of which the coder finds one party alone: at home where both sides are its own in the file. */
function homeExamples(rows: readonly WrittenSentence[], reference: Reference): Example[] {
  return rows.flatMap((row) => {
    const mentions = findMentions(row.text, reference);
    const {sentence, candidates} = readCandidates(row.text, reference, mentions, []);
    const own = candidates.find(({match}) => carriesEvent(row, sentence.words[match.at] as Word));
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

/** Ranks the parties of a sentence as sides of its event. */
export function trainSides(rows: readonly WrittenSentence[], reference: Reference): LinearModel {
  return trainLinearModel(sideExamples(rows, reference), [...sideClasses], ofParties);
}

/** Tells what is at home. @param reference its sides are ranked by the models that {@link trainSides} has just made. */
export function trainHome(rows: readonly WrittenSentence[], reference: Reference): LinearModel {
  return trainLinearModel(homeExamples(rows, reference), [...homeClasses], ofHome);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const rows = readCorpus("train").filter(({type}) => type !== "NONE");
  writeModel("sides", trainSides(rows, readReference()));
  // Read anew: what is at home is told of sides that the ranker has just learnt.
  writeModel("home", trainHome(rows, readReference()));
}
