import type {ReactNode} from "react";
import type {ReferenceEvidence} from "../../api/index.ts";

/** An entry of the reference tables, with its source. */
export function ReferenceNote({
  evidence,
  children,
}: {
  readonly evidence: ReferenceEvidence;
  /** How it reaches its parties. */
  readonly children: ReactNode;
}) {
  return (
    <>
      <blockquote>{evidence.quote}</blockquote>
      {children}
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
