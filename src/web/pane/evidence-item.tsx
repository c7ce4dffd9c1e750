import {useState} from "react";
import type {Evidence} from "../../api/index.ts";
import {placeWords} from "../shape/place-words.ts";
import {PassageNote} from "./passage-note.tsx";
import {ReachList} from "./reach-list.tsx";
import {ReferenceNote} from "./reference-note.tsx";
import {RowsNote} from "./rows-note.tsx";
import {SearchedNote} from "./searched-note.tsx";

/** One piece of evidence; what it points to is fetched when it is opened. */
export function EvidenceItem({
  evidence,
  role = null,
  startsOpen,
}: {
  readonly evidence: Evidence;
  /** What it does for a claim; null where it simply carries the cell. */
  readonly role?: string | null;
  readonly startsOpen: boolean;
}) {
  const [open, setOpen] = useState(startsOpen);
  return (
    <details
      className="evidence-item"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {role && `${role}: `}
        {placeWords(evidence)}
      </summary>
      {open && <Body evidence={evidence} />}
    </details>
  );
}

function Body({evidence}: {readonly evidence: Evidence}) {
  const reaches = <ReachList reaches={evidence.reaches} />;
  switch (evidence.kind) {
    case "passage":
      return <PassageNote evidence={evidence}>{reaches}</PassageNote>;
    case "rows":
      return <RowsNote evidence={evidence}>{reaches}</RowsNote>;
    case "searched":
      return <SearchedNote evidence={evidence}>{reaches}</SearchedNote>;
    case "reference":
      return <ReferenceNote evidence={evidence}>{reaches}</ReferenceNote>;
    case "judgement":
      return (
        <>
          <blockquote>{evidence.quote}</blockquote>
          {reaches}
        </>
      );
  }
}
