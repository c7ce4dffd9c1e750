import type {Option} from "../api/index.ts";
import {DownloadLink} from "./download-link.tsx";
import {LongList} from "./long-list.tsx";
import {usePage} from "./page-context.ts";
import {PageSection} from "./page-section.tsx";
import {SentenceCell} from "./sentence-cell.tsx";
import {addressOf} from "./shape/cell-address.ts";
import {chosenOptions} from "./shape/chosen-options.ts";
import {counted} from "./shape/number-words.ts";
import {optionOrders, orderOptions, orderWords, strengthWords} from "./shape/order-options.ts";
import {hueClass} from "./shape/power-hues.ts";
import {changeView} from "./use-view.ts";

/** Outcomes shown before the reader asks for more. */
const first = 4;

/** Policy focus · Proposed action · Expected outcome, by strength of evidence. */
export function OptionsSection() {
  const {answer, view, nameOf} = usePage();
  const {towards, options} = chosenOptions(answer, view);
  const groups = orderOptions(options, view.order);
  return (
    <PageSection
      id="options"
      title="Options"
      aside={
        <>
          <p>
            Trade actions are computed by a one-sector trade equilibrium; the interval tells how
            unsure its parameters are, nothing else. All other outcomes are judgements, and list
            their precedents.
          </p>
          <p>
            Options are sorted within groups that rest on evidence of one kind; there is no order
            between the groups. One that another beats in real income is marked; what the model does
            not count is not weighed.
          </p>
          <DownloadLink table="options" />
        </>
      }
    >
      {towards !== null && view.partner === null && (
        <fieldset className="switch towards">
          <legend className="unseen">Options towards</legend>
          {answer.watch.powers.map((power) => (
            <label key={power} className={hueClass(answer.watch, power)}>
              <input
                type="radio"
                name="towards"
                value={power}
                checked={power === towards}
                onChange={() => changeView({towards: power})}
              />
              <span className="party">{nameOf(power)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <form className="looking" aria-label="Sort" onSubmit={(event) => event.preventDefault()}>
        <span className="choice">
          <label htmlFor="options-order">Sort options by</label>
          <select
            id="options-order"
            value={view.order}
            onChange={({currentTarget: {value}}) =>
              changeView({order: optionOrders.find((one) => one === value) ?? "catalogue"})
            }
          >
            {optionOrders.map((order) => (
              <option key={order} value={order}>
                {orderWords[order]}
              </option>
            ))}
          </select>
        </span>
      </form>
      <table className="sentences options">
        <caption className="unseen">Options</caption>
        <thead>
          <tr>
            <th scope="col">Policy focus</th>
            <th scope="col">Proposed action</th>
            <th scope="col">Expected outcome</th>
          </tr>
        </thead>
        {groups.map(({strength, options: own}) => (
          <tbody key={strength}>
            <tr className="group">
              <th scope="rowgroup" colSpan={3}>
                {strengthWords[strength]}
              </th>
            </tr>
            {own.map((option) => (
              <tr key={option.id}>
                <th scope="row">{option.focus}</th>
                <td data-label="Proposed action">
                  <Action option={option} />
                </td>
                <td data-label="Expected outcome">
                  <Outcomes option={option} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </PageSection>
  );
}

function Action({option}: {readonly option: Option}) {
  const {answer, nameOf} = usePage();
  const {whoseChoice, basis, precedents, dominatedBy, action, assumptions} = option;
  const better = answer.options.find(({id}) => id === dominatedBy);
  return (
    <>
      <SentenceCell cell={action} address={addressOf.action(option.id)} />
      <span className="fine">
        Whose choice: {whoseChoice.map(nameOf).join(", ")}.{" "}
        {basis === "judgement" ? `A judgement, ${counted(precedents, "precedent")}.` : "Computed."}
      </span>
      {better && (
        <p className="fine">
          Beaten in real income by: {better.action.text}. What the model does not count is not
          weighed.
        </p>
      )}
      <details className="behind">
        <summary>
          How it works, who gains and loses<span className="unseen">: {action.text}</span>
        </summary>
        <Working option={option} />
      </details>
      {assumptions.length > 0 && (
        <details className="behind">
          <summary>
            Assumes<span className="unseen">: {action.text}</span>
          </summary>
          <ul className="assumptions">
            {assumptions.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const easeWords: Readonly<Record<Option["reversibility"]["ease"], string>> = {
  easy: "easily",
  slow: "slowly",
  hard: "hardly",
};

/** What stands behind an action: mechanism, winners and losers, cost, the way back. */
function Working({option}: {readonly option: Option}) {
  const {id, mechanism, gains, loses, cost, reversibility} = option;
  return (
    <dl className="facts">
      <dt>How it works</dt>
      <dd>{mechanism}.</dd>
      <dt>Who gains</dt>
      <dd>
        <SentenceCell cell={gains} address={addressOf.side(id, "gains")} />
      </dd>
      <dt>Who loses</dt>
      <dd>
        <SentenceCell cell={loses} address={addressOf.side(id, "loses")} />
      </dd>
      <dt>Cost</dt>
      <dd className={"why" in cost ? "missing" : undefined}>
        {"why" in cost
          ? `${cost.why}; ${cost.wouldFill} would tell`
          : `${cost.text} (${cost.source})`}
      </dd>
      <dt>Undone</dt>
      <dd>
        {easeWords[reversibility.ease]}: {reversibility.because}
      </dd>
    </dl>
  );
}

function Outcomes({option}: {readonly option: Option}) {
  if (option.outcomes.length === 0) return <p className="missing">no outcome was worked out</p>;
  const placed = option.outcomes.map((cell, index) => ({
    cell,
    address: addressOf.outcome(option.id, index),
  }));
  return (
    <LongList
      items={placed}
      first={first}
      word="outcome"
      keyOf={(one) => one.address}
      className="plain sentences-list"
    >
      {({cell, address}) => (
        <SentenceCell
          cell={cell}
          address={address}
          missing={cell.gap !== null && option.basis !== "judgement"}
        />
      )}
    </LongList>
  );
}
