import type {QuestionRecord} from "../../api/index.ts";
import {scale} from "../shape/scale.ts";

const width = 300;
const height = 250;
const margin = {left: 40, right: 12, top: 10, bottom: 34};
const marks = [0, 0.25, 0.5, 0.75, 1] as const;
/** Fewest questions for a dot; more of them make a larger one, by area. */
const smallest = 2;
const largest = 7;

/**
 * What was said against how often it happened, a dot for each band of ICD 203 with its 90 % interval: on the diagonal a
 * forecast is calibrated. Bands that were never said are left out.
 */
export function CalibrationPlot({
  title,
  calibration,
}: {
  readonly title: string;
  readonly calibration: QuestionRecord["calibration"];
}) {
  const x = scale([0, 1], [margin.left, width - margin.right]);
  const y = scale([0, 1], [height - margin.bottom, margin.top]);
  const said = calibration.filter(({questions}) => questions > 0);
  const most = Math.max(1, ...said.map(({questions}) => questions));
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="chart calibration"
      role="img"
      aria-label={title}
    >
      <g className="axis">
        {marks.map((mark) => (
          <g key={mark}>
            <line x1={x(0)} x2={x(1)} y1={y(mark)} y2={y(mark)} />
            <text x={x(0) - 6} y={y(mark) + 4} textAnchor="end">
              {mark}
            </text>
            <text x={x(mark)} y={y(0) + 14} textAnchor="middle">
              {mark}
            </text>
          </g>
        ))}
        <text className="axis-name" x={x(0.5)} y={height - 4} textAnchor="middle">
          said
        </text>
        <text className="axis-name" x={x(0.02)} y={y(0.94)}>
          happened
        </text>
      </g>
      <line className="diagonal" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
      {said.map((band) => (
        <g key={band.term}>
          <line
            className="interval"
            x1={x(band.meanProbability)}
            x2={x(band.meanProbability)}
            y1={y(band.interval.low)}
            y2={y(band.interval.high)}
          />
          <circle
            className="dot"
            cx={x(band.meanProbability)}
            cy={y(band.happened)}
            r={Math.max(smallest, largest * Math.sqrt(band.questions / most))}
          />
        </g>
      ))}
    </svg>
  );
}
