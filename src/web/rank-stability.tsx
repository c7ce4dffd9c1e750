import type {RankStability, ValidityBody} from "../api/index.ts";
import {EvidenceMark} from "./evidence-mark.tsx";
import {usePage} from "./page-context.ts";
import {PartyName} from "./party-name.tsx";
import {ScrollRegion} from "./scroll-region.tsx";
import {addressOf} from "./shape/cell-address.ts";

/** Whether the powers keep their ranks, under every weighting, when one of the ties they are ranked by is missing. */
export function RankStabilityTable({
  body: {asOf, stability},
}: {
  readonly body: Pick<ValidityBody, "asOf" | "stability">;
}) {
  const {view, nameOf} = usePage();
  const rows = stability.filter(({state}) => view.country === null || state === view.country);
  if (rows.length === 0)
    return (
      <p className="missing">
        Fewer than three of the ties are measured towards all powers as known on {asOf}: leaving one
        out would leave no ranking.
      </p>
    );
  const changed = rows.filter(
    (one) => one.nearestWithout !== one.nearest || one.movedOut.length > 0,
  ).length;
  return (
    <>
      <p>
        {changed === 0
          ? "No source by itself changes who is nearest, or moves a power out of the interval of its rank."
          : `${changed} of ${rows.length} ways of leaving a source out change who is nearest, or move a power out of the interval of its rank.`}
      </p>
      <ScrollRegion className="wide" label="Ranks when a source is missing">
        <table className="figures stability">
          <caption className="unseen">Ranks when a source is missing</caption>
          <thead>
            <tr>
              <th scope="col">state</th>
              <th scope="col">without</th>
              <th scope="col">nearest, of all weightings</th>
              <th scope="col">nearest without it</th>
              <th scope="col">leave their interval</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <tr key={`${one.state} ${one.without}`}>
                <th scope="row">{nameOf(one.state)}</th>
                <td>
                  {one.without}
                  <LeftOut one={one} />
                </td>
                <td>
                  <PartyName party={one.nearest} beside={one.state} />, {percent(one.nearestIn)}
                </td>
                <td>
                  <PartyName party={one.nearestWithout} beside={one.state} />,{" "}
                  {percent(one.nearestWithoutIn)}
                </td>
                <td>{one.movedOut.map(nameOf).join(", ") || "none"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

/** The figures that are left out, each opening its evidence. */
function LeftOut({one: {leftOut}}: {readonly one: RankStability}) {
  const {nameOf} = usePage();
  return (
    <span className="interval">
      {leftOut.map(({power, series, period}, at) => (
        <span key={power}>
          {at > 0 && ", "}
          <EvidenceMark
            address={addressOf.figure(series, period)}
            evidence={[]}
            label={`${nameOf(power)} ${period}`}
          />
        </span>
      ))}
    </span>
  );
}

const percent = (share: number) => `${Math.round(100 * share)} %`;
