import type {ValidityBody} from "../../api/index.ts";
import {scale} from "../shape/scale.ts";

const width = 140;
const height = 16;
const x = scale([-1, 1], [4, width - 4]);

/** A correlation from −1 to 1 with its interval as a pale band. */
export function CorrelationBar({one}: {readonly one: ValidityBody["found"][number]}) {
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className="chart bar" aria-hidden="true">
      <line className="zero" x1={x(0)} x2={x(0)} y1={0} y2={height} />
      <rect
        className="band"
        x={x(one.low)}
        width={Math.max(1.5, x(one.high) - x(one.low))}
        y={4}
        height={height - 8}
      />
      <line className="median" x1={x(one.spearman)} x2={x(one.spearman)} y1={2} y2={height - 2} />
    </svg>
  );
}
