import type {ReactNode} from "react";
import type {ChangeBody, MonthsMoved, Moved} from "../api/index.ts";
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
      <SeriesList
        items={shown}
        told={({announced}) => (announced ? "told as a change" : "not told")}
        said={({direction, lately, counts}) =>
          `a ${direction} in ${lately} (${eventsOf(counts)} events)`
        }
      >
        {(one) => <YearsBecause one={one} />}
      </SeriesList>
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
      <SeriesList
        items={shown}
        told={({announced, isNew}) =>
          isNew ? "new this month" : announced ? "told as a change" : "not told"
        }
        said={({direction, month, counts}) =>
          `a ${direction} within the year to ${month} (${eventsOf(counts)} events, month by month)`
        }
      >
        {({likeliest}) => (
          <span className="because">
            Likeliest month of a change: {likeliest.month}, {percent(likeliest.chance)} by the
            world's volume alone.
          </span>
        )}
      </SeriesList>
    </>
  );
}

const percent = (chance: number) => `${Math.round(100 * chance)} %`;
const eventsOf = (counts: readonly {readonly events: number}[]) =>
  counts.map(({events}) => events).join(", ");

interface SeriesListProps<One> {
  readonly items: readonly One[];
  /** Whether it is told as news, in words. */
  readonly told: (one: One) => string;
  /** What happened, in words. */
  readonly said: (one: One) => string;
  /** What speaks for it. */
  readonly children: (one: One) => ReactNode;
}

/** Series of pairs, a line each: how sure it is, what moved between whom, and because of what. */
function SeriesList<One extends Pick<Moved, "state" | "partner" | "kind" | "chance">>({
  items,
  told,
  said,
  children,
}: SeriesListProps<One>) {
  const {nameOf} = usePage();
  return (
    <LongList
      items={items}
      first={first}
      word="series"
      words="series"
      keyOf={({state, partner, kind}) => `${state} ${partner} ${kind}`}
      className="plain sentences-list"
    >
      {(one) => (
        <>
          <span className="lead">
            {percent(one.chance)} · {told(one)}
          </span>
          <span className="sentence">
            {one.kind === "cooperation" ? "Co-operation" : "Conflict"} between{" "}
            <PairLink state={one.state} power={one.partner} className="party">
              {nameOf(one.state)} and {nameOf(one.partner)}
            </PairLink>
            : {said(one)}
          </span>
          {children(one)}
        </>
      )}
    </LongList>
  );
}

function YearsBecause({one: {trend, trendTold, likeliest}}: {readonly one: Moved}) {
  return (
    <>
      <span className="because">
        {trend.kind === "gap"
          ? `No trend: ${trend.why}.`
          : `Trend ${signed(trend.value, 1)} % a year (${intervalWords(trend) ?? trend.intervalNote})${trendTold ? "" : ", not told from none"}.`}{" "}
        Likeliest year of a change: {likeliest.year}, {percent(likeliest.chance)} by the world's
        volume alone.
      </span>
      {trend.kind === "measured" &&
        trend.evidence.map((evidence, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the evidence of a figure never changes its order.
          <EvidenceItem key={at} evidence={evidence} startsOpen={false} />
        ))}
    </>
  );
}
