import type {ToldChange} from "../../api/index.ts";
import {ScrollRegion} from "../scroll-region.tsx";
import {twoFigures} from "../shape/number-words.ts";
import {extent, type Scale, scale} from "../shape/scale.ts";

const width = 180;
const height = 16;

/** `"unknown"`: the scenario is worked out and says nothing of the state. */
type Shown = ToldChange | null | undefined | "unknown";

export interface ChangeBarsProps {
  readonly caption: string;
  /** What each column is called: its scenario. */
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly state: string;
    readonly name: string;
    /** A change for each column; null where there is none, undefined while it is not worked out yet. */
    readonly changes: readonly Shown[];
  }[];
}

/** Changes by country, scenarios side by side on one scale: the number, its 90 % interval in words and as a pale band. */
export function ChangeBars({caption, columns, rows}: ChangeBarsProps) {
  const all = rows
    .flatMap(({changes}) => changes)
    .filter((one) => one != null && one !== "unknown");
  const x = scale(
    extent([
      0,
      ...all.flatMap(({value, interval}) => [
        value,
        interval?.low ?? value,
        interval?.high ?? value,
      ]),
    ]),
    [6, width - 6],
  );
  return (
    <ScrollRegion className="wide" label={caption}>
      <table className="figures changes">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">country</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({state, name, changes}) => (
            <tr key={state}>
              <th scope="row">{name}</th>
              {columns.map((column, at) => (
                <Change key={column} change={changes[at]} x={x} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Change({change, x}: {readonly change: Shown; readonly x: Scale}) {
  if (change === undefined) return <td className="missing">not worked out yet</td>;
  if (change === "unknown") return <td className="missing">not known</td>;
  if (change === null) return <td className="missing">none before</td>;
  const {value, interval, level} = change;
  return (
    <td className="change">
      <span className="number">{twoFigures(value)}</span>
      <span className="fine">
        {interval === null
          ? "no interval yet"
          : `(${twoFigures(interval.low)} to ${twoFigures(interval.high)})`}
        {level !== null && `, ${plain(level.before)} → ${plain(level.after)}`}
      </span>
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
  );
}

/** A level has no sign. */
const plain = (value: number) => twoFigures(value).replace("+", "");
