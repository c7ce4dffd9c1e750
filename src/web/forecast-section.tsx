import type {ForecastBody, ToldQuestion} from "../api/index.ts";
import {askForecast} from "./ask-api.ts";
import {Asked} from "./asked.tsx";
import {ForecastRecord} from "./forecast-record.tsx";
import {LongList} from "./long-list.tsx";
import {usePage} from "./page-context.ts";
import {PageSection} from "./page-section.tsx";
import {chosenQuestions, saidWords} from "./shape/forecast-words.ts";
import {counted} from "./shape/number-words.ts";

/** Open questions that stand there before the reader asks for more. */
const first = 8;

/** Questions that can lose: those open on the watch, and how those settled came out. */
export function ForecastSection() {
  const {answer} = usePage();
  return (
    <PageSection
      id="forecast"
      title="Forecast"
      aside={
        <>
          <p>
            A question says who, what, towards whom and by when, and names the rows that settle it
            before it opens. ICEWS settles acts, the United Nations votes; our own coder has no part
            in it. Words of likelihood are those of ICD 203.
          </p>
          <p>
            The record was asked afterwards, in the order of the years, by a method put together
            with those years at hand. Open questions are the only test that owes nothing to
            hindsight; one of a past year is open until its dataset here holds that year.
          </p>
        </>
      }
    >
      <Asked name="forecast" ask={askForecast} asOf={answer.asOf}>
        {(body) => <Body body={body} />}
      </Asked>
    </PageSection>
  );
}

function Body({body}: {readonly body: ForecastBody}) {
  const {view} = usePage();
  const open = chosenQuestions(body, view);
  const {id, version} = body.choiceRule;
  return (
    <>
      <p className="note">
        {open.length === 0
          ? "No question is open for this choice."
          : `${counted(open.length, "open question")}, the latest year first and in it the furthest from the base rate; chosen by the rule ${id} (version ${version}).`}
      </p>
      {open.length > 0 && (
        <LongList
          items={open}
          first={first}
          word="question"
          keyOf={(one) => one.id}
          className="plain sentences-list"
        >
          {(one) => <OpenQuestion one={one} />}
        </LongList>
      )}
      {body.families.map((one) => (
        <ForecastRecord key={one.family} one={one} />
      ))}
    </>
  );
}

function OpenQuestion({one}: {readonly one: ToldQuestion}) {
  const {settledBy, history, lastValue} = one;
  return (
    <>
      <span className="lead">{saidWords(one)}</span>
      <span className="sentence">{one.text}</span>
      <details className="behind">
        <summary>
          Settled by<span className="unseen">: {one.text}</span>
        </summary>
        <dl className="facts">
          <dt>Rows</dt>
          <dd>
            <code>{settledBy.dataset}</code>, {settledBy.rule}
          </dd>
          <dt>After a last value like this one's</dt>
          <dd>{lastValue.toFixed(2)}</dd>
          <dt>Years before</dt>
          <dd>
            {history
              .map(({year, value}) => `${year}: ${value === null ? "unknown" : shortValue(value)}`)
              .join(", ")}
          </dd>
        </dl>
      </details>
    </>
  );
}

/** Shares of votes with three decimals, counts as they are. */
function shortValue(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(3);
}
