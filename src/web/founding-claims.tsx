import type {ClaimOnFigures, ValidityBody} from "../api/index.ts";
import {EvidenceMark} from "./evidence-mark.tsx";
import {usePage} from "./page-context.ts";
import {ScrollRegion} from "./scroll-region.tsx";
import {addressOf} from "./shape/cell-address.ts";
import {VerdictMark} from "./verdict-mark.tsx";

/** What our figures say of the founding text's claims, claim by claim and state by state. */
export function FoundingClaims({body: {asOf, claims}}: {readonly body: ValidityBody}) {
  const {answer, view, nameOf} = usePage();
  const states = answer.watch.states.filter(
    (state) =>
      (view.country === null || state === view.country) &&
      claims.some((one) => one.state === state),
  );
  if (states.length === 0)
    return <p className="missing">No state of this choice is in the watch as known on {asOf}.</p>;
  const title = "The founding text's claims";
  const distinct = claims.filter((one) => one.state === states[0]);
  return (
    <ScrollRegion className="wide" label={title}>
      <table className="figures founding">
        <caption className="unseen">{title}</caption>
        <thead>
          <tr>
            <th scope="col">claim</th>
            {states.map((state) => (
              <th key={state} scope="col">
                {nameOf(state)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {distinct.map(({claim, said, mode}, at) => (
            <tr key={claim}>
              <th scope="row">
                {claim}
                <span className="interval">
                  {mode === "stated" ? "The text says so" : "The text says it could be"}: “{said}”
                </span>
              </th>
              {states.map((state) => (
                <Found
                  key={state}
                  address={addressOf.founding(state, at)}
                  one={claims.filter((each) => each.state === state)[at]}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Found({
  address,
  one,
}: {
  readonly address: string;
  readonly one: ClaimOnFigures | undefined;
}) {
  if (one === undefined) return <td />;
  return (
    <td>
      <VerdictMark verdict={{verdict: one.verdict, kind: "assertion"}} />
      <span className="interval">{one.because}</span>
      {one.evidence.length > 0 && <EvidenceMark address={address} evidence={one.evidence} />}
    </td>
  );
}
