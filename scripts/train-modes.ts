/**
 * Trains the models of modes and sectors on `corpus/sentences`, `corpus/modes` and `corpus/sectors` without held-out parts, and
 * writes `reference/weights/mode.bin` and `sector.bin`: `node --import tsx scripts/train-modes.ts`. Same sentences, same
 * bytes.
 */
import {readFileSync} from "node:fs";
import {readCorpus, type WrittenSentence} from "../bench/corpus-sentences.ts";
import {readReference} from "../src/cli/house.ts";
import {codebookAlone} from "../src/coding/compile-codebook.ts";
import {findCandidates} from "../src/coding/find-candidates.ts";
import {findMentions} from "../src/coding/find-mentions.ts";
import {findSectors} from "../src/coding/find-sectors.ts";
import {readMarkedEvent, ruleOf} from "../src/coding/judge-marked.ts";
import {matchCues} from "../src/coding/match-cues.ts";
import {type Anchor, anchorOf} from "../src/coding/mode-anchor.ts";
import {modeFeatures, withoutWords} from "../src/coding/mode-features.ts";
import {partySentence} from "../src/coding/read-candidates.ts";
import {readWords} from "../src/coding/read-words.ts";
import {featuresOf} from "../src/coding/scoring/feature-sink.ts";
import {vectorsOf} from "../src/coding/scoring/model-of.ts";
import {type Example, trainLinearModel} from "../src/coding/scoring/train-linear-model.ts";
import {sectorFeatures, wordFeatures} from "../src/coding/sector-features.ts";
import {type EventType, modes, type Reference, sectors} from "../src/world/index.ts";
import {writeModel} from "./write-weights.ts";

/** Chosen by five folds over the files of the training part. */
const training = {epochs: 8, rate: 0.1, l2: 1, leastCount: 2, seed: 1} as const;
/** Modes were a little better told after more rounds, on files left out. */
const ofModesTraining = {...training, epochs: 12};
/** With it a third of the features stays; files left out are told as well (.783 after .784), at 0.3 worse (.777). */
const ofSectors = {...training, leastWeight: 0.25};
/** Modes other than "done" are rarer. Chosen among 1, 1.3 and 1.7 by three folds over the files of `co` and `conflict`. */
const rare = 1.3;
/** In what is written of modes alone four rows in five are of what is not done, which is not so elsewhere. Chosen among 0.5, 0.6 and 1. */
const ofModesAlone = 0.6;
/** Sentences again without their words, so that classes of words learn to stand for words that were never met. */
const wordless = 0.7;
/** What the news writes is nearly all of what is done; at full weight both models knew less of the rest. */
const ofNews = 0.5;
/** What is written after real feeds is nearer still to what is done, and plainer. Chosen among 0, 0.2, 0.5 and 1. */
const ofFeeds = 0.2;
const counts: Readonly<Record<string, number>> = {feed: ofFeeds, news: ofNews, mode: ofModesAlone};
/** A file is named by its kind first. */
const countsOf = ({file}: WrittenSentence) => counts[file.split("-")[0] ?? ""] ?? 1;
/** How much a phrase of a sector counts beside a sentence. */
const ofPhrase = 0.5;

const reference = readReference();
const written = readCorpus("train").filter(({type}) => type !== "NONE");
const ofModes = readCorpus("train", "en", "corpus/modes");

const aboutModes = [...written, ...ofModes].flatMap((row) => modeExamples(row, reference));
writeModel("mode", trainLinearModel(aboutModes, modes, ofModesTraining));
const vectors = vectorsOf(reference);
const ofSentences = written.map((row): Example => {
  const {text, type, sector} = row;
  const sentence = partySentence(text, findMentions(text, reference), [], null);
  const phrases = findSectors(text, reference);
  const features = featuresOf((to) =>
    sectorFeatures(sentence, type as EventType, phrases, vectors, to),
  );
  return {features, label: sector, weight: countsOf(row)};
});
const ofPhrases = readFileSync("corpus/sectors/phrases.tsv", "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line): Example => {
    const [label = "", phrase = ""] = line.split("\t");
    const words = readWords(phrase, []);
    const features = featuresOf((to) => wordFeatures({words}, vectors, to));
    return {features, label, weight: ofPhrase / 2};
  });
// Twice, so that words of phrases are met often enough to be kept.
const aboutSectors = [...ofSentences, ...ofPhrases, ...ofPhrases];
writeModel("sector", trainLinearModel(aboutSectors, sectors, ofSectors));
console.log(`${aboutModes.length} examples of modes, ${aboutSectors.length} of sectors`);

/** The event in its marked words, and as the coder's own cue finds it, where that is another stretch. */
function modeExamples(row: WrittenSentence, known: Reference): Example[] {
  const type = row.type as EventType;
  const marks = row.marks.filter(({kind}) => kind === "e");
  const marked = readMarkedEvent(row.text, marks, type, known);
  if (marked === null) return [];
  const {sentence, anchor} = marked;
  const found = findCandidates(sentence, matchCues(sentence, codebookAlone(known))).find(
    ({match, type: told}) =>
      told === type && match.first < anchor.last && anchor.first < match.last,
  );
  const anchors: Anchor[] = [anchor];
  if (found !== undefined) anchors.push(anchorOf(sentence, found.match, type));
  const weight = (countsOf(row) * (row.mode === "done" ? 1 : rare)) / anchors.length;
  return anchors.flatMap((one) => {
    const features = featuresOf((to) => modeFeatures(sentence, one, ruleOf(sentence, one), to));
    return [
      {features, label: row.mode, weight},
      {features: withoutWords(features), label: row.mode, weight: weight * wordless},
    ];
  });
}
