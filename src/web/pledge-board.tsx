import type {ListedPledge} from "../api/index.ts";
import {ScrollRegion} from "./scroll-region.tsx";
import {counted} from "./shape/number-words.ts";
import {ageBands, type BoardCell, pledgeBoard} from "./shape/pledge-board.ts";
import {changeView, useView} from "./use-view.ts";

/** Pledges by stage and age; a stage that is pressed narrows the list to it. */
export function PledgeBoard({pledges}: {readonly pledges: readonly ListedPledge[]}) {
  const {stage: chosen} = useView();
  const rows = pledgeBoard(pledges);
  if (rows.length === 0) return null;
  return (
    <ScrollRegion className="wide" label="Pledges by stage and age">
      <table className="figures board">
        <caption className="unseen">Pledges by stage and age</caption>
        <thead>
          <tr>
            <th scope="col">Stage</th>
            {ageBands.map(({name}) => (
              <th key={name} scope="col" className="number">
                {name}
              </th>
            ))}
            <th scope="col" className="number">
              all
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({stage, bands, all}) => (
            <tr key={stage}>
              <th scope="row">
                <button
                  type="button"
                  className="quiet"
                  aria-pressed={chosen === stage}
                  onClick={() => changeView({stage: chosen === stage ? null : stage})}
                >
                  {stage}
                </button>
              </th>
              {bands.map((cell, at) => (
                <Cell key={ageBands[at]?.name} cell={cell} />
              ))}
              <td className="number">{all}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Cell({cell: {count, overdue}}: {readonly cell: BoardCell}) {
  return (
    <td className="number">
      {count === 0 ? <span className="none">0</span> : count}
      {overdue > 0 && <span className="overdue"> {counted(overdue, "overdue", "overdue")}</span>}
    </td>
  );
}
