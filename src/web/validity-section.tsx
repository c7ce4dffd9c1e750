import type {ValidityBody} from "../api/index.ts";
import {askIdealPoints, askValidity} from "./ask-api.ts";
import {Asked} from "./asked.tsx";
import {CorrelationBar} from "./charts/correlation-bar.tsx";
import {FoundingClaims} from "./founding-claims.tsx";
import {IdealPoints} from "./ideal-points.tsx";
import {usePage} from "./page-context.ts";
import {PageSection} from "./page-section.tsx";
import {RankStabilityTable} from "./rank-stability.tsx";
import {ScrollRegion} from "./scroll-region.tsx";
import {signed} from "./shape/number-words.ts";
import {WhenNear} from "./when-near.tsx";

/** What our axes go along with and what not, and where states stand on the axis of others. */
export function ValiditySection() {
  const {answer} = usePage();
  return (
    <PageSection
      id="validity"
      title="Validity"
      aside={
        <>
          <p>
            A figure that is called engagement or leaning must go along with what others measure of
            the same, over all states. Each is a rank correlation, the mean of the years, with 90 %
            from a bootstrap over states.
          </p>
          <p>
            Only the co-operative share is read as leaning. Volume is attention, not alignment. The
            events are ICEWS dyad-years 2002 to 2014.
          </p>
          <p>
            A claim is contradicted only by a figure of now that counts the whole of what the text
            states to be so. Older figures make it stale; what leaves it open does not test it.
          </p>
        </>
      }
    >
      <WhenNear>
        <Asked name="validity" ask={askValidity} asOf={answer.asOf}>
          {(body) => (
            <>
              <Correlations body={body} />
              <section className="plate" aria-labelledby="stability-title">
                <h3 id="stability-title">Whether the powers keep their ranks without a source</h3>
                <RankStabilityTable body={body} />
              </section>
              <section className="plate" aria-labelledby="founding-title">
                <h3 id="founding-title">What the figures say of the founding text's claims</h3>
                <FoundingClaims body={body} />
              </section>
            </>
          )}
        </Asked>
        <section className="plate" aria-labelledby="points-title">
          <h3 id="points-title">Where states stand in the votes of the General Assembly</h3>
          <Asked name="ideal points" ask={askIdealPoints} asOf={answer.asOf}>
            {(body) => <IdealPoints body={body} />}
          </Asked>
        </section>
      </WhenNear>
    </PageSection>
  );
}

function Correlations({body}: {readonly body: ValidityBody}) {
  const {nameOf} = usePage();
  if (body.found.length === 0)
    return (
      <p className="missing">
        No typed event counts were known on {body.asOf}: nothing can be compared. The dataset
        icews-pairs, or a later day, would tell.
      </p>
    );
  return (
    <>
      {body.survival.map(({poles: [a, b], weighted, says}) => (
        <p key={`${a} ${b}`}>
          Does valence survive without a scale that weighs events, as Goldstein's does? Between{" "}
          {nameOf(a)} and {nameOf(b)}: {says}{" "}
          <span className="note">
            Rank correlation of the share with the mean on Goldstein's scale:{" "}
            {signed(weighted.spearman, 2)} ({signed(weighted.low, 2)} to {signed(weighted.high, 2)},{" "}
            {weighted.states} states, {weighted.years} years).
          </span>
        </p>
      ))}
      {body.poles.map(([a, b]) => (
        <Poles key={`${a} ${b}`} body={body} a={a} b={b} />
      ))}
      <details className="behind">
        <summary>What is held against what</summary>
        <dl className="facts">
          {[...Object.entries(body.axes), ...Object.entries(body.yardsticks)].map(
            ([name, meaning]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{meaning}</dd>
              </div>
            ),
          )}
        </dl>
      </details>
    </>
  );
}

function Poles({
  body,
  a,
  b,
}: {
  readonly body: ValidityBody;
  readonly a: string;
  readonly b: string;
}) {
  const {nameOf} = usePage();
  const title = `Between ${nameOf(a)} and ${nameOf(b)}`;
  const found = body.found.filter(({poles}) => poles[0] === a && poles[1] === b);
  return (
    <ScrollRegion className="wide" label={title}>
      <table className="figures validity">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">against</th>
            <th scope="col" className="number">
              correlation
            </th>
            <th scope="col">90 %</th>
            <th scope="col">
              <span className="unseen">drawn</span>
            </th>
            <th scope="col">says</th>
            <th scope="col" className="number">
              states × years
            </th>
          </tr>
        </thead>
        {Object.keys(body.axes).map((axis) => (
          <tbody key={axis}>
            <tr className="group">
              <th scope="rowgroup" colSpan={6}>
                {axis}
              </th>
            </tr>
            {found
              .filter((one) => one.axis === axis)
              .map((one) => (
                <tr key={one.yardstick}>
                  <th scope="row">{one.yardstick}</th>
                  <td className="number">{signed(one.spearman, 2)}</td>
                  <td>
                    {signed(one.low, 2)} to {signed(one.high, 2)}
                  </td>
                  <td className="drawn">
                    <CorrelationBar one={one} />
                  </td>
                  <td>{one.says}</td>
                  <td className="number">
                    {one.states} × {one.years}
                  </td>
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  );
}
