import type {ExposureBody} from "../api/index.ts";
import {askExposure} from "./ask-api.ts";
import {Asked} from "./asked.tsx";
import {EvidenceMark} from "./evidence-mark.tsx";
import {usePage} from "./page-context.ts";
import {PageSection} from "./page-section.tsx";
import {EvidenceItem} from "./pane/evidence-item.tsx";
import {PartyName} from "./party-name.tsx";
import {ScreeningDesk} from "./screening-desk.tsx";
import {ScrollRegion} from "./scroll-region.tsx";
import {addressOf} from "./shape/cell-address.ts";
import {type Channel, type ExposureRow, exposureRows, type Tie} from "./shape/exposure-rows.ts";
import {amount, counted, intervalWords} from "./shape/number-words.ts";
import {WhenNear} from "./when-near.tsx";

/** Who is listed, through what each state may be hit, and whether a name is on the lists. */
export function ExposureSection() {
  const {answer} = usePage();
  return (
    <PageSection
      id="exposure"
      title="Exposure to sanctions"
      aside={
        <>
          <p>
            What runs through a channel is a ceiling on what measures could reach there, not what
            they would cost. The newest figure stands, with its period; what is not known says so.
          </p>
          <p>
            A party under several programmes counts in each. A name that is alike is no proof that
            it is the same bearer: the words that speak for and against stand beside it.
          </p>
        </>
      }
    >
      <WhenNear>
        <Asked name="exposure" ask={askExposure} asOf={answer.asOf}>
          {(body) => (
            <>
              <Ties body={body} />
              <section className="plate" aria-labelledby="programmes-title">
                <h3 id="programmes-title">Who is listed, by whom a programme aims at</h3>
                <Programmes body={body} />
              </section>
              <section className="plate" aria-labelledby="named-title">
                <h3 id="named-title">Names in the moves that a listed party may bear</h3>
                <Named body={body} />
              </section>
            </>
          )}
        </Asked>
      </WhenNear>
      <section className="plate" aria-labelledby="screen-title">
        <h3 id="screen-title">Screen names against the lists</h3>
        <ScreeningDesk />
      </section>
    </PageSection>
  );
}

/** What ties each state to each power: a row for each, a column for each channel. */
function Ties({body}: {readonly body: ExposureBody}) {
  const {view, nameOf} = usePage();
  const {channels, rows} = exposureRows(body.ties, view);
  if (rows.length === 0)
    return <p className="missing">No tie is measured for this choice on {body.asOf}.</p>;
  const states = [...new Set(rows.map(({state}) => state))];
  return (
    <ScrollRegion className="wide" label="What ties each state to each power">
      <table className="figures exposure">
        <caption className="unseen">What ties each state to each power</caption>
        <thead>
          <tr>
            <th scope="col">power</th>
            {channels.map((channel) => (
              <th key={channel} scope="col">
                {channel}
              </th>
            ))}
          </tr>
        </thead>
        {states.map((state) => (
          <tbody key={state}>
            <tr className="group">
              <th scope="rowgroup" colSpan={channels.length + 1}>
                {nameOf(state)}
              </th>
            </tr>
            {rows
              .filter((row) => row.state === state)
              .map((row) => (
                <tr key={row.partner}>
                  <th scope="row">
                    <PartyName party={row.partner} beside={row.state} />
                  </th>
                  {channels.map((channel) => (
                    <td key={channel}>
                      <Tied row={row} channel={channel} />
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  );
}

function Tied({row, channel}: {readonly row: ExposureRow; readonly channel: Channel}) {
  const [first, ...others] = row.ties.get(channel) ?? [];
  if (first === undefined) return <span className="missing">not measured</span>;
  return (
    <>
      <TieLine tie={first} />
      {others.length > 0 && (
        <details className="behind">
          <summary>
            {others.length} more<span className="unseen"> of {channel}</span>
          </summary>
          <ul className="plain">
            {others.map((tie) => (
              <li key={tie.series}>
                <TieLine tie={tie} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function TieLine({tie: {series, period, figure, title}}: {readonly tie: Tie}) {
  const address = addressOf.figure(series, period);
  if (figure.kind === "gap")
    return (
      <span className="missing">
        <EvidenceMark address={address} evidence={[]} label={figure.why} />
        <span className="interval">{title}</span>
      </span>
    );
  return (
    <>
      <strong>
        <EvidenceMark
          address={address}
          evidence={figure.evidence}
          label={amount(figure.value, figure.unit)}
        />
      </strong>{" "}
      {period}
      <span className="interval">
        {intervalWords(figure) ?? figure.intervalNote}. {title}
      </span>
    </>
  );
}

function Programmes({body}: {readonly body: ExposureBody}) {
  const {nameOf} = usePage();
  if (body.programmes.length === 0)
    return (
      <p className="missing">
        No programme that aims at a state of this watch is on a list that was known on {body.asOf}.
      </p>
    );
  return (
    <ScrollRegion className="wide" label="Programmes">
      <table className="figures programmes">
        <caption className="unseen">Programmes, and how many they list</caption>
        <thead>
          <tr>
            <th scope="col">aims at</th>
            <th scope="col">programme</th>
            <th scope="col" className="number">
              listed
            </th>
            <th scope="col">first and last listed</th>
          </tr>
        </thead>
        <tbody>
          {body.programmes.map((one) => (
            <tr key={`${one.list} ${one.programme} ${one.target}`}>
              <th scope="row">{nameOf(one.target)}</th>
              <td>
                {one.programme}, by {one.list}
                <span className="interval">{one.basis}</span>
                {one.evidence.map((evidence) => (
                  <EvidenceItem key={evidence.dataset} evidence={evidence} startsOpen={false} />
                ))}
              </td>
              <td className="number">
                <strong>{one.parties.toLocaleString("en-GB")}</strong>
                <span className="interval">
                  {counted(one.byKind.entity, "body", "bodies")},{" "}
                  {counted(one.byKind.person, "person")}
                  {one.byKind.vessel > 0 && `, ${counted(one.byKind.vessel, "vessel")}`}
                </span>
              </td>
              <td>
                {one.firstListed ?? "not stated"} to {one.lastListed ?? "not stated"}
                <span className="interval">{one.takenOff} taken off again</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Named({body}: {readonly body: ExposureBody}) {
  const {view} = usePage();
  const named = body.named.filter(
    ({states}) => view.country === null || states.includes(view.country),
  );
  if (named.length === 0)
    return (
      <p className="missing">
        None was found: of the names in the passages of moves, none is near enough to a listed one.
      </p>
    );
  return (
    <ul className="plain sentences-list">
      {named.map((one) => (
        <li key={`${one.moveId} ${one.asWritten} ${one.party.listId}`}>
          <span className="sentence">
            <EvidenceMark
              address={addressOf.move(one.moveId)}
              evidence={[]}
              label={one.asWritten}
            />
            {` may be ${one.party.name} (${one.party.list}, ${one.party.programmes})`}
          </span>
          <span className="because">
            {one.score.toFixed(2)}: {one.because.join("; ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
