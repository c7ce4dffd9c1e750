import {quantile, resampleGroups, seedOf, wilsonInterval} from "../math/index.ts";
import type {StateCode, VoteChoice} from "../world/index.ts";
import {stateOf} from "../world/index.ts";
import type {Ballot} from "./ballots-of.ts";
import type {Window} from "./five-year-windows.ts";
import type {Known} from "./gather-known.ts";
import type {Partner} from "./partner.ts";

/** What a state can do when two powers oppose one another: one votes yes, the other no. */
export const sides = ["with A", "with B", "abstain", "absent"] as const;
export type Side = (typeof sides)[number];
type BySide<Value> = Readonly<Record<Side, Value>>;

export interface Poles {
  readonly state: StateCode;
  readonly a: Partner;
  readonly b: Partner;
}

/** A side's share, that of others of the region on the same votes, and the 90 % interval of the one less the other. */
export interface BeyondRegion {
  readonly own: number;
  readonly around: number;
  readonly low: number;
  readonly high: number;
}

/** How a state's votes split in a window, over the votes on which the two powers opposed one another. */
export interface VoteSplit extends Window {
  /** Recorded votes of the window. */
  readonly votes: number;
  readonly opposed: readonly Ballot[];
  readonly counts: BySide<number>;
  /** 90 % interval of each side's share. */
  readonly intervals: BySide<{readonly low: number; readonly high: number}>;
  /** Worked out when asked for; null where no other state of the region voted. */
  beyondRegion(): BySide<BeyondRegion> | null;
  /** Mean share of the other states of the region, and how many they are. */
  readonly region: {
    readonly name: string;
    readonly states: number;
    readonly shares: BySide<number>;
  };
}

/** Draws of the bootstrap: enough for a 90 % interval told in whole per cent. */
export const draws = 200;

/** Splits a window's votes; the interval comes from resampling families of resolutions of one title. */
export function splitVotes(
  known: Known,
  window: Window,
  ballots: readonly Ballot[],
  {state, a, b}: Poles,
): VoteSplit {
  const within = ballots.filter(({year}) => year >= window.from && year <= window.to);
  const opposed = within.filter(
    (ballot) => ballot.votes.has(state) && oppose(ballot.standOf(a), ballot.standOf(b)),
  );
  const neighbours = neighboursOf(known, {state, a, b});
  /** How often each side was taken by one of them, family by family; several share a vote between them. */
  const byFamily = (voters: readonly StateCode[]): number[][] => {
    const families = new Map<string, number[]>();
    for (const ballot of opposed) {
      const family = families.get(ballot.family) ?? sides.map(() => 0);
      families.set(ballot.family, family);
      const present = voters.filter((one) => ballot.votes.has(one));
      for (const one of present) {
        const at = sides.indexOf(sideOf(ballot.votes.get(one), ballot.standOf(a)));
        family[at] = (family[at] as number) + 1 / present.length;
      }
    }
    return [...families.values()];
  };
  const groups = byFamily([state]);
  const counts = sumsOf(groups);
  // The seed names the two powers in one order, so that swapping them gives the same draws.
  const seed = seedOf(state, ...[a.id, b.id].sort(), window.period, opposed.length);
  const drawn = resampleGroups(groups, draws, seed);
  return {
    ...window,
    votes: within.length,
    opposed,
    counts,
    intervals: bySide((side, at) => {
      // Where all votes fell alike resampling has no width; then each family counts as one trial.
      if (counts[side] === 0) return wilsonInterval(0, groups.length);
      if (counts[side] === opposed.length) return wilsonInterval(groups.length, groups.length);
      return middle(drawn[at] as Float64Array);
    }),
    beyondRegion: () => {
      const groupsAround = byFamily(neighbours);
      const countsAround = sumsOf(groupsAround);
      const around = sides.reduce((sum, side) => sum + countsAround[side], 0);
      if (around === 0) return null;
      // The same seed draws the same families for both.
      const drawnAround = resampleGroups(groupsAround, draws, seed);
      return bySide((side, at) => ({
        own: counts[side] / opposed.length,
        around: countsAround[side] / around,
        ...middle(
          (drawn[at] as Float64Array).map(
            (share, draw) => share - ((drawnAround[at] as Float64Array)[draw] as number),
          ),
        ),
      }));
    },
    region: splitRegion(known, opposed, neighbours, {state, a}),
  };
}

function sumsOf(groups: readonly (readonly number[])[]): BySide<number> {
  return bySide((_, at) => groups.reduce((sum, family) => sum + (family[at] as number), 0));
}

/** The 90 % of draws in the middle. */
export function middle(drawn: Float64Array): {low: number; high: number} {
  const sorted = drawn.slice().sort();
  return {low: quantile(sorted, 0.05), high: quantile(sorted, 0.95)};
}

function bySide<Value>(of: (side: Side, at: number) => Value): BySide<Value> {
  return Object.fromEntries(sides.map((side, at) => [side, of(side, at)])) as BySide<Value>;
}

function oppose(a: VoteChoice | null, b: VoteChoice | null): boolean {
  return (a === "yes" && b === "no") || (a === "no" && b === "yes");
}

/** On a vote where the two oppose, who did not choose A's side chose B's. */
function sideOf(choice: VoteChoice | undefined, standOfA: VoteChoice | null): Side {
  if (choice === "yes" || choice === "no") return choice === standOfA ? "with A" : "with B";
  return choice === "abstain" ? "abstain" : "absent";
}

/** The other states of the state's region, without the two powers. */
function neighboursOf(known: Known, {state, a, b}: Poles): readonly StateCode[] {
  const name = stateOf(known.reference, state)?.region ?? "";
  return known.reference.states
    .filter(({code, region}) => region === name && ![state, a.id, b.id].includes(code))
    .map(({code}) => code);
}

function splitRegion(
  known: Known,
  opposed: readonly Ballot[],
  neighbours: readonly StateCode[],
  {state, a}: Pick<Poles, "state" | "a">,
): VoteSplit["region"] {
  const shares = {"with A": 0, "with B": 0, abstain: 0, absent: 0};
  let states = 0;
  for (const code of neighbours) {
    const listed = opposed.filter(({votes}) => votes.has(code));
    if (listed.length > 0) states += 1;
    for (const ballot of listed)
      shares[sideOf(ballot.votes.get(code), ballot.standOf(a))] += 1 / listed.length;
  }
  return {
    name: stateOf(known.reference, state)?.region ?? "",
    states,
    shares: bySide((side) => shares[side] / Math.max(1, states)),
  };
}
