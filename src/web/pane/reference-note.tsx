import type {ReferenceEvidence} from "../../api/index.ts";

/** An entry of the reference tables, with its source. */
export function ReferenceNote({evidence}: {readonly evidence: ReferenceEvidence}) {
  return (
    <>
      <blockquote>{evidence.quote}</blockquote>
      <dl className="facts">
        <dt>Reference</dt>
        <dd>
          <code>
            {evidence.table}: {evidence.key}
          </code>
        </dd>
        <dt>Source</dt>
        <dd>{evidence.source}</dd>
      </dl>
    </>
  );
}
