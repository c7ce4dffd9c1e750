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
  startsOpen,
}: {
  readonly evidence: Evidence;
  readonly startsOpen: boolean;
}) {
  const [open, setOpen] = useState(startsOpen);
  return (
    <details
      className="evidence-item"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{placeWords(evidence)}</summary>
      {open && (
        <>
          <Body evidence={evidence} />
          <ReachList reaches={evidence.reaches} />
        </>
      )}
    </details>
  );
}

function Body({evidence}: {readonly evidence: Evidence}) {
  switch (evidence.kind) {
    case "passage":
      return <PassageNote evidence={evidence} />;
    case "rows":
      return <RowsNote evidence={evidence} />;
    case "searched":
      return <SearchedNote evidence={evidence} />;
    case "reference":
      return <ReferenceNote evidence={evidence} />;
  }
}
