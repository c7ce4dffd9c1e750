import type {ReactNode} from "react";
import type {SearchedEvidence} from "../../api/index.ts";
import {conditionWords} from "../shape/place-words.ts";

/** What was searched and found empty. */
export function SearchedNote({
  evidence,
  children,
}: {
  readonly evidence: SearchedEvidence;
  /** How it reaches its parties. */
  readonly children: ReactNode;
}) {
  return (
    <>
      <p>{evidence.quote}</p>
      {children}
      <dl className="facts">
        <dt>Searched</dt>
        <dd>
          <code>{evidence.datasets.join(", ")}</code>
        </dd>
        {evidence.where.length > 0 && (
          <>
            <dt>Where</dt>
            <dd>
              <code>{conditionWords(evidence.where)}</code>
            </dd>
          </>
        )}
      </dl>
    </>
  );
}
