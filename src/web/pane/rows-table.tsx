import type {RowsBody} from "../../api/index.ts";
import {SafeLink} from "../safe-link.tsx";
import {ScrollRegion} from "../scroll-region.tsx";

/** Up to this many rows stand as columns, each field on its own line: they fit the margin so. */
const fewRows = 3;

export interface RowsTableProps {
  readonly body: RowsBody;
  /** Codes to mark where they stand in the rows. */
  readonly parties: readonly string[];
}

/** Rows of a dataset as they are, with the parties that the cell is about marked. */
export function RowsTable({body, parties}: RowsTableProps) {
  const {card, rows} = body;
  const few = rows.length <= fewRows;
  return (
    <ScrollRegion className={few ? "wide" : "scrolls"} label={`Rows of ${card.title}`}>
      <table className={few ? "figures fields" : "figures rows"}>
        <caption className="unseen">Rows of {card.title}</caption>
        {few ? (
          <FieldByField body={body} parties={parties} />
        ) : (
          <RowByRow body={body} parties={parties} />
        )}
      </table>
    </ScrollRegion>
  );
}

function FieldByField({body: {card, columns, rows}, parties}: RowsTableProps) {
  return (
    <tbody>
      {columns.map((column, at) => (
        <tr key={column}>
          <th scope="row">
            <ColumnName card={card} column={column} />
          </th>
          {rows.map((row) => (
            <td key={row.join("|")}>
              <Value value={row[at] ?? null} parties={parties} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

function RowByRow({body: {card, columns, rows}, parties}: RowsTableProps) {
  return (
    <>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              <ColumnName card={card} column={column} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.join("|")}>
            {row.map((value, at) => (
              <td key={columns[at]} className={typeof value === "number" ? "number" : ""}>
                <Value value={value} parties={parties} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </>
  );
}

function ColumnName({card, column}: {readonly card: RowsBody["card"]; readonly column: string}) {
  const about = card.columns.find(({name}) => name === column);
  return (
    <span title={about?.description}>
      <code>{column}</code>
      {about?.unit && about.unit !== column && <small> {about.unit}</small>}
    </span>
  );
}

function Value({
  value,
  parties,
}: {
  readonly value: RowsBody["rows"][number][number];
  readonly parties: readonly string[];
}) {
  if (value === null || value === "") return <span className="missing">none</span>;
  const text = String(value);
  if (parties.includes(text)) return <mark>{text}</mark>;
  return <SafeLink address={text} />;
}
