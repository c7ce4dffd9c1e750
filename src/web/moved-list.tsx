import type {ChangeBody, MonthsMoved, Moved, MovedMonth} from "../api/index.ts";
import {LongList} from "./long-list.tsx";
import {usePage} from "./page-context.ts";
import {PairLink} from "./pair-link.tsx";
import {EvidenceItem} from "./pane/evidence-item.tsx";
import {intervalWords, signed} from "./shape/number-words.ts";

/** Pairs that stand there before the reader asks for more. */
const first = 5;

/** What moved lately between the watched states and the powers, the surest first; told as news only where it is sure. */
export function MovedList({body}: {readonly body: ChangeBody}) {
  return (
    <>
      <MovedYears body={body} />
      {body.months.map((one) => (
        <MovedMonths key={one.source} body={one} />
      ))}
    </>
  );
}

/** Whether a pair is among those that the reader has chosen. */
function useChosen() {
  const {view} = usePage();
  return ({state, partner}: Pick<Moved, "state" | "partner">) =>
    (view.country === null || state === view.country) &&
    (view.partner === null || partner === view.partner);
}

function MovedYears({body: {asOf, moved}}: {readonly body: ChangeBody}) {
  const shown = moved.filter(useChosen());
  if (shown.length === 0)
    return (
      <p className="missing">
        No pair of this choice has typed event counts of enough years as known on {asOf}.
      </p>
    );
  const sure = shown.filter(({announced}) => announced).length;
  return (
    <>
      <p className="note">
        {sure === 0
          ? `Nothing is sure enough to be told as a change in ${shown[0]?.lately}.`
          : `${sure} of ${shown.length} are sure enough to be told as a change.`}{" "}
        The chance is that a level rose by half or fell by a third at least, seen against the
        world's volume and against all else the two did.
      </p>
      <LongList
        items={shown}
        first={first}
        word="series"
        words="series"
        keyOf={({state, partner, kind}) => `${state} ${partner} ${kind}`}
        className="plain sentences-list"
      >
        {(one) => <MovedLine one={one} />}
      </LongList>
    </>
  );
}

/** What moved by the last month of one source of coded events. */
function MovedMonths({body: {source, series, moved}}: {readonly body: MonthsMoved}) {
  const shown = moved.filter(useChosen());
  const [one] = shown;
  const from = source === "moves" ? "the articles that were read" : source;
  if (one === undefined)
    return (
      <p className="missing">
        By month, from {from}: fewer than two years are covered, or nothing was coded of this
        choice.
      </p>
    );
  const fresh = shown.filter(({isNew}) => isNew).length;
  const sure = shown.filter(({announced}) => announced).length;
  return (
    <>
      <h4>
        What moved this month: {one.month}, from {from}
      </h4>
      <p className="note">
        {fresh === 0 ? "Nothing is new this month" : `${fresh} new this month`}; {sure} of{" "}
        {shown.length} are sure enough to be told as a change within the last year.
        {series > moved.length &&
          ` Of ${series} series the ${moved.length} are looked at whose last year differs most from before.`}
      </p>
      <LongList
        items={shown}
        first={first}
        word="series"
        words="series"
        keyOf={({state, partner, kind}) => `${source} ${state} ${partner} ${kind}`}
        className="plain sentences-list"
      >
        {(line) => <MonthLine one={line} />}
      </LongList>
    </>
  );
}

function MonthLine({one}: {readonly one: MovedMonth}) {
  const {nameOf} = usePage();
  const {state, partner, kind, direction, chance, announced, isNew, likeliest} = one;
  return (
    <>
      <span className="lead">
        {Math.round(100 * chance)} %{" "}
        {isNew ? "· new this month" : announced ? "· told as a change" : "· not told"}
      </span>
      <span className="sentence">
        {kind === "cooperation" ? "Co-operation" : "Conflict"} between{" "}
        <PairLink state={state} power={partner} className="party">
          {nameOf(state)} and {nameOf(partner)}
        </PairLink>
        : a {direction} within the year to {one.month} (
        {one.counts.map(({events}) => events).join(", ")} events, month by month)
      </span>
      <span className="because">
        Likeliest month of a change: {likeliest.month}, {Math.round(100 * likeliest.chance)} % by
        the world's volume alone.
      </span>
    </>
  );
}

function MovedLine({one}: {readonly one: Moved}) {
  const {nameOf} = usePage();
  const {state, partner, kind, direction, lately, chance, announced, trend, trendTold} = one;
  const counts = one.counts.map(({events}) => events).join(", ");
  return (
    <>
      <span className="lead">
        {Math.round(100 * chance)} % {announced ? "· told as a change" : "· not told"}
      </span>
      <span className="sentence">
        {kind === "cooperation" ? "Co-operation" : "Conflict"} between{" "}
        <PairLink state={state} power={partner} className="party">
          {nameOf(state)} and {nameOf(partner)}
        </PairLink>
        : a {direction} in {lately} ({counts} events)
      </span>
      <span className="because">
        {trend.kind === "gap"
          ? `No trend: ${trend.why}.`
          : `Trend ${signed(trend.value, 1)} % a year (${intervalWords(trend) ?? trend.intervalNote})${trendTold ? "" : ", not told from none"}.`}{" "}
        Likeliest year of a change: {one.likeliest.year}, {Math.round(100 * one.likeliest.chance)} %
        by the world's volume alone.
      </span>
      {trend.kind === "measured" &&
        trend.evidence.map((evidence, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the evidence of a figure never changes its order.
          <EvidenceItem key={at} evidence={evidence} startsOpen={false} />
        ))}
    </>
  );
}
