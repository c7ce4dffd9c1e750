import {useQuery} from "@tanstack/react-query";
import type {ListedPledge, PledgesBody} from "../../api/index.ts";
import {askPledges} from "../ask-api.ts";
import {PledgeLine} from "../charts/pledge-line.tsx";
import {usePage} from "../page-context.ts";
import type {PledgePlace} from "../shape/cell-address.ts";
import {noteOfFigure} from "../shape/note.ts";
import {kindWords, standsWords} from "../shape/pledge-board.ts";
import {whenWords} from "../shape/when-words.ts";
import {EvidenceItem} from "./evidence-item.tsx";
import {NoteBody} from "./note-body.tsx";

/** A pledge step by step, each with its source; or a figure of the table of rates. */
export function PledgeNote({place}: {readonly place: PledgePlace}) {
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
  return <Found place={place} body={data} />;
}

function Found({place, body}: {readonly place: PledgePlace; readonly body: PledgesBody}) {
  if (place.kind === "rate") {
    const rate = body.rates.rates.find(({id}) => id === place.id);
    const figure = rate?.[place.figure];
    if (rate !== undefined && figure != null)
      return <NoteBody note={noteOfFigure(rate.title, [], figure, null)} />;
  } else {
    const pledge = body.pledges.find(({id}) => id === place.id);
    if (pledge !== undefined) return <History pledge={pledge} />;
  }
  return (
    <p className="missing">
      Nothing stands at this address among the pledges as of {body.asOf}. It may have become known
      on a later day.
    </p>
  );
}

function History({pledge}: {readonly pledge: ListedPledge}) {
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
      <ol className="plain pledge-steps">
        {pledge.steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of an answer never change their order.
          <li key={index}>
            <span className="lead">
              {typeof step.when === "string" ? whenWords(step) : step.when.why}
              {" · "}
              {step.stage ?? "told beside"}
            </span>
            <span className="sentence">{step.text}</span>
            {step.because.length > 0 && <span className="because">{step.because.join("; ")}</span>}
            {step.evidence.map((one, at) => (
              <EvidenceItem
                // biome-ignore lint/suspicious/noArrayIndexKey: nor does the evidence of a step.
                key={at}
                evidence={one}
                startsOpen={false}
              />
            ))}
          </li>
        ))}
      </ol>
    </>
  );
}
