import type {
  Move,
  PartyId,
  Pledge,
  PledgeKind,
  PledgeStage,
  PledgeStanding,
  PledgeStep,
  Reference,
  RejectedPledge,
  Sector,
  StateCode,
  Track,
  TrackCard,
  Watch,
} from "../world/index.ts";
import {isGap} from "../world/index.ts";
import type {Gathered} from "./pledge-settler.ts";
import {pledgeId} from "./thread.ts";

/** A pledge as one watch sees it. */
export interface ListedPledge extends Pledge {
  /** Watched states in it, and the powers that they have it with, by themselves or through a member. */
  readonly states: readonly StateCode[];
  readonly partners: readonly PartyId[];
  /** Tracks on which it stands. */
  readonly tracks: readonly string[];
}

export interface PledgeList {
  readonly pledges: readonly ListedPledge[];
  readonly rejected: readonly RejectedPledge[];
  readonly tracks: readonly Track[];
}

/**
 * The pledges of a watch, the newest step first: those between a watched state and a power, and those on its tracks. A
 * track is the watch's where one of its rows names a watched state.
 */
export function listPledges(
  {pledges, rejected}: Omit<Gathered, "touched">,
  moves: readonly Move[],
  watch: Watch,
  reference: Reference,
): PledgeList {
  const watched = new Set(watch.states);
  const powersOf = powersByParty(watch, reference);
  const {tracks, rows} = reference.pledgeBook();
  const ours = tracks.filter(
    ({id, votes}) =>
      votes ||
      rows.some(
        ({track, by, to}) => track === id && [...by, ...to].some((one) => watched.has(one)),
      ),
  );
  const own = new Map(ours.map(({id}) => [id, ownPledges(id, rows)]));
  const sidesOf = ({by, to}: Pick<Pledge, "by" | "to">) => {
    const parties = [...by, ...to];
    const states = parties.filter((one) => watched.has(one));
    const others = parties.filter((one) => states.length !== 1 || one !== states[0]);
    const partners = [...new Set(others.flatMap((one) => powersOf.get(one) ?? []))];
    return {states, partners, isBetween: states.length > 0 && partners.length > 0};
  };
  const listed = pledges.flatMap((pledge): ListedPledge[] => {
    const {states, partners, isBetween} = sidesOf(pledge);
    const on = ours
      .filter((track) => own.get(track.id)?.has(pledge.id) || (isBetween && belongs(pledge, track)))
      .map(({id}) => id);
    if (!isBetween && on.length === 0) return [];
    return [{...pledge, states, partners, tracks: on}];
  });
  return {
    pledges: listed.sort(newestStepFirst),
    rejected: rejected.filter(
      (one) => sidesOf(one).isBetween || ours.some(({id}) => own.get(id)?.has(one.id)),
    ),
    tracks: ours.map(({id, title, note, votes}) => ({
      id,
      title,
      note,
      pledges: listed.filter((one) => one.tracks.includes(id)).map((one) => one.id),
      moves: votes ? moves.filter(({from}) => from === "vote").map((move) => move.id) : [],
      gaps: rows.flatMap(({track, gap}) => (track === id && gap !== null ? [gap] : [])),
    })),
  };
}

function ownPledges(track: string, rows: ReturnType<Reference["pledgeBook"]>["rows"]) {
  return new Set(rows.filter((row) => row.track === track).map(({pledge}) => pledgeId(pledge)));
}

function belongs({kind, text}: Pledge, {also}: TrackCard): boolean {
  return also.some((one) => one.kind === kind && one.words.some((word) => text.includes(word)));
}

/** Powers of the watch by the parties that speak for them: themselves, and whoever was ever a member. */
function powersByParty(
  watch: Watch,
  reference: Reference,
): ReadonlyMap<PartyId, readonly PartyId[]> {
  const powers = [...watch.powers, ...watch.optionalPowers];
  const by = new Map<PartyId, PartyId[]>(powers.map((power) => [power, [power]]));
  for (const {bloc, state, role} of reference.memberships) {
    if (role !== "member" || !powers.includes(bloc)) continue;
    const known = by.get(state) ?? [];
    if (!known.includes(bloc)) by.set(state, [...known, bloc]);
  }
  return by;
}

/** What a reader looks for; what is left out narrows nothing. */
export interface PledgeSearch {
  readonly state?: StateCode | undefined;
  readonly partner?: PartyId | undefined;
  readonly sector?: Sector | undefined;
  readonly stage?: PledgeStage | undefined;
  readonly standing?: PledgeStanding | undefined;
  readonly kind?: PledgeKind | undefined;
  readonly track?: string | undefined;
  readonly overdue?: boolean | undefined;
}

/** Those of a list that somebody looks for, in its order. */
export function choosePledges<One extends ListedPledge>(
  pledges: readonly One[],
  {state, partner, sector, stage, standing, kind, track, overdue}: PledgeSearch,
): One[] {
  return pledges.filter(
    (one) =>
      (state === undefined || one.states.includes(state)) &&
      (partner === undefined ||
        one.partners.includes(partner) ||
        [...one.by, ...one.to].includes(partner)) &&
      (sector === undefined || one.sectors.includes(sector)) &&
      (stage === undefined || one.stage === stage) &&
      (standing === undefined || one.standing === standing) &&
      (kind === undefined || one.kind === kind) &&
      (track === undefined || one.tracks.includes(track)) &&
      (overdue !== true || one.overdue !== null),
  );
}

/** The last dated step; `null` where none is dated. */
export function lastStep({steps}: Pick<Pledge, "steps">): PledgeStep | null {
  return steps.findLast(({when}) => !isGap(when)) ?? null;
}

function newestStepFirst(a: Pledge, b: Pledge): number {
  const [left, right] = [a, b].map((one) => String(lastStep(one)?.when ?? "")) as [string, string];
  if (left !== right) return left < right ? 1 : -1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
