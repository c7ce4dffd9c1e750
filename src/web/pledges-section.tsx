import type {ListedPledge, PledgesBody} from "../api/index.ts";
import {askPledges} from "./ask-api.ts";
import {Asked} from "./asked.tsx";
import {EvidenceMark} from "./evidence-mark.tsx";
import {LongList} from "./long-list.tsx";
import {usePage} from "./page-context.ts";
import {PageSection} from "./page-section.tsx";
import {PartyName} from "./party-name.tsx";
import {PledgeAlerts} from "./pledge-alerts.tsx";
import {PledgeBoard} from "./pledge-board.tsx";
import {PledgeFilters} from "./pledge-filters.tsx";
import {PledgeRatesTable} from "./pledge-rates-table.tsx";
import {addressOf} from "./shape/cell-address.ts";
import {counted, dayWords} from "./shape/number-words.ts";
import {chosenPledges, standsWords} from "./shape/pledge-board.ts";
import {TracksList} from "./tracks-list.tsx";
import {useView} from "./use-view.ts";

/** Pledges that stand there before the reader asks for more. */
const first = 8;

/** What became of commitments: the board, the list, how long they take, and the long-running tracks. */
export function PledgesSection() {
  const {answer} = usePage();
  return (
    <PageSection
      id="pledges"
      title="Pledges"
      aside={
        <>
          <p>
            A commitment is open until it is kept or ended; silence ends nothing. Its age runs to
            the end of what its source tells. Overdue is one older than the rule of its kind allows.
          </p>
          <p>
            SIPRI's register takes cancelled orders out: it says how long delivery takes, and little
            of whether it comes. Cancelled ones stand on the tracks.
          </p>
        </>
      }
    >
      <Asked name="pledges" ask={askPledges} asOf={answer.asOf}>
        {(body) => <Body body={body} />}
      </Asked>
    </PageSection>
  );
}

function Body({body}: {readonly body: PledgesBody}) {
  const view = useView();
  const found = chosenPledges(body.pledges, view);
  const board = chosenPledges(body.pledges, {...view, stage: null});
  return (
    <>
      <PledgeFilters body={body} found={found.length} />
      <PledgeBoard pledges={board} />
      {found.length === 0 ? (
        <p className="missing">No pledge is known for this choice on {dayWords(body.asOf)}.</p>
      ) : (
        <LongList
          items={found}
          first={first}
          word="pledge"
          keyOf={(one) => one.id}
          className="plain sentences-list"
        >
          {(one) => <PledgeLine one={one} />}
        </LongList>
      )}
      <section className="plate" aria-labelledby="pledge-alerts-title">
        <h3 id="pledge-alerts-title">What moved this month</h3>
        <PledgeAlerts />
      </section>
      <section className="plate" aria-labelledby="pledge-rates-title">
        <h3 id="pledge-rates-title">From word to delivery</h3>
        <PledgeRatesTable rates={body.rates} />
      </section>
      <section className="plate" aria-labelledby="tracks-title">
        <h3 id="tracks-title">Tracks</h3>
        <TracksList body={body} />
      </section>
    </>
  );
}

function PledgeLine({one}: {readonly one: ListedPledge}) {
  const evidence = one.steps.flatMap((step) => step.evidence);
  return (
    <>
      <span className={one.overdue === null ? "lead" : "lead overdue"}>
        {standsWords(one)}
        {one.partners.map((partner) => (
          <span key={partner}>
            {" · "}
            <PartyName party={partner} />
          </span>
        ))}
        {one.specimen && <span className="specimen-tag">specimen, not counted</span>}
      </span>
      <span className="sentence">{one.text}</span>
      <span className="mark-line">
        <EvidenceMark
          address={addressOf.pledge(one.id)}
          evidence={evidence}
          label={`${counted(one.steps.length, "step")}, each with its source`}
        />
      </span>
    </>
  );
}
