import type {Gap, Measured, ScenarioBody} from "../../api/index.ts";
import {signed} from "../shape/number-words.ts";
import {extent, type Scale, scale} from "../shape/scale.ts";

const width = 220;
const height = 16;

/** Outcomes by country, in percent: the number on its decimal point, its interval in words and as a pale band. */
export function ChangeBars({outcomes}: {readonly outcomes: ScenarioBody["outcomes"]}) {
  const kinds = [
    {head: "Real income", pick: (one: Outcome) => one.realIncomePercent},
    {head: "Exports", pick: (one: Outcome) => one.exportsPercent},
  ];
  return kinds.map(({head, pick}) => {
    const figures = outcomes.map(pick).filter((one) => one.kind === "measured");
    const [low, high] = extent([
      0,
      ...figures.flatMap(({value, interval}) => [
        value,
        interval?.low ?? value,
        interval?.high ?? value,
      ]),
    ]);
    const x = scale([low, high], [6, width - 6]);
    return (
      <table key={head} className="figures changes">
        <caption>{head}, change in percent</caption>
        <thead>
          <tr>
            <th scope="col">country</th>
            <th scope="col" className="number">
              median
            </th>
            <th scope="col">90 % interval</th>
            <th scope="col">
              <span className="unseen">drawn</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map((one) => (
            <tr key={one.state}>
              <th scope="row">{one.name}</th>
              <Change figure={pick(one)} x={x} />
            </tr>
          ))}
        </tbody>
      </table>
    );
  });
}

type Outcome = ScenarioBody["outcomes"][number];

function Change({figure, x}: {readonly figure: Measured | Gap; readonly x: Scale}) {
  if (figure.kind === "gap") {
    return (
      <td colSpan={3} className="missing">
        {figure.why}
      </td>
    );
  }
  const {value, interval} = figure;
  const digits = Math.max(...x.domain.map(Math.abs)) < 1 ? 3 : 2;
  return (
    <>
      <td className="number">{signed(value, digits)}</td>
      <td>
        {interval === null
          ? figure.intervalNote
          : `${signed(interval.low, digits)} to ${signed(interval.high, digits)}`}
      </td>
      <td className="drawn">
        <svg viewBox={`0 0 ${width} ${height}`} className="chart bar" aria-hidden="true">
          <line className="zero" x1={x(0)} x2={x(0)} y1={0} y2={height} />
          {interval && (
            <rect
              className="band"
              x={x(interval.low)}
              width={Math.max(1.5, x(interval.high) - x(interval.low))}
              y={4}
              height={height - 8}
            />
          )}
          <line className="median" x1={x(value)} x2={x(value)} y1={2} y2={height - 2} />
        </svg>
      </td>
    </>
  );
}
