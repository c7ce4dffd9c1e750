import type {SectorPosturesBody} from "../api/index.ts";
import {apiPath} from "./ask-api.ts";
import {usePage} from "./page-context.ts";
import {ScrollRegion} from "./scroll-region.tsx";
import {signed} from "./shape/number-words.ts";

/** Where each state stands between two powers in each sector, in the newest month that says enough of both. */
export function SectorPlaces({
  body: {asOf, sources},
  pair: [a, b],
}: {
  readonly body: SectorPosturesBody;
  readonly pair: readonly [string, string];
}) {
  const {view, nameOf} = usePage();
  const isAsked = ({state}: {readonly state: string}) =>
    view.country === null || state === view.country;
  const found = sources.flatMap(({source, places, ranks}) => {
    const own = places.filter((one) => isAsked(one) && one.a === a && one.b === b);
    return own.length === 0 ? [] : [{source, places: own, ranks: ranks.filter(isAsked)}];
  });
  if (found.length === 0)
    return (
      <p className="missing">
        No sector has a month that says enough of {nameOf(a)} and {nameOf(b)} both, as known on{" "}
        {asOf}. More articles read, or event files imported, would fill it.
      </p>
    );
  return found.map(({source, places, ranks}) => {
    const title = `Places by sector, from ${source === "moves" ? "moves" : `the event files of ${source}`}`;
    return (
      <ScrollRegion key={source} className="wide" label={title}>
        <table className="figures">
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">state</th>
              <th scope="col">sector</th>
              <th scope="col">month</th>
              <th scope="col">tilt, 90 %</th>
              <th scope="col">reading</th>
              <th scope="col">chance of dual engagement</th>
              <th scope="col">counts behind it</th>
            </tr>
          </thead>
          <tbody>
            {places.map((one) => (
              <tr key={`${one.state} ${one.sector}`}>
                <th scope="row">{nameOf(one.state)}</th>
                <td>{one.sector}</td>
                <td>{one.period}</td>
                <td>
                  {signed(one.tilt.median, 2)} ({signed(one.tilt.low, 2)} to{" "}
                  {signed(one.tilt.high, 2)})
                </td>
                <td>{one.reading}</td>
                <td>
                  {[
                    ...one.dual.map(({bar, chance}) => `${chance.toFixed(2)} above ${bar}`),
                    `${one.dualUnderPrior.toFixed(2)} before any data`,
                  ].join(", ")}
                </td>
                <td>
                  {[a, b].map((power, at) => (
                    <span key={power}>
                      {at > 0 && ", "}
                      <a
                        href={apiPath("/api/measures/sector-cooperation", {
                          state: one.state,
                          power,
                          sector: one.sector,
                          asOf,
                        })}
                      >
                        {nameOf(power)}
                      </a>
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {ranks.length > 0 && (
          <p className="note">
            Over all weightings of the sectors:{" "}
            {ranks
              .map(
                ({state, power, rank}) =>
                  `${nameOf(state)}, ${nameOf(power)} ${rank.median} (${rank.low} to ${rank.high})`,
              )
              .join("; ")}
            .
          </p>
        )}
      </ScrollRegion>
    );
  });
}
