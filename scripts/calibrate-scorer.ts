/**
 * Fits how sure an outside scorer may be, on our own held-out sentences, which no model of ours was trained on:
 * `node --import tsx scripts/calibrate-scorer.ts --scorer chat --out chat.json [--limit 300]`. Every sentence is asked
 * about some three times. The figures before and after are printed; the file goes into `demarche read --calibration`.
 */
import {writeFileSync} from "node:fs";
import {parseArgs} from "node:util";
import {calibrationError} from "../bench/calibration.ts";
import {labelledAs, readHeldOut, type WrittenSentence} from "../bench/corpus-sentences.ts";
import {readReference} from "../src/cli/house.ts";
import {type Calibration, namedScorer} from "../src/cli/named-scorer.ts";
import {askAhead, codeSentence, fitPlatt, scorerOf} from "../src/coding/index.ts";
import {plattOf} from "../src/coding/scoring/platt.ts";

const {values} = parseArgs({
  options: {scorer: {type: "string"}, out: {type: "string"}, limit: {type: "string"}},
});
if (values.scorer === undefined || values.out === undefined)
  throw new Error("name a scorer with --scorer and a file with --out");
const reference = readReference();
const model = await namedScorer(values.scorer, undefined, reference, process.env);
if (model === null) throw new Error("the linear scorer is calibrated already");
const all = readHeldOut();
const limit = Number(values.limit ?? all.length);
if (!(limit >= 1)) throw new Error(`--limit ${values.limit} is no number of sentences`);
const every = Math.ceil(all.length / limit);
const rows = all.filter((_, i) => i % every === 0);
const {result, report} = await askAhead(
  (scorer) => rows.map(({text}) => codeSentence(text, reference, null, [], scorer)),
  scorerOf(reference),
  model.outside,
  null,
);
const answers = result.flatMap((events, i) =>
  events.slice(0, 1).map(({type, confidence}) => ({
    probability: confidence,
    right: labelledAs(rows[i] as WrittenSentence, type) !== undefined,
  })),
);
if (answers.length === 0)
  throw new Error(`no event in ${rows.length} sentences: nothing to fit; give a greater --limit`);
const line = fitPlatt(answers);
const calibration: Calibration = {scorer: report.id, answers: answers.length, ...line};
writeFileSync(values.out, `${JSON.stringify(calibration, null, 2)}\n`);
const errorOf = (sure: (probability: number) => number) =>
  calibrationError(
    answers.map(({probability, right}) => ({confidence: sure(probability), right})),
  ).toFixed(3);
console.log(
  `${report.asked} questions about ${rows.length} sentences, ${report.malformed} answers malformed, ${report.misquoted} misquoted, ${answers.length} events`,
);
console.log(
  `calibration error on the very answers it was fitted to: ${errorOf((one) => one)} before, ${errorOf((one) => plattOf(line, one))} after`,
);
