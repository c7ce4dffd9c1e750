import type {Note} from "../shape/note.ts";
import {counted} from "../shape/number-words.ts";
import {EvidenceItem} from "./evidence-item.tsx";
import {FigureNote} from "./figure-note.tsx";
import {GradeFact} from "./grade-fact.tsx";

/** What a note says, and all that carries it. */
export function NoteBody({note}: {readonly note: Note}) {
  const {grade, gap, figure, because, evidence} = note;
  return (
    <>
      <p className="pane-title">{note.title}</p>
      {because && <p>{because}</p>}
      {figure && <FigureNote figure={figure} />}
      {gap && (
        <dl className="facts">
          <dt>Not known</dt>
          <dd>{gap.what}</dd>
          <dt>Why</dt>
          <dd>{gap.why}</dd>
          <dt>Would fill it</dt>
          <dd>{gap.wouldFill}</dd>
        </dl>
      )}
      {grade && (
        <dl className="facts">
          <GradeFact grade={grade} />
        </dl>
      )}
      {evidence.length > 1 && (
        <p className="fine">It rests on {counted(evidence.length, "piece")} of evidence.</p>
      )}
      {evidence.map((one, index) => (
        <EvidenceItem
          // biome-ignore lint/suspicious/noArrayIndexKey: an answer's evidence never changes its order.
          key={index}
          evidence={one.evidence}
          role={one.role}
          startsOpen={index === 0}
        />
      ))}
    </>
  );
}
