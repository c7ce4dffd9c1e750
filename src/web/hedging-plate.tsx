import type {HedgingBody, HedgingJudgement, HedgingSignal} from "../api/index.ts";
import {EvidenceMark} from "./evidence-mark.tsx";
import {usePage} from "./page-context.ts";
import {PartyName} from "./party-name.tsx";
import {ScrollRegion} from "./scroll-region.tsx";
import {addressOf} from "./shape/cell-address.ts";

/** What speaks for and against calling each state a hedger between two powers; a judgement, and never a figure. */
export function HedgingPlate({
  body: {asOf, hedging},
  pair,
}: {
  readonly body: HedgingBody;
  readonly pair: readonly [string, string];
}) {
  const {view, nameOf} = usePage();
  const found = hedging.filter(
    ({state, a, b}) =>
      pair.includes(a) && pair.includes(b) && (view.country === null || view.country === state),
  );
  if (found.length === 0)
    return (
      <p className="missing">
        Nobody is asked to choose between {nameOf(pair[0])} and {nameOf(pair[1])} as known on {asOf}
        : they stand in one camp, or the watch does not follow both.
      </p>
    );
  return found.map((one) => <Judged key={one.state} one={one} />);
}

function Judged({one: {state, a, b, reading, because, signals}}: {readonly one: HedgingJudgement}) {
  const {nameOf} = usePage();
  const title = `${nameOf(state)} between ${nameOf(a)} and ${nameOf(b)}`;
  const indicators = [...new Set(signals.map(({indicator}) => indicator))];
  return (
    <>
      <p>
        {title}: <strong>{reading}</strong>, a judgement. <span className="note">{because}.</span>
      </p>
      <ScrollRegion className="wide" label={`Indicators of hedging, ${title}`}>
        <table className="figures hedging">
          <caption className="unseen">Indicators of hedging, {title}</caption>
          <thead>
            <tr>
              <th scope="col">indicator</th>
              {[a, b].map((power) => (
                <th key={power} scope="col">
                  <PartyName party={power} beside={state} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {indicators.map((indicator) => (
              <tr key={indicator}>
                <th scope="row">{indicator}</th>
                {[a, b].map((power) => (
                  <Signal
                    key={power}
                    address={addressOf.hedging({state, a, b}, indicator, power)}
                    signal={signals.find(
                      (each) => each.indicator === indicator && each.power === power,
                    )}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

function Signal({
  address,
  signal,
}: {
  readonly address: string;
  readonly signal: HedgingSignal | undefined;
}) {
  if (signal === undefined) return <td />;
  const {says, text, evidence} = signal;
  return (
    <td className={typeof says === "string" ? undefined : "missing"}>
      {typeof says === "string" && (
        <>
          <strong>{says === "tie" ? "a tie" : "none"}</strong>{" "}
        </>
      )}
      <EvidenceMark address={address} evidence={evidence} label={text} />
    </td>
  );
}
