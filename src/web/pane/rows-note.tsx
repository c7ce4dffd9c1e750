import {useQuery} from "@tanstack/react-query";
import type {RowsBody, RowsEvidence} from "../../api/index.ts";
import {askRows} from "../ask-api.ts";
import {usePage} from "../page-context.ts";
import {SafeLink} from "../safe-link.tsx";
import {counted} from "../shape/number-words.ts";
import {conditionWords} from "../shape/place-words.ts";

/** The rows of a dataset that a cell rests on, with the dataset's own card. */
export function RowsNote({evidence}: {readonly evidence: RowsEvidence}) {
  const {answer} = usePage();
  const {data, error} = useQuery({
    queryKey: ["rows", evidence.dataset, evidence.where, answer.asOf],
    queryFn: () => askRows(evidence.dataset, evidence.where, answer.asOf),
  });
  return (
    <>
      <p>{evidence.quote}</p>
      {evidence.where.length > 0 && (
        <p className="fine">
          Rows where <code>{conditionWords(evidence.where)}</code>
        </p>
      )}
      {error && (
        <p className="failure" role="alert">
          {error.message}
        </p>
      )}
      {data === undefined
        ? error === null && <p role="status">Fetching the rows …</p>
        : data && <Rows body={data} parties={evidence.reaches.map((reach) => reach.party)} />}
    </>
  );
}

function Rows({body, parties}: {readonly body: RowsBody; readonly parties: readonly string[]}) {
  const {card, columns, rows, total} = body;
  const about = new Map(card.columns.map((column) => [column.name, column]));
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className="scrolls" aria-label={`Rows of ${card.title}`} tabIndex={0}>
        <table className="figures rows">
          <caption className="unseen">Rows of {card.title}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" title={about.get(column)?.description}>
                  {column}
                  {about.get(column)?.unit && <small> {about.get(column)?.unit}</small>}
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
        </table>
      </section>
      <p className="fine">
        {total > rows.length
          ? `The first ${rows.length} of ${counted(total, "row")}.`
          : `${counted(total, "row")}.`}
      </p>
      <dl className="facts card">
        <dt>Dataset</dt>
        <dd>
          {card.title}; {card.coverage.from} to {card.coverage.to}. {card.coverage.note}
        </dd>
        <dt>Source</dt>
        <dd>
          <SafeLink address={card.source} />
        </dd>
        <dt>Cite as</dt>
        <dd>{card.citation}</dd>
        <dt>Licence</dt>
        <dd>
          {card.licence}
          {card.commercialUse ? "" : " (no commercial use)"}
        </dd>
        <dt>Retrieved</dt>
        <dd>{card.retrieved}</dd>
      </dl>
    </>
  );
}

function Value({
  value,
  parties,
}: {
  readonly value: RowsBody["rows"][number][number];
  readonly parties: readonly string[];
}) {
  if (value === null) return <span className="missing">none</span>;
  const text = String(value);
  if (parties.includes(text)) return <mark>{text}</mark>;
  return /^https?:\/\//.test(text) ? <SafeLink address={text} /> : text;
}
