import type {FigurePlace, PowerRank, RanksBody} from "../api/index.ts";
import {EvidenceMark} from "./evidence-mark.tsx";
import {usePage} from "./page-context.ts";
import {PartyName} from "./party-name.tsx";
import {ScrollRegion} from "./scroll-region.tsx";
import {addressOf} from "./shape/cell-address.ts";

type Dimension = keyof PowerRank["byDimension"];

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
            {ranks.map(({state, power, rank, nearest, byDimension, figures}) => (
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
                  {(Object.keys(byDimension) as Dimension[]).map((dimension, at) => (
                    <span key={dimension}>
                      {at > 0 && ", "}
                      <RankInTie
                        label={`${dimension} ${byDimension[dimension]}`}
                        figure={figures[dimension]}
                      />
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="note">
        From the newest figure of each tie, drawn within its interval, under weights drawn from a
        flat Dirichlet; whether one source alone makes the order stands under Validity.
        {missing.length > 0 &&
          ` Left out, as one of the powers is not known in it: ${missing.join(", ")}.`}
      </p>
    </>
  );
}

/** The rank by one tie, which opens the figure that gives it. */
function RankInTie({
  label,
  figure,
}: {
  readonly label: string;
  readonly figure: FigurePlace | undefined;
}) {
  if (figure === undefined) return label;
  return (
    <EvidenceMark
      address={addressOf.figure(figure.series, figure.period)}
      evidence={[]}
      label={label}
    />
  );
}
