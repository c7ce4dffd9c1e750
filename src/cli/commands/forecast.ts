import {likelihoodTerm, type QuestionRecord, type ScoredMean} from "../../models/index.ts";
import {forecastWatch} from "../../pipeline/index.ts";
import {type Gap, isGap} from "../../world/index.ts";
import {type CommonOptions, inHouse, tellWork} from "../house.ts";
import {printJson, printTable} from "../print.ts";
import {wholeNumber} from "../whole-number.ts";

/** What was asked of the past and how it came out; then the questions that are open. */
export function forecast(options: CommonOptions & {readonly limit?: string}): Promise<void> {
  const limit = wholeNumber("--limit", options.limit ?? "20");
  return inHouse(options, async (house) => {
    tellWork(house);
    const told = await forecastWatch(house);
    if (options.json === true) return printJson({asOf: house.asOf, ...told});
    printRecord("Reported acts (ICEWS)", told.events);
    printRecord("Votes in the General Assembly", told.votes);
    const open = told.open.toSorted(
      (a, b) =>
        b.year - a.year ||
        Math.abs(b.probability - b.baseRate) - Math.abs(a.probability - a.baseRate),
    );
    process.stdout.write(
      `Open: ${open.length} questions, each settled when its dataset holds the year; the latest first, and those furthest from their base rate\n`,
    );
    printTable(
      ["likelihood", "p", "base rate", "question"],
      open
        .slice(0, limit)
        .map((one) => [
          likelihoodTerm(one.probability, house.reference.likelihood),
          one.probability.toFixed(2),
          one.baseRate.toFixed(2),
          one.text,
        ]),
      110,
    );
  });
}

function printRecord(title: string, record: QuestionRecord | Gap): void {
  if (isGap(record)) {
    process.stdout.write(`${title}: gap: ${record.why}\n\n`);
    return;
  }
  const {questions, voids, pairs, wins, losses, even} = record;
  process.stdout.write(
    `${title}: ${questions} questions on ${pairs} pairs, ${voids} void; ${wins} nearer than the base rate, ${losses} further, ${even} as near\n`,
  );
  const mean = ({value, low, high}: ScoredMean) =>
    `${value.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
  printTable(
    ["forecast", "Brier (90 %)", "log score (90 %)"],
    (
      [
        ["ours", record.ours],
        ["base rate", record.baseRate],
        ["last value", record.lastValue],
      ] as const
    ).map(([who, scores]) => [who, mean(scores.brier), mean(scores.logScore)]),
  );
  process.stdout.write(
    `better than the base rate by ${mean(record.gainOnBaseRate)}, with years drawn instead of pairs ${mean(record.gainOnBaseRateByYear)}; with voids for us ${record.brierWithVoids.best.toFixed(3)}, against us ${record.brierWithVoids.worst.toFixed(3)}\n`,
  );
  printTable(
    ["said", "questions", "mean p", "happened (90 %)"],
    record.calibration.map((band) => [
      `${band.term} (${band.low}-${band.high})`,
      String(band.questions),
      band.questions === 0 ? "" : band.meanProbability.toFixed(2),
      band.questions === 0
        ? ""
        : `${band.happened.toFixed(2)} [${band.interval.low.toFixed(2)}, ${band.interval.high.toFixed(2)}]`,
    ]),
  );
  process.stdout.write("\n");
}
