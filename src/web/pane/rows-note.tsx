import {useQuery} from "@tanstack/react-query";
import type {ReactNode} from "react";
import type {RowsBody, RowsEvidence} from "../../api/index.ts";
import {askRows} from "../ask-api.ts";
import {usePage} from "../page-context.ts";
import {SafeLink} from "../safe-link.tsx";
import {counted} from "../shape/number-words.ts";
import {conditionWords} from "../shape/place-words.ts";
import {RowsTable} from "./rows-table.tsx";

export interface RowsNoteProps {
  readonly evidence: RowsEvidence;
  /** How it reaches its parties. */
  readonly children: ReactNode;
}

/** The rows of a dataset that a cell rests on, with the dataset's own card. */
export function RowsNote({evidence, children}: RowsNoteProps) {
  const {answer} = usePage();
  const {data, error} = useQuery({
    queryKey: ["rows", evidence.dataset, evidence.where, answer.asOf],
    queryFn: () => askRows(evidence.dataset, evidence.where, answer.asOf),
  });
  return (
    <>
      <p>{evidence.quote}</p>
      {children}
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
      {data === undefined && error === null && <p role="status">Fetching the rows …</p>}
      {data && <Rows body={data} parties={evidence.reaches.map((reach) => reach.party)} />}
    </>
  );
}

function Rows({body, parties}: {readonly body: RowsBody; readonly parties: readonly string[]}) {
  const {card, rows, total} = body;
  return (
    <>
      <RowsTable body={body} parties={parties} />
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
