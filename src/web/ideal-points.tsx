import type {Gap, IdealPointsBody, IdealPointsDrawn} from "../api/index.ts";
import {LinePanel} from "./charts/line-panel.tsx";
import {DataTable} from "./data-table.tsx";
import {usePage} from "./page-context.ts";
import {PartyName} from "./party-name.tsx";
import {ScrollRegion} from "./scroll-region.tsx";
import {fixed} from "./shape/number-words.ts";
import {pointPanels, sessionYear} from "./shape/point-panels.ts";

type Known = IdealPointsDrawn;
type Drawn = Known["trails"][number]["points"][number]["point"];

/** Where the watched states stood in the Assembly's votes beside the powers; a gap says how they would be worked out. */
export function IdealPoints({body: {known}}: {readonly body: IdealPointsBody}) {
  if (known.kind === "gap")
    return (
      <p className="missing">
        Not known: {known.why}. Would fill it: {known.wouldFill}.
      </p>
    );
  return <Standing known={known} />;
}

function Standing({known}: {readonly known: Known}) {
  const {answer, view, nameOf} = usePage();
  const panels = pointPanels(known.trails, answer.watch, view.country, nameOf);
  return (
    <>
      <p className="note">{known.note}</p>
      <p className="note">
        {known.convergence.met
          ? "The chains have met."
          : "The chains have not wholly met: bands may be too narrow, and early sessions least sure. More sweeps tell more (demarche ideal-points --sweeps 5000)."}{" "}
        R-hat is at most {known.convergence.rHatMax.toFixed(2)}, and below{" "}
        {known.convergence.rHat99.toFixed(2)} for 99 % of seats; the least effective size is{" "}
        {Math.round(known.convergence.effectiveSizeMin)} of {known.draws} draws.
      </p>
      <div className="panels">
        {panels.panels.map(({state, lines}) => (
          <div key={state}>
            <p className="panel-name">{nameOf(state)} beside the powers</p>
            <LinePanel
              title={`Ideal points of ${nameOf(state)} and the powers, by session`}
              lines={lines}
              unit="index"
              years={panels.years}
              values={panels.values}
              watch={answer.watch}
            />
          </div>
        ))}
      </div>
      <ScrollRegion className="wide" label={`Session ${known.session}`}>
        <table className="figures points">
          <caption>
            Session {known.session}, from September {sessionYear(known.session)}: recorded votes of
            the UN, by {known.method.id} v{known.method.version}
          </caption>
          <thead>
            <tr>
              <th scope="col">state</th>
              <th scope="col" className="number">
                votes
              </th>
              <th scope="col">point, 90 %</th>
              <th scope="col">rank of {known.seats}, 90 %</th>
              {known.states
                .filter(({state}) => answer.watch.powers.includes(state))
                .map(({state}) => (
                  <th key={state} scope="col">
                    from {nameOf(state)}
                  </th>
                ))}
            </tr>
          </thead>
          <tbody>
            {known.states.map(({state, votes, point, rank, distances}) => (
              <tr key={state}>
                <th scope="row">
                  <PartyName party={state} />
                </th>
                <td className="number">{votes}</td>
                <td>{drawnWords(point, 2)}</td>
                <td>{drawnWords(rank, 0)}</td>
                {known.states
                  .filter((one) => answer.watch.powers.includes(one.state))
                  .map((one) => {
                    const found = distances.find(({power}) => power === one.state);
                    return <td key={one.state}>{found ? drawnWords(found.distance, 2) : "–"}</td>;
                  })}
              </tr>
            ))}
            {known.blocs.map((one) => (
              <tr key={one.bloc}>
                <th scope="row">
                  <PartyName party={one.bloc} />, mean
                </th>
                {"mean" in one ? (
                  <>
                    <td />
                    <td>{drawnWords(one.mean, 2)}</td>
                    <td colSpan={known.states.length}>
                      its members span {drawnWords(one.span, 2)}
                    </td>
                  </>
                ) : (
                  <td colSpan={known.states.length + 3} className="missing">
                    {one.why}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <DataTable
        caption="Ideal points by session"
        columns={["state", "session", "votes", "point, 90 %"]}
        rows={() =>
          known.trails.flatMap(({state, points}) =>
            points
              .toReversed()
              .map(({session, votes, point}) => [
                nameOf(state),
                String(session),
                String(votes),
                drawnWords(point, 2),
              ]),
          )
        }
      />
    </>
  );
}

/** "−0.86 (−1.14 to −0.63)"; of a gap, why. */
function drawnWords(figure: Drawn | Gap, digits: number): string {
  if ("kind" in figure) return figure.why;
  return `${fixed(figure.value, digits)} (${fixed(figure.low, digits)} to ${fixed(figure.high, digits)})`;
}
