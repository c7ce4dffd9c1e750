import type {AccessionPath, AccessionStep, MembershipsBody} from "../api/index.ts";
import {EvidenceMark} from "./evidence-mark.tsx";
import {usePage} from "./page-context.ts";
import {ScrollRegion} from "./scroll-region.tsx";
import {addressOf} from "./shape/cell-address.ts";
import {stepDay} from "./shape/when-words.ts";

/** How a state, and the power beside it, came to what they are to each organisation whose members are kept by date. */
export function MembershipsPlate({
  body: {asOf, paths},
  state,
  power,
}: {
  readonly body: MembershipsBody;
  readonly state: string;
  readonly power: string;
}) {
  const {nameOf} = usePage();
  const sides = [state, power].filter((side) => paths.some((path) => path.state === side));
  const organisations = [
    ...new Set(paths.filter((path) => path.state === state).map(({organisation}) => organisation)),
  ];
  if (organisations.length === 0)
    return (
      <p className="missing">
        No row of {nameOf(state)} was known on {asOf} in the table of memberships.
      </p>
    );
  const title = `Organisations, and how ${sides.map(nameOf).join(" and ")} came to what they are there`;
  return (
    <>
      <ScrollRegion className="wide" label={title}>
        <table className="figures memberships">
          <caption className="unseen">{title}</caption>
          <thead>
            <tr>
              <th scope="col">organisation</th>
              {sides.map((side) => (
                <th key={side} scope="col">
                  {nameOf(side)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {organisations.map((organisation) => (
              <tr key={organisation}>
                <th scope="row">{nameOf(organisation)}</th>
                {sides.map((side) => (
                  <td key={side}>
                    <Path
                      path={paths.find(
                        (path) => path.state === side && path.organisation === organisation,
                      )}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {sides.length === 1 && (
        <p className="note">
          {nameOf(power)} is no state: how many of its members belong stands in the row of
          organisations in common above.
        </p>
      )}
    </>
  );
}

const stepWords = ({role}: AccessionStep) => (role === "told" ? "on the way" : role);

/** What a state is to an organisation, and each dated step to it; a step opens its source. */
function Path({path}: {readonly path: AccessionPath | undefined}) {
  if (path === undefined) return <span className="missing">no row of it</span>;
  const {standing, steps, daysToMembership} = path;
  return (
    <>
      <strong>{standing}</strong>
      {steps.length === 1 && " since"}
      {steps.map((step, at) => (
        <span key={addressOf.path(path, at)}>
          {at === 0 ? " " : " → "}
          <EvidenceMark
            address={addressOf.path(path, at)}
            evidence={[step.evidence]}
            label={steps.length === 1 ? stepDay(step) : `${stepWords(step)} ${stepDay(step)}`}
          />
        </span>
      ))}
      {daysToMembership !== null && (
        <span className="interval">{daysToMembership} days to membership</span>
      )}
    </>
  );
}
