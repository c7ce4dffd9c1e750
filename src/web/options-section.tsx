import type {Option} from "../api/index.ts";
import {DownloadLink} from "./download-link.tsx";
import {LongList} from "./long-list.tsx";
import {usePage} from "./page-context.ts";
import {PageSection} from "./page-section.tsx";
import {SentenceCell} from "./sentence-cell.tsx";
import {addressOf} from "./shape/cell-address.ts";
import {chosenOptions} from "./shape/chosen-options.ts";
import {hueClass} from "./shape/power-hues.ts";
import {changeView} from "./use-view.ts";

/** Outcomes shown before the reader asks for more. */
const first = 4;

/** Policy focus · Proposed action · Expected outcome. */
export function OptionsSection() {
  const {answer, view, nameOf} = usePage();
  const {towards, options} = chosenOptions(answer, view);
  const focuses = [...new Set(options.map((option) => option.focus))];
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
      <table className="sentences options">
        <caption className="unseen">Options</caption>
        <thead>
          <tr>
            <th scope="col">Policy focus</th>
            <th scope="col">Proposed action</th>
            <th scope="col">Expected outcome</th>
          </tr>
        </thead>
        {focuses.map((focus) => {
          const own = options.filter((option) => option.focus === focus);
          return (
            <tbody key={focus}>
              {own.map((option, index) => (
                <tr key={option.id}>
                  {index === 0 && (
                    <th scope="rowgroup" rowSpan={own.length}>
                      {focus}
                    </th>
                  )}
                  <td data-label="Proposed action">
                    <Action option={option} />
                  </td>
                  <td data-label="Expected outcome">
                    <Outcomes option={option} />
                  </td>
                </tr>
              ))}
            </tbody>
          );
        })}
      </table>
    </PageSection>
  );
}

function Action({option}: {readonly option: Option}) {
  const {nameOf} = usePage();
  return (
    <>
      <SentenceCell cell={option.action} address={addressOf.action(option.id)} />
      <span className="fine">
        Whose choice: {option.whoseChoice.map(nameOf).join(", ")}.{" "}
        {option.basis === "judgement" ? "A judgement." : "Computed."}
      </span>
      {option.assumptions.length > 0 && (
        <details className="behind">
          <summary>
            Assumes<span className="unseen">: {option.action.text}</span>
          </summary>
          <ul className="assumptions">
            {option.assumptions.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </details>
      )}
    </>
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
