import {useState} from "react";
import type {DyadRow, Series} from "../api/index.ts";
import {DyadRowChart} from "./charts/dyad-row.tsx";
import {EvidenceMark} from "./evidence-mark.tsx";
import {ScrollRegion} from "./scroll-region.tsx";
import {addressOf} from "./shape/cell-address.ts";
import {placeSeries} from "./shape/dyad-places.ts";
import {amount, intervalWords} from "./shape/number-words.ts";
import {changeView} from "./use-view.ts";

/** A series of a pair: its title, its chart, its newest figure, and every figure in a table with its evidence. */
export function DyadRowLine({
  row: {series, changes},
  years,
  className,
}: {
  readonly row: DyadRow;
  readonly years: readonly [number, number];
  readonly className: string;
}) {
  return (
    <div className="dyad-line">
      <p className="dyad-title">{series.title}</p>
      <DyadRowChart
        title={series.title}
        drawn={placeSeries(series)}
        changes={changes}
        unit={series.unit}
        years={years}
        className={className}
        onOpen={(period) => changeView({evidence: addressOf.figure(series.id, period)})}
      />
      <div className="dyad-figure">
        <Newest series={series} />
        {changes && <LikeliestChange changes={changes} />}
        <EveryFigure series={series} changes={changes} />
      </div>
    </div>
  );
}

function Newest({series}: {readonly series: Series}) {
  const point =
    series.points.findLast(({figure}) => figure.kind === "measured") ?? series.points.at(-1);
  if (point === undefined) return <p className="missing">no period is told</p>;
  const {figure, period} = point;
  const address = addressOf.figure(series.id, period);
  if (figure.kind === "gap")
    return (
      <p className="missing">
        <EvidenceMark address={address} evidence={[]} label={figure.why} />
      </p>
    );
  return (
    <p>
      <strong>
        <EvidenceMark
          address={address}
          evidence={figure.evidence}
          label={amount(figure.value, figure.unit)}
        />
      </strong>{" "}
      {period}
      <span className="interval">{intervalWords(figure) ?? figure.intervalNote}</span>
    </p>
  );
}

/** The year at which a change is likeliest, and how sure it is. */
function LikeliestChange({changes}: {readonly changes: Series}) {
  const [likeliest] = changes.points
    .flatMap(({period, figure}) =>
      figure.kind === "measured" ? [{period, chance: figure.value}] : [],
    )
    .sort((a, b) => b.chance - a.chance);
  if (likeliest === undefined)
    return <p className="missing">changes: {gapOf(changes) ?? "none worked out"}</p>;
  return (
    <p>
      likeliest change{" "}
      <EvidenceMark
        address={addressOf.figure(changes.id, likeliest.period)}
        evidence={[]}
        label={`${likeliest.period}, ${Math.round(100 * likeliest.chance)} %`}
      />
    </p>
  );
}

function gapOf({points}: Series): string | null {
  const figure = points.at(-1)?.figure;
  return figure?.kind === "gap" ? figure.why : null;
}

/** Every figure of a row, newest first; made only when the reader opens it. */
function EveryFigure({series, changes}: DyadRow) {
  const [open, setOpen] = useState(false);
  return (
    <details className="behind" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        Table<span className="unseen">: {series.title}</span>
      </summary>
      {open && (
        <ScrollRegion className="scrolls" label={series.title}>
          <table className="figures">
            <caption className="unseen">{series.title}</caption>
            <thead>
              <tr>
                <th scope="col">period</th>
                <th scope="col" className="number">
                  figure
                </th>
                <th scope="col">interval</th>
                {changes && (
                  <th scope="col" className="number">
                    chance of a change
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {series.points.toReversed().map(({period}) => (
                <tr key={period}>
                  <th scope="row">{period}</th>
                  <Figure series={series} period={period} />
                  {changes && <Figure series={changes} period={period} alone />}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </details>
  );
}

function Figure({
  series,
  period,
  alone = false,
}: {
  readonly series: Series;
  readonly period: string;
  /** Without a cell for its interval. */
  readonly alone?: boolean;
}) {
  const figure = series.points.find((point) => point.period === period)?.figure;
  if (figure === undefined) return <td colSpan={alone ? 1 : 2} />;
  const address = addressOf.figure(series.id, period);
  if (figure.kind === "gap")
    return (
      <td className="missing" colSpan={alone ? 1 : 2}>
        <EvidenceMark address={address} evidence={[]} label={figure.why} />
      </td>
    );
  const label =
    figure.unit === "chance"
      ? `${Math.round(100 * figure.value)} %`
      : amount(figure.value, figure.unit);
  return (
    <>
      <td className="number">
        <EvidenceMark address={address} evidence={figure.evidence} label={label} />
      </td>
      {!alone && <td>{intervalWords(figure) ?? figure.intervalNote}</td>}
    </>
  );
}
