import {askHedging, askMemberships, askValidity} from "../ask-api.ts";
import {Asked} from "../asked.tsx";
import {usePage} from "../page-context.ts";
import type {MeasuredPlace} from "../shape/cell-address.ts";
import {claimNote, pathNote, signalNote} from "../shape/measured-notes.ts";
import type {Note} from "../shape/note.ts";
import {NoteBody} from "./note-body.tsx";

/** What carries a signal of hedging, a step towards an organisation, or a verdict on the founding text. */
export function MeasuredNote({place}: {readonly place: MeasuredPlace}) {
  const {answer, nameOf} = usePage();
  switch (place.kind) {
    case "hedging":
      return (
        <Asked name="hedging" ask={askHedging} asOf={answer.asOf}>
          {(body) => <Told note={signalNote(body, place, nameOf)} />}
        </Asked>
      );
    case "path":
      return (
        <Asked name="memberships" ask={askMemberships} asOf={answer.asOf}>
          {(body) => <Told note={pathNote(body, place, nameOf)} />}
        </Asked>
      );
    case "founding":
      return (
        <Asked name="validity" ask={askValidity} asOf={answer.asOf}>
          {(body) => <Told note={claimNote(body, place, nameOf)} />}
        </Asked>
      );
  }
}

function Told({note}: {readonly note: Note | null}) {
  const {answer} = usePage();
  if (note === null)
    return <p className="missing">Nothing stands at this address as known on {answer.asOf}.</p>;
  return <NoteBody note={note} />;
}
