import type {Gap, Measured, PledgeRate, PledgeRates} from "../api/index.ts";
import {EvidenceMark} from "./evidence-mark.tsx";
import {usePage} from "./page-context.ts";
import {ScrollRegion} from "./scroll-region.tsx";
import {addressOf, type RateFigure} from "./shape/cell-address.ts";
import {amount, intervalWords} from "./shape/number-words.ts";

const columns: readonly (readonly [RateFigure, string])[] = [
  ["keptIn5", "kept in 5 years"],
  ["keptIn10", "in 10 years"],
  ["medianYears", "half of them after"],
  ["medianYearsToFirst", "the first of it after"],
];

/** How many are kept and how long that takes, with censoring: by power, by state, of each with each. */
export function PledgeRatesTable({
  rates: {rates, notes, unmeasured, since},
}: {
  readonly rates: PledgeRates;
}) {
  const {view} = usePage();
  const shown = rates.filter(
    ({by, to, keptIn5, open}) =>
      (view.country === null || to === null || to === view.country) &&
      (view.partner === null || by === null || by === view.partner) &&
      (keptIn5.kind === "measured" || open > 0 || (by === null && to === null)),
  );
  return (
    <>
      <ScrollRegion className="wide" label="From word to delivery">
        <table className="figures rates">
          <caption className="unseen">Commitments kept, since {since}</caption>
          <thead>
            <tr>
              <th scope="col">since {since}</th>
              {columns.map(([what, words]) => (
                <th key={what} scope="col" className="number">
                  {words}
                </th>
              ))}
              <th scope="col" className="number">
                open
              </th>
              <th scope="col" className="number">
                overdue
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((rate) => (
              <tr key={rate.id}>
                <th scope="row">{rate.title}</th>
                {columns.map(([what]) => (
                  <Figure key={what} rate={rate} what={what} />
                ))}
                <td className="number">{rate.open}</td>
                <td className="number">{rate.overdue}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {notes.map((note) => (
        <p className="note" key={note}>
          {note}
        </p>
      ))}
      <details className="behind">
        <summary>Kinds of which no rate is worked out</summary>
        <ul className="plain">
          {unmeasured.map(({kind, title, why}) => (
            <li key={kind}>
              {title}: {why}.
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function Figure({rate, what}: {readonly rate: PledgeRate; readonly what: RateFigure}) {
  const figure: Measured | Gap | null = rate[what];
  if (figure === null) return <td />;
  const address = addressOf.rate(rate.id, what);
  if (figure.kind === "gap")
    return (
      <td className="missing">
        <EvidenceMark address={address} evidence={[]} label={figure.why} />
      </td>
    );
  const interval = intervalWords(figure);
  return (
    <td className="number">
      <EvidenceMark
        address={address}
        evidence={figure.evidence}
        label={amount(figure.value, figure.unit)}
      />
      {interval !== null && <span className="interval">{interval}</span>}
    </td>
  );
}
