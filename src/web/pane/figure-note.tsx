import type {Measured} from "../../api/index.ts";
import {amount, intervalWords} from "../shape/number-words.ts";

/** A figure with its interval, method, coverage and vintage. */
export function FigureNote({figure}: {readonly figure: Measured}) {
  const interval = intervalWords(figure);
  return (
    <dl className="facts figure">
      <dt>Figure</dt>
      <dd>
        <strong>{amount(figure.value, figure.unit)}</strong>
        {!["share", "percent", "usd", "eur", "tiv", "tonne"].includes(figure.unit) &&
          ` (${figure.unit})`}
      </dd>
      <dt>Interval</dt>
      <dd>
        {interval !== null &&
          figure.interval !== null &&
          `${interval}, ${Math.round(figure.interval.level * 100)} %. `}
        {figure.intervalNote}
      </dd>
      <dt>Coverage</dt>
      <dd>{figure.coverage}</dd>
      <dt>Vintage</dt>
      <dd>{figure.vintage}</dd>
      <dt>Method</dt>
      <dd>
        <code>
          {figure.method.id} v{figure.method.version}
        </code>
      </dd>
    </dl>
  );
}
