import {useMutation, useQueryClient} from "@tanstack/react-query";
import {useState} from "react";
import type {JudgementKeptBody, JudgementRequest} from "../../api/index.ts";
import {askJudgement} from "../ask-api.ts";
import {LabelledField} from "../labelled-field.tsx";
import {usePage} from "../page-context.ts";
import type {ValueAsked} from "../shape/judgement-request.ts";

/** The name that a person last judged under, so that they need not write it each time. */
const authorKept = "demarche:author";

export interface JudgementFormProps<Decision extends string> {
  /** "move", "step": what is judged, in a word. */
  readonly what: string;
  readonly id: string;
  /** What can be decided, as it goes on after "I". */
  readonly decisions: Readonly<Record<Decision, string>>;
  readonly valueAsked: (decision: Decision) => ValueAsked;
  readonly requestOf: (
    decision: Decision,
    value: string,
    who: {readonly author: string; readonly reason: string},
  ) => JudgementRequest;
  readonly onKept: (body: JudgementKeptBody) => void;
}

/** A person's decision with its reason and name. */
export function JudgementForm<Decision extends string>({
  what,
  id: judged,
  decisions,
  valueAsked,
  requestOf,
  onKept,
}: JudgementFormProps<Decision>) {
  const {view} = usePage();
  const client = useQueryClient();
  const [decision, setDecision] = useState(Object.keys(decisions)[0] as Decision);
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
  const asked = valueAsked(decision);
  const choices = asked?.kind === "choice" ? asked.values : null;
  const chosen = choices?.includes(value) === false ? (choices[0] ?? "") : value;
  return (
    <form
      className="judgement"
      onSubmit={(event) => {
        event.preventDefault();
        sending.mutate(requestOf(decision, chosen, {author, reason}));
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
            {Object.entries<string>(decisions).map(([key, words]) => (
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
      {asked?.kind === "day" && (
        <LabelledField label="to the day">
          {(id) => (
            <input
              id={id}
              type="date"
              value={value}
              required
              max={asked.latest}
              onChange={(event) => setValue(event.currentTarget.value)}
            />
          )}
        </LabelledField>
      )}
      {asked?.kind === "id" && (
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
        another judgement. This {what} is <code>{judged}</code>.
      </p>
    </form>
  );
}
