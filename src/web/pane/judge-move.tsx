import {useMutation, useQueryClient} from "@tanstack/react-query";
import {useState} from "react";
import type {JudgementKeptBody, JudgementRequest, Move} from "../../api/index.ts";
import {askJudgement} from "../ask-api.ts";
import {LabelledField} from "../labelled-field.tsx";
import {usePage} from "../page-context.ts";
import {type Decision, decisions, requestOf, valuesFor} from "../shape/judgement-request.ts";
import {effectWords, judgementsAbout, saidWords} from "../shape/judgement-words.ts";

export interface JudgeMoveProps {
  readonly move: Move;
  /** Told when a judgement was kept: the move itself may be gone from the page by then. */
  readonly onKept: (body: JudgementKeptBody) => void;
}

/** What people say of a move, and a form to say something of it too. */
export function JudgeMove({move, onKept}: JudgeMoveProps) {
  const {answer} = usePage();
  const ids = new Set([move.id, ...(move.reports ?? []).map((report) => report.eventId)]);
  const said = judgementsAbout(answer.judgements, ids);
  return (
    <section className="judging" aria-label="What people say of it">
      {said.length > 0 && (
        <ul className="plain">
          {said.map((one) => {
            const {id, author, recordedOn, reason} = one.judgement;
            const effect = effectWords[one.effect];
            return (
              <li key={id}>
                <strong>{author}</strong> {saidWords(one, move.id)}: “{reason}” ({recordedOn}
                {effect !== null && `; ${effect}`})
              </li>
            );
          })}
        </ul>
      )}
      {(move.maybeSameAs ?? []).map(({moveId, score}) => (
        <p className="fine" key={moveId}>
          It may be the same as <code>{moveId.slice(0, 8)}</code> (score {score.toFixed(2)}): nobody
          has said yet.
        </p>
      ))}
      <details className="behind">
        <summary>Judge this move</summary>
        <JudgementForm move={move} onKept={onKept} />
      </details>
    </section>
  );
}

/** The name that a person last judged under, so that they need not write it each time. */
const authorKept = "demarche:author";

function JudgementForm({move, onKept}: JudgeMoveProps) {
  const {view} = usePage();
  const client = useQueryClient();
  const [decision, setDecision] = useState<Decision>("accept");
  const [value, setValue] = useState("");
  const [author, setAuthor] = useState(() => localStorage.getItem(authorKept) ?? "");
  const [reason, setReason] = useState("");
  const sending = useMutation({
    mutationFn: (request: JudgementRequest) => askJudgement(request),
    onSuccess: async (body) => {
      localStorage.setItem(authorKept, author);
      onKept(body);
      await client.invalidateQueries();
    },
  });
  if (view.asOf !== null)
    return <p className="fine">You are reading a past day. Judgements are made as of today.</p>;
  const choices = valuesFor(decision, move);
  const chosen = choices?.includes(value) === false ? (choices[0] ?? "") : value;
  return (
    <form
      className="judgement"
      onSubmit={(event) => {
        event.preventDefault();
        sending.mutate(requestOf(move, decision, chosen, {author, reason}));
      }}
    >
      <LabelledField label="I">
        {(id) => (
          <select
            id={id}
            value={decision}
            onChange={(event) => {
              setDecision(event.currentTarget.value as Decision);
              setValue("");
            }}
          >
            {Object.entries(decisions).map(([key, words]) => (
              <option key={key} value={key}>
                {words}
              </option>
            ))}
          </select>
        )}
      </LabelledField>
      {choices !== null && (
        <LabelledField label="namely">
          {(id) => (
            <select
              id={id}
              value={chosen}
              onChange={(event) => setValue(event.currentTarget.value)}
            >
              {choices.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          )}
        </LabelledField>
      )}
      {(decision === "same-move" || decision === "not-same") && (
        <LabelledField label="as the move">
          {(id) => (
            <input
              id={id}
              value={value}
              required
              placeholder="its id, or the beginning of it"
              onChange={(event) => setValue(event.currentTarget.value)}
            />
          )}
        </LabelledField>
      )}
      <LabelledField label="because">
        {(id) => (
          <textarea
            id={id}
            value={reason}
            required
            maxLength={500}
            rows={2}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </LabelledField>
      <LabelledField label="My name">
        {(id) => (
          <input
            id={id}
            value={author}
            required
            maxLength={80}
            autoComplete="name"
            onChange={(event) => setAuthor(event.currentTarget.value)}
          />
        )}
      </LabelledField>
      <button type="submit" disabled={sending.isPending}>
        Keep this judgement
      </button>
      {sending.error && (
        <p className="failure" role="alert">
          {sending.error.message}
        </p>
      )}
      <p className="fine">
        It is kept with your name and today's date. Nothing is written over: a second thought is
        another judgement. This move is <code>{move.id}</code>.
      </p>
    </form>
  );
}
