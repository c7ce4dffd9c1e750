import type {RanksBody} from "../api/index.ts";
import {usePage} from "./page-context.ts";
import {PartyName} from "./party-name.tsx";
import {ScrollRegion} from "./scroll-region.tsx";

/** The powers by nearness to each state under every weighting of what ties them, with the interval of the rank. */
export function PowerRanks({body}: {readonly body: RanksBody}) {
  const {view, nameOf} = usePage();
  const ranks = body.ranks.filter(({state}) => view.country === null || state === view.country);
  if (ranks.length === 0)
    return (
      <p className="missing">
        No ranks: fewer than two of the ties are measured towards all powers as known on {body.asOf}
        .
      </p>
    );
  const missing = [...new Set(ranks.flatMap((one) => one.missing))];
  return (
    <>
      <ScrollRegion className="wide" label="The powers by nearness">
        <table className="figures">
          <caption className="unseen">The powers by nearness</caption>
          <thead>
            <tr>
              <th scope="col">state</th>
              <th scope="col">power</th>
              <th scope="col">rank, 90 %</th>
              <th scope="col" className="number">
                nearest in
              </th>
              <th scope="col">rank by each tie</th>
            </tr>
          </thead>
          <tbody>
            {ranks.map(({state, power, rank, nearest, byDimension}) => (
              <tr key={`${state} ${power}`}>
                <th scope="row">{nameOf(state)}</th>
                <td>
                  <PartyName party={power} beside={state} />
                </td>
                <td>
                  {rank.median} ({rank.low} to {rank.high})
                </td>
                <td className="number">{Math.round(100 * nearest)} % of weightings</td>
                <td>
                  {Object.entries(byDimension)
                    .map(([dimension, place]) => `${dimension} ${place}`)
                    .join(", ")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="note">
        From the newest figure of each tie, drawn within its interval, under weights drawn from a
        flat Dirichlet; the figures open under Pair.
        {missing.length > 0 &&
          ` Left out, as one of the powers is not known in it: ${missing.join(", ")}.`}
      </p>
    </>
  );
}
