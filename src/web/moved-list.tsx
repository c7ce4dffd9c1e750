import type {ChangeBody, Moved} from "../api/index.ts";
import {LongList} from "./long-list.tsx";
import {usePage} from "./page-context.ts";
import {PairLink} from "./pair-link.tsx";
import {EvidenceItem} from "./pane/evidence-item.tsx";
import {intervalWords, signed} from "./shape/number-words.ts";

/** Pairs that stand there before the reader asks for more. */
const first = 5;

/** What moved lately between the watched states and the powers, the surest first; told as news only where it is sure. */
export function MovedList({body: {asOf, moved}}: {readonly body: ChangeBody}) {
  const {view} = usePage();
  const shown = moved.filter(
    ({state, partner}) =>
      (view.country === null || state === view.country) &&
      (view.partner === null || partner === view.partner),
  );
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
