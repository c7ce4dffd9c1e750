import {useState} from "react";
import {ScrollRegion} from "./scroll-region.tsx";

export interface DataTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  /** Made only when the reader opens the table. */
  readonly rows: () => readonly (readonly string[])[];
}

/** The table behind a chart. */
export function DataTable({caption, columns, rows}: DataTableProps) {
  const [open, setOpen] = useState(false);
  return (
    <details className="behind" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        Table<span className="unseen">: {caption}</span>
      </summary>
      {open && (
        <ScrollRegion className="scrolls" label={caption}>
          <table className="figures">
            <caption className="unseen">{caption}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows().map((row) => (
                <tr key={row.join("|")}>
                  {row.map((value, at) =>
                    at === 0 ? (
                      <th key={columns[at]} scope="row">
                        {value}
                      </th>
                    ) : (
                      <td key={columns[at]}>{value}</td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </details>
  );
}
