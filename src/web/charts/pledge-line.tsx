import type {ListedPledge} from "../../api/index.ts";
import {periodTime} from "../shape/period-time.ts";
import {scale} from "../shape/scale.ts";
import {whenWords} from "../shape/when-words.ts";

const width = 300;
const height = 46;
const inset = 6;
const y = 16;

/**
 * One pledge on a line of time: a full mark where it moved, an empty one where something was told of it, and a broken line
 * for as long as it has stood open since.
 */
export function PledgeLine({pledge}: {readonly pledge: ListedPledge}) {
  const marks = pledge.steps.flatMap(({when, precision, stage}, index) => {
    const at =
      typeof when === "string" ? periodTime(precision === "year" ? when.slice(0, 4) : when) : null;
    return at === null ? [] : [{at, stage, index, words: whenWords({when, precision})}];
  });
  const [first, last] = [marks[0], marks.at(-1)];
  if (first === undefined || last === undefined) return null;
  const end =
    pledge.standing === "open"
      ? Math.max(last.at, periodTime(pledge.knownUntil) ?? last.at)
      : last.at;
  const x = scale([first.at, Math.max(end, first.at + 0.1)], [inset, width - inset]);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="chart pledge-line"
      role="img"
      aria-label={`From ${first.words} to ${last.words}, ${pledge.standing}`}
    >
      <line className="told" x1={x(first.at)} x2={x(last.at)} y1={y} y2={y} />
      {end > last.at && <line className="waiting" x1={x(last.at)} x2={x(end)} y1={y} y2={y} />}
      {marks.map(({at, stage, index}) => (
        <circle
          key={index}
          className={stage === null ? "beside" : "moved"}
          cx={x(at)}
          cy={y}
          r={3.5}
        />
      ))}
      <text x={inset} y={height - 8}>
        {first.words}
      </text>
      {marks.length > 1 && x(last.at) > width / 2 && (
        <text x={Math.min(x(last.at) + inset, width - inset)} y={height - 8} textAnchor="end">
          {last.words}
        </text>
      )}
    </svg>
  );
}
