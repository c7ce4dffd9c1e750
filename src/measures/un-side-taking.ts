import {isOnUkraine} from "../ledger/index.ts";
import {quantile, resampleGroups, seedOf} from "../math/index.ts";
import type {Evidence, Gap, Measured, Series, StateCode, VoteChoice} from "../world/index.ts";
import {gap, stateOf} from "../world/index.ts";
import type {Ballot} from "./ballots.ts";
import {fiveYearWindows, type Window, windowOf} from "./five-year-windows.ts";
import type {Known, Partner} from "./known.ts";
import {inColumn, partnerInColumn} from "./reaches.ts";
import {figureOf, type Recipe, seriesOf} from "./series-of.ts";
import {tellShare} from "./tell-amount.ts";

const recipe: Recipe = {
  id: "un-side-taking",
  version: 1,
  unit: "share",
  sector: "diplomacy",
  needs: ["un-votes"],
};

/** What a state can do when two powers oppose one another: one votes yes, the other no. */
const sides = ["with A", "with B", "abstain", "absent"] as const;
export type Side = (typeof sides)[number];

/** Draws of the bootstrap: enough for a 90 % interval told in whole per cent. */
const draws = 200;

/** With whom a state votes when two powers oppose one another, by five-year window and by issue. */
export function unSideTaking(known: Known): Series[] {
  const ballots = known.ballots();
  const poles = known.partners.filter(({kind, optional}) => kind !== "aggregate" && !optional);
  const windows = fiveYearWindows(ballots.map(({year}) => year));
  const ukraine = new Set(known.book.rollCalls.filter(isOnUkraine).map(({recordId}) => recordId));
  const onIssue = ballots.filter(({recordId}) => ukraine.has(recordId));
  const since = windowOf(onIssue[0]?.year ?? 0, ballots.at(-1)?.year ?? 0);
  const issues = [
    {
      detail: "on-ukraine",
      words: " on Ukraine",
      ballots: onIssue,
      windows: onIssue.length === 0 ? [] : [since],
    },
    {
      detail: "elsewhere",
      words: " on anything but Ukraine",
      ballots: ballots.filter(({recordId}) => !ukraine.has(recordId)),
      windows: onIssue.length === 0 ? [] : [since],
    },
  ];
  return known.watch.states.flatMap((state) =>
    pairsOfPoles(poles, state).flatMap(([a, b]) => {
      const all = splitsOf(known, ballots, windows, {state, a, b});
      const byIssue = issues.map((issue) => ({
        ...issue,
        splits: splitsOf(known, issue.ballots, issue.windows, {state, a, b}),
      }));
      return [
        series(known, all, {state, a, b, side: "with A", detail: `against-${b.id}`, words: ""}),
        series(known, all, {state, a, b, side: "with B", detail: `against-${a.id}`, words: ""}),
        series(known, all, {
          state,
          a,
          b,
          side: "abstain",
          detail: `${a.id}-${b.id}-abstain`,
          words: "",
        }),
        series(known, all, {
          state,
          a,
          b,
          side: "absent",
          detail: `${a.id}-${b.id}-absent`,
          words: "",
        }),
        ...byIssue.flatMap(({detail, words, splits}) => [
          series(known, splits, {
            state,
            a,
            b,
            side: "with A",
            detail: `against-${b.id}-${detail}`,
            words,
          }),
          series(known, splits, {
            state,
            a,
            b,
            side: "with B",
            detail: `against-${a.id}-${detail}`,
            words,
          }),
        ]),
      ];
    }),
  );
}

function pairsOfPoles(poles: readonly Partner[], state: StateCode): [Partner, Partner][] {
  const others = poles.filter(({id}) => id !== state);
  return others.flatMap((a, at) => others.slice(at + 1).map((b): [Partner, Partner] => [a, b]));
}

interface Poles {
  readonly state: StateCode;
  readonly a: Partner;
  readonly b: Partner;
}

/** How a state's votes split in a window, over the votes on which the two powers opposed one another. */
interface Split extends Window {
  readonly opposed: readonly Ballot[];
  readonly all: readonly Ballot[];
  readonly counts: Readonly<Record<Side, number>>;
  /** 90 % interval of each side's share, by resampling families of resolutions. */
  readonly intervals: Readonly<Record<Side, {readonly low: number; readonly high: number}>>;
  /** Mean share of the other states of the region, and how many they are. */
  readonly region: {
    readonly name: string;
    readonly states: number;
    readonly shares: Record<Side, number>;
  };
}

function splitsOf(
  known: Known,
  ballots: readonly Ballot[],
  windows: readonly Window[],
  poles: Poles,
) {
  return windows.map((window) => {
    const all = ballots.filter(({year}) => year >= window.from && year <= window.to);
    return splitOf(known, window, all, poles);
  });
}

function splitOf(
  known: Known,
  window: Window,
  all: readonly Ballot[],
  {state, a, b}: Poles,
): Split {
  const opposed = all.filter(
    (ballot) => ballot.votes.has(state) && oppose(ballot.standOf(a), ballot.standOf(b)),
  );
  const families = new Map<string, number[]>();
  for (const ballot of opposed) {
    const family = families.get(ballot.family) ?? [0, 0, 0, 0];
    const at = sides.indexOf(sideOf(ballot.votes.get(state), ballot, a, b));
    family[at] = (family[at] as number) + 1;
    families.set(ballot.family, family);
  }
  // The seed names the two powers in one order, so that swapping them gives the same draws.
  const seed = seedOf(state, ...[a.id, b.id].sort(), window.period, opposed.length);
  const drawn = resampleGroups([...families.values()], draws, seed);
  return {
    ...window,
    opposed,
    all,
    counts: record((side) => countSide([...families.values()], side)),
    intervals: record((side) => {
      const sorted = [...(drawn[sides.indexOf(side)] ?? [0])].sort((x, y) => x - y);
      return {low: quantile(sorted, 0.05), high: quantile(sorted, 0.95)};
    }),
    region: regionOf(known, opposed, {state, a, b}),
  };
}

const record = <Value>(of: (side: Side) => Value) =>
  Object.fromEntries(sides.map((side) => [side, of(side)])) as Record<Side, Value>;

const countSide = (families: readonly number[][], side: Side) =>
  families.reduce((sum, family) => sum + (family[sides.indexOf(side)] as number), 0);

function oppose(a: VoteChoice | null, b: VoteChoice | null): boolean {
  return (a === "yes" && b === "no") || (a === "no" && b === "yes");
}

function sideOf(choice: VoteChoice | undefined, ballot: Ballot, a: Partner, b: Partner): Side {
  if (choice === "yes" || choice === "no")
    return choice === ballot.standOf(a)
      ? "with A"
      : choice === ballot.standOf(b)
        ? "with B"
        : "absent";
  return choice === "abstain" ? "abstain" : "absent";
}

function regionOf(known: Known, opposed: readonly Ballot[], {state, a, b}: Poles): Split["region"] {
  const name = stateOf(known.reference, state)?.region ?? "";
  const shares = record(() => 0);
  let states = 0;
  for (const {code, region} of known.reference.states) {
    if (region !== name || code === state || code === a.id || code === b.id) continue;
    const listed = opposed.filter(({votes}) => votes.has(code));
    if (listed.length === 0) continue;
    states += 1;
    for (const ballot of listed)
      shares[sideOf(ballot.votes.get(code), ballot, a, b)] += 1 / listed.length;
  }
  return {name, states, shares: record((side) => (states === 0 ? 0 : shares[side] / states))};
}

function series(
  known: Known,
  splits: readonly Split[],
  {state, a, b, side, detail, words}: Poles & {side: Side; detail: string; words: string},
): Series {
  const partner = side === "with A" ? a : side === "with B" ? b : null;
  const other = side === "with A" ? b : a;
  const does =
    partner !== null
      ? `votes with ${partner.name} where ${partner.name} and ${other.name} oppose one another`
      : `${side === "abstain" ? "abstains" : "casts no vote"} where ${a.name} and ${b.name} oppose one another`;
  return seriesOf(
    known,
    recipe,
    {
      state,
      partner,
      detail,
      title: `How often ${known.name(state)} ${does}${words}`,
      note: "Only UN votes on which one of the two votes yes and the other no; a bloc stands as most of its members voted. The share is of all such votes, abstentions and absences among them. On these votes most of the world is on one side, so read it beside the region's mean.",
    },
    () =>
      splits.map((split) => ({
        period: split.period,
        figure: figureOfSplit(known, split, {state, a, b, side, title: does}),
      })),
  );
}

function figureOfSplit(
  known: Known,
  {opposed, all, counts, intervals, region, period}: Split,
  {state, a, b, side, title}: Poles & {side: Side; title: string},
): Measured | Gap {
  const {name} = known;
  if (opposed.length === 0)
    return gap(
      `how often ${name(state)} ${title}, ${period}`,
      `on none of ${all.length} recorded votes were ${a.name} and ${b.name} on opposite sides`,
      "votes of other years",
    );
  const value = counts[side] / opposed.length;
  const mean =
    region.states === 0
      ? "no other state of the region voted"
      : `mean of ${region.states} other states of ${region.name}: ${tellShare(region.shares[side])}`;
  return figureOf(recipe, {
    value,
    interval: intervals[side],
    intervalNote: "90 %, bootstrap by families of resolutions of one title",
    coverage: `${opposed.length} of ${all.length} recorded votes; ${mean}`,
    vintage: opposed.at(-1)?.date ?? period,
    evidence: [evidenceOf(known, opposed, counts, {state, a, b, period})],
  });
}

/** A window's votes by their days; a short list by its records. */
const shortList = 40;

function evidenceOf(
  known: Known,
  opposed: readonly Ballot[],
  counts: Split["counts"],
  {state, a, b, period}: Poles & {period: string},
): Evidence {
  const last = opposed.at(-1) as Ballot;
  const first = opposed[0] as Ballot;
  const members = (partner: Partner) => partner.membersIn(last.year);
  const states = [...new Set([state, ...members(a), ...members(b)])];
  const short = opposed.length <= shortList;
  const within = short
    ? opposed
    : known.ballots().filter(({date}) => date >= first.date && date <= last.date);
  return {
    kind: "rows",
    dataset: "un-votes",
    where: [
      short
        ? {column: "record_id", in: opposed.map(({recordId}) => recordId)}
        : {column: "date", from: first.date, to: last.date},
      {column: "state", in: states},
    ],
    count: within.reduce((sum, {votes}) => sum + states.filter((one) => votes.has(one)).length, 0),
    quote: `${known.name(state)} on the ${opposed.length} votes of ${period} on which ${a.name} and ${b.name} opposed one another: ${counts["with A"]} with ${a.name}, ${counts["with B"]} with ${b.name}, ${counts.abstain} abstained, ${counts.absent} not voting.`,
    reaches: [
      inColumn(state, "state"),
      partnerInColumn(a, "state", members(a), String(last.year)),
      partnerInColumn(b, "state", members(b), String(last.year)),
    ],
    vintage: last.date,
  };
}
