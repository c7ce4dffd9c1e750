import type {JudgementKeptBody, Move} from "../../api/index.ts";
import {usePage} from "../page-context.ts";
import {decisions, requestOf, valueAsked} from "../shape/judgement-request.ts";
import {judgementsAbout} from "../shape/judgement-words.ts";
import {JudgementForm} from "./judgement-form.tsx";
import {SaidList} from "./said-list.tsx";

export interface JudgeMoveProps {
  readonly move: Move;
  /** Told when a judgement was kept: the move itself may be gone from the page by then. */
  readonly onKept: (body: JudgementKeptBody) => void;
}

/** What people say of a move, and a form to say something of it too. */
export function JudgeMove({move, onKept}: JudgeMoveProps) {
  const {answer} = usePage();
  const ids = new Set([move.id, ...(move.reports ?? []).map((report) => report.eventId)]);
  return (
    <section className="judging" aria-label="What people say of it">
      <SaidList said={judgementsAbout(answer.judgements, ids)} here={move.id} />
      {(move.maybeSameAs ?? []).map(({moveId, score}) => (
        <p className="fine" key={moveId}>
          It may be the same as <code>{moveId.slice(0, 8)}</code> (score {score.toFixed(2)}): nobody
          has said yet.
        </p>
      ))}
      <details className="behind">
        <summary>Judge this move</summary>
        <JudgementForm
          what="move"
          id={move.id}
          decisions={decisions}
          valueAsked={(decision) => valueAsked(decision, move)}
          requestOf={(decision, value, who) => requestOf(move, decision, value, who)}
          onKept={onKept}
        />
      </details>
    </section>
  );
}
