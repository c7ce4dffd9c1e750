import type {ForecastFamily, QuestionRecord} from "../api/index.ts";
import {CalibrationPlot} from "./charts/calibration-plot.tsx";
import {DataTable} from "./data-table.tsx";
import {familyNames, outcomeWords, saidWords, scoreWords} from "./shape/forecast-words.ts";
import {counted, fixed} from "./shape/number-words.ts";

/** How the settled questions of one family came out: scores beside two baselines, calibration, wins and losses. */
export function ForecastRecord({one}: {readonly one: ForecastFamily}) {
  const {family, record, years, won, lost} = one;
  const name = familyNames[family];
  if ("why" in record)
    return (
      <section className="plate" aria-label={name}>
        <h3>{name}</h3>
        <p className="missing">
          No record: {record.why}. {record.wouldFill} would fill it.
        </p>
      </section>
    );
  return (
    <section className="plate" aria-label={name}>
      <h3>{name}</h3>
      <p className="note">
        {counted(record.questions, "question")} on {counted(record.pairs, "pair")} of states
        {years && `, ${years[0]}-${years[1]}`}; {counted(record.voids, "void", "void")} (
        {fixed(100 * record.voidShare, 1)} %). On {record.wins} our probability was nearer to what
        happened than the base rate, on {record.losses} further, on {record.even} as near. With
        every void as we said the Brier score is {fixed(record.brierWithVoids.best, 3)}, with every
        void against us {fixed(record.brierWithVoids.worst, 3)}.
      </p>
      <div className="record">
        <div>
          <Scores name={name} record={record} />
          <DataTable
            caption={`Calibration, ${name}`}
            columns={["said", "questions", "mean said", "happened", "90 %"]}
            rows={() => record.calibration.map(bandRow)}
          />
        </div>
        <CalibrationPlot
          title={`${name}: what was said against how often it happened`}
          calibration={record.calibration}
        />
      </div>
      <Questions title="Furthest from the base rate, and right" questions={won} />
      <Questions title="Furthest from the base rate, and wrong" questions={lost} />
    </section>
  );
}

function Scores({name, record}: {readonly name: string; readonly record: QuestionRecord}) {
  const rows = [
    ["ours", record.ours],
    ["base rate", record.baseRate],
    ["last value", record.lastValue],
  ] as const;
  return (
    <table className="figures">
      <caption className="unseen">Scores, {name}</caption>
      <thead>
        <tr>
          <th scope="col">forecast</th>
          <th scope="col">Brier (90 %)</th>
          <th scope="col">log score (90 %)</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([who, {brier, logScore}]) => (
          <tr key={who}>
            <th scope="row">{who}</th>
            <td>{scoreWords(brier)}</td>
            <td>{scoreWords(logScore)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">gain on base rate</th>
          <td colSpan={2}>
            {scoreWords(record.gainOnBaseRate)}; with years drawn instead of pairs{" "}
            {scoreWords(record.gainOnBaseRateByYear)}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function bandRow(band: QuestionRecord["calibration"][number]): string[] {
  const {term, low, high, questions, meanProbability, happened, interval} = band;
  const head = [`${term} (${low}-${high})`, String(questions)];
  return questions === 0
    ? [...head, "never said", "", ""]
    : [
        ...head,
        fixed(meanProbability, 3),
        fixed(happened, 3),
        `${fixed(interval.low, 3)} to ${fixed(interval.high, 3)}`,
      ];
}

function Questions({
  title,
  questions,
}: {
  readonly title: string;
  readonly questions: ForecastFamily["won"];
}) {
  if (questions.length === 0) return null;
  return (
    <details className="behind">
      <summary>{title}</summary>
      <ul className="plain sentences-list">
        {questions.map((one) => (
          <li key={one.id}>
            <span className="lead">
              {saidWords(one)}; came out {outcomeWords(one)}
            </span>
            <span className="sentence">{one.text}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
