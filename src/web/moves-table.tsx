import type {MoveRow} from "../api/index.ts";
import {EvidenceMark} from "./evidence-mark.tsx";
import {LongList} from "./long-list.tsx";
import {usePage} from "./page-context.ts";
import {PartyName} from "./party-name.tsx";
import {SentenceCell} from "./sentence-cell.tsx";
import {addressOf} from "./shape/cell-address.ts";
import {groupMoves, type ListedMove, type MoveGroup} from "./shape/group-moves.ts";
import {whenWords} from "./shape/when-words.ts";

/** Country · Focus areas · Recent diplomatic moves: a row for each country and sector. */
export function MovesTable() {
  const {answer, view, nameOf} = usePage();
  const groups = groupMoves(answer, view);
  const countries = [...new Set(groups.map((group) => group.country))];
  return (
    <table className="sentences moves">
      <caption className="unseen">Moves</caption>
      <thead>
        <tr>
          <th scope="col">Country</th>
          <th scope="col">Focus areas</th>
          <th scope="col">Recent diplomatic moves</th>
        </tr>
      </thead>
      {countries.map((country) => {
        const own = groups.filter((group) => group.country === country);
        return (
          <tbody key={country}>
            {own.map((group, index) => (
              <tr key={group.sector}>
                {index === 0 && (
                  <th scope="rowgroup" rowSpan={own.length} className="country">
                    {nameOf(country)}
                  </th>
                )}
                <td data-label="Focus area">
                  <Focus group={group} />
                </td>
                <td data-label="Recent diplomatic moves">
                  <Moves group={group} />
                </td>
              </tr>
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

function Focus({group}: {readonly group: MoveGroup}) {
  return (
    <>
      <strong className="sector">{group.sector}</strong>
      <ul className="plain counts">
        {group.rows.map((row) => (
          <li key={row.partner}>
            <FocusLine row={row} />
          </li>
        ))}
      </ul>
    </>
  );
}

function FocusLine({row}: {readonly row: MoveRow}) {
  return (
    <>
      <PartyName party={row.partner} beside={row.country} />{" "}
      <EvidenceMark
        address={addressOf.focus(row)}
        evidence={row.focus.evidence}
        label={row.focus.text}
      />
    </>
  );
}

function Moves({group}: {readonly group: MoveGroup}) {
  if (group.moves.length === 0) {
    return <p className="missing">{group.rows[0]?.focus.gap?.why ?? "no move known"}</p>;
  }
  const shown = new Set(group.first);
  const ordered = [...group.first, ...group.moves.filter((move) => !shown.has(move))];
  return (
    <LongList
      items={ordered}
      first={group.first.length}
      word="move"
      keyOf={(move) => move.cell.moveId}
      className="plain sentences-list"
    >
      {(move) => <Move move={move} />}
    </LongList>
  );
}

function Move({move: {cell, partners}}: {readonly move: ListedMove}) {
  return (
    <SentenceCell
      cell={cell}
      address={addressOf.move(cell.moveId)}
      lead={
        <span className="lead">
          {whenWords(cell)}
          {cell.mode !== "done" && <em> {cell.mode}</em>}
          {" · "}
          {partners.map((partner, index) => (
            <span key={partner}>
              {index > 0 && ", "}
              <PartyName party={partner} />
            </span>
          ))}
          {cell.specimen && <span className="specimen-tag">specimen, not counted</span>}
        </span>
      }
    />
  );
}
