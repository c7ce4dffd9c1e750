import {useQuery} from "@tanstack/react-query";
import type {
  JudgementKeptBody,
  ListedPledge,
  PledgeStep,
  PledgesBody,
  RejectedPledge,
} from "../../api/index.ts";
import {askPledges} from "../ask-api.ts";
import {PledgeLine} from "../charts/pledge-line.tsx";
import {usePage} from "../page-context.ts";
import type {PledgePlace} from "../shape/cell-address.ts";
import {noteOfFigure} from "../shape/note.ts";
import {kindWords, standsWords} from "../shape/pledge-board.ts";
import {whenWords} from "../shape/when-words.ts";
import {EvidenceItem} from "./evidence-item.tsx";
import {JudgeStep} from "./judge-step.tsx";
import {NoteBody} from "./note-body.tsx";

interface PledgeNoteProps {
  readonly place: PledgePlace;
  readonly onKept: (body: JudgementKeptBody) => void;
}

/** A pledge step by step, each with its source and what people say of it; or a figure of the table of rates. */
export function PledgeNote(props: PledgeNoteProps) {
  const {answer} = usePage();
  const {data, error} = useQuery({
    queryKey: ["pledges", answer.asOf],
    queryFn: () => askPledges(answer.asOf),
  });
  if (error)
    return (
      <p className="failure" role="alert">
        {error.message}
      </p>
    );
  if (data === undefined) return <p role="status">Fetching the pledge …</p>;
  return <Found {...props} body={data} />;
}

function Found({place, body, onKept}: PledgeNoteProps & {readonly body: PledgesBody}) {
  if (place.kind === "rate") {
    const rate = body.rates.rates.find(({id}) => id === place.id);
    const figure = rate?.[place.figure];
    if (rate !== undefined && figure != null)
      return <NoteBody note={noteOfFigure(rate.title, [], figure, null)} />;
  } else {
    const pledge = body.pledges.find(({id}) => id === place.id);
    if (pledge !== undefined) return <History pledge={pledge} body={body} onKept={onKept} />;
    const rejected = body.rejected.find(({id}) => id === place.id);
    if (rejected !== undefined)
      return (
        <>
          <p className="pane-title">{rejected.text}</p>
          <p className="because">
            People rejected what made it a commitment: it stands in no list and no rate.
          </p>
          <Steps pledge={rejected} body={body} onKept={onKept} />
        </>
      );
  }
  return (
    <p className="missing">
      Nothing stands at this address among the pledges as of {body.asOf}. It may have become known
      on a later day.
    </p>
  );
}

interface StepsProps {
  readonly pledge: ListedPledge | RejectedPledge;
  readonly body: PledgesBody;
  readonly onKept: (body: JudgementKeptBody) => void;
}

function History({pledge, ...rest}: StepsProps & {readonly pledge: ListedPledge}) {
  return (
    <>
      <p className="pane-title">{pledge.text}</p>
      {pledge.specimen && (
        <p className="specimen-tag">Specimen: an article written to show faults. Never counted.</p>
      )}
      <p>
        {kindWords[pledge.kind]}: {standsWords(pledge)}.
      </p>
      {pledge.overdue && <p className="because">Overdue, since {pledge.overdue.because}.</p>}
      <PledgeLine pledge={pledge} />
      <Steps pledge={pledge} {...rest} />
    </>
  );
}

function Steps({pledge, body, onKept}: StepsProps) {
  const rule = body.rules.find(({kind}) => kind === pledge.kind);
  const list = (steps: readonly PledgeStep[]) => (
    <ol className="plain pledge-steps">
      {steps.map((step) => (
        <li key={step.id}>
          <Step step={step} />
          <JudgeStep step={step} rule={rule} judgements={body.judgements} onKept={onKept} />
        </li>
      ))}
    </ol>
  );
  return (
    <>
      {list(pledge.steps)}
      {pledge.setAside.length > 0 && (
        <section className="set-aside" aria-labelledby="set-aside-title">
          <h3 id="set-aside-title">Set aside by people, counted for nothing</h3>
          {list(pledge.setAside)}
        </section>
      )}
    </>
  );
}

function Step({step}: {readonly step: PledgeStep}) {
  const {told, disputedBy} = step;
  return (
    <>
      <span className="lead">{stepWords(step)}</span>
      <span className="sentence">{step.text}</span>
      {told !== null && <span className="because">Its source told: {stepWords(told)}.</span>}
      {disputedBy.length > 0 && (
        <span className="because">{disputedBy.join(", ")} would have it otherwise.</span>
      )}
      {step.because.length > 0 && <span className="because">{step.because.join("; ")}</span>}
      {step.evidence
        .filter(({kind}) => kind !== "judgement")
        .map((one, at) => (
          <EvidenceItem
            // biome-ignore lint/suspicious/noArrayIndexKey: the evidence of a step never changes its order.
            key={at}
            evidence={one}
            startsOpen={false}
          />
        ))}
    </>
  );
}

function stepWords({when, precision, stage}: Pick<PledgeStep, "when" | "precision" | "stage">) {
  const on = typeof when === "string" ? whenWords({when, precision}) : when.why;
  return `${on} · ${stage ?? "told beside"}`;
}
