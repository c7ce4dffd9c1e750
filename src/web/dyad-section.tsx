import type {DyadBody} from "../api/index.ts";
import {askChange, askDyad, askMemberships} from "./ask-api.ts";
import {Asked} from "./asked.tsx";
import {DyadAxis, DyadMovesChart} from "./charts/dyad-row.tsx";
import {DyadRowLine} from "./dyad-row-line.tsx";
import {EvidenceMark} from "./evidence-mark.tsx";
import {LongList} from "./long-list.tsx";
import {MembershipsPlate} from "./memberships-plate.tsx";
import {MovedList} from "./moved-list.tsx";
import {usePage} from "./page-context.ts";
import {PageSection} from "./page-section.tsx";
import {addressOf} from "./shape/cell-address.ts";
import {dyadYears} from "./shape/dyad-places.ts";
import {counted} from "./shape/number-words.ts";
import {hueClass} from "./shape/power-hues.ts";
import {timelineLanes} from "./shape/timeline-lanes.ts";
import {changeView} from "./use-view.ts";
import {WhenNear} from "./when-near.tsx";

/** Series of a lane that stand there before the reader asks for more. */
const first = 4;

/** Two sides: their moves, and all that is measured between them, on one axis of time. */
export function DyadSection() {
  const {answer, view, nameOf} = usePage();
  const {states, powers, optionalPowers, aggregates} = answer.watch;
  const partners = [...powers, ...optionalPowers, ...aggregates];
  const [state = "", power = ""] = view.dyad ?? [
    view.country ?? states[0],
    view.partner ?? powers[0],
  ];
  const followed = states.includes(state) && partners.includes(power);
  return (
    <PageSection
      id="dyad"
      title={`${nameOf(state)} and ${nameOf(power)}`}
      aside={
        <>
          <p>
            All rows share one axis of time. The pale band is the interval; a window of years is a
            bar; a grey foot is a period of which nothing is known. Press a figure, or open the
            table of a row, for its evidence.
          </p>
          <p>
            Bars in the rows of co-operation and conflict are the chance that the level changed at
            the start of that year. A change is called one only from 92 % on, and if it rose by half
            or fell by a third at least.
          </p>
        </>
      }
    >
      <form className="looking" aria-label="Two sides" onSubmit={(event) => event.preventDefault()}>
        <Side
          id="dyad-state"
          label="State"
          values={states}
          chosen={state}
          onChoose={(one) => [one, power]}
        />
        <Side
          id="dyad-power"
          label="Power"
          values={partners}
          chosen={power}
          onChoose={(one) => [state, one]}
        />
      </form>
      {followed ? (
        <WhenNear>
          <Asked
            key={`${state} ${power}`}
            name={`series of ${nameOf(state)} and ${nameOf(power)}`}
            ask={(asOf) => askDyad(state, power, asOf)}
            asOf={answer.asOf}
          >
            {(body) => <Lanes body={body} />}
          </Asked>
        </WhenNear>
      ) : (
        <p className="missing">
          This watch does not follow {nameOf(state)} towards {nameOf(power)}: nothing was measured
          of the two. Another watch would follow them.
        </p>
      )}
      {followed && (
        <section className="plate" aria-labelledby="memberships-title">
          <h3 id="memberships-title">What they belong to, and since when</h3>
          <WhenNear>
            <Asked name="memberships" ask={askMemberships} asOf={answer.asOf}>
              {(body) => <MembershipsPlate body={body} state={state} power={power} />}
            </Asked>
          </WhenNear>
        </section>
      )}
      <section className="plate" aria-labelledby="moved-title">
        <h3 id="moved-title">What moved lately, over all pairs</h3>
        <WhenNear>
          <Asked name="changes" ask={askChange} asOf={answer.asOf}>
            {(body) => <MovedList body={body} />}
          </Asked>
        </WhenNear>
      </section>
    </PageSection>
  );
}

function Side({
  id,
  label,
  values,
  chosen,
  onChoose,
}: {
  readonly id: string;
  readonly label: string;
  readonly values: readonly string[];
  readonly chosen: string;
  readonly onChoose: (value: string) => readonly [string, string];
}) {
  const {nameOf} = usePage();
  return (
    <span className="choice">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={chosen}
        onChange={(event) => changeView({dyad: onChoose(event.currentTarget.value)})}
      >
        {!values.includes(chosen) && <option value={chosen}>{nameOf(chosen)}</option>}
        {values.map((value) => (
          <option key={value} value={value}>
            {nameOf(value)}
          </option>
        ))}
      </select>
    </span>
  );
}

function Lanes({body}: {readonly body: DyadBody}) {
  const {answer} = usePage();
  const {state, power, lanes} = body;
  const timeline = timelineLanes(answer, {country: state, partner: power, sector: null});
  const years = dyadYears(lanes, timeline.from, answer.asOf);
  const className = hueClass(answer.watch, power);
  return (
    <div className="dyad">
      <Moves body={body} years={years} />
      {lanes.length === 0 && (
        <p className="missing">Nothing measured of the two was known on {body.asOf}.</p>
      )}
      {lanes.map(({lane, rows}) => (
        <section key={lane} aria-label={`${lane}, series`}>
          <LaneHead title={lane} years={years} />
          <LongList
            items={rows}
            first={first}
            word="series"
            words="series"
            keyOf={({series}) => series.id}
          >
            {(row) => <DyadRowLine row={row} years={years} className={className} />}
          </LongList>
        </section>
      ))}
    </div>
  );
}

function LaneHead({
  title,
  years,
}: {
  readonly title: string;
  readonly years: readonly [number, number];
}) {
  return (
    <div className="dyad-line dyad-head">
      <h3>{title}</h3>
      <DyadAxis years={years} />
    </div>
  );
}

/** Moves between the two, sector by sector; each stands with its sentence in the table of moves. */
function Moves({
  body,
  years,
}: {
  readonly body: DyadBody;
  readonly years: readonly [number, number];
}) {
  const {answer} = usePage();
  const {state, power} = body;
  const {lanes, earlier, undated} = timelineLanes(answer, {
    country: state,
    partner: power,
    sector: null,
  });
  const rows = lanes.map(({sector, strips}) => {
    const ticks = strips
      .flatMap((strip) => strip.ticks)
      .filter(({specimen}) => !specimen)
      .sort((a, b) => b.at - a.at);
    return {sector, ticks};
  });
  const beyond = [
    earlier > 0 && `${counted(earlier, "move")} before the axis begins`,
    undated > 0 && `${undated} undated`,
  ].filter(Boolean);
  return (
    <section aria-label="moves, by date">
      <LaneHead title="moves" years={years} />
      {rows.every(({ticks}) => ticks.length === 0) && (
        <p className="missing">No dated move of the two was known on {body.asOf}.</p>
      )}
      <ul className="plain">
        {rows
          .filter(({ticks}) => ticks.length > 0)
          .map(({sector, ticks: [newest, ...others]}) =>
            newest === undefined ? null : (
              <li key={sector} className="dyad-line">
                <p className="dyad-title sector">{sector}</p>
                <DyadMovesChart
                  title={`${sector}: moves by date`}
                  places={[newest, ...others]}
                  years={years}
                  className={hueClass(answer.watch, power)}
                />
                <p className="dyad-figure">
                  {counted(others.length + 1, "move")}; newest{" "}
                  <EvidenceMark
                    address={addressOf.move(newest.moveId)}
                    evidence={[]}
                    label={newest.yearOnly ? newest.day.slice(0, 4) : newest.day}
                  />
                </p>
              </li>
            ),
          )}
      </ul>
      {beyond.length > 0 && <p className="note">Besides: {beyond.join("; ")}.</p>}
    </section>
  );
}
