import {
  type Day,
  type Evidence,
  type Gap,
  gap,
  isGap,
  type Measured,
  type Move,
  membersOf,
  nameInText,
  type PartyId,
  type Reference,
  type Series,
  type StateCode,
  type Watch,
  yearOf,
} from "../world/index.ts";
import {watchedPairs} from "./gather-known.ts";
import {othersIn, type Partner} from "./partner.ts";
import {tellShare} from "./tell-amount.ts";

/** What the literature on hedging looks at; the first three are of security. */
export const hedgingIndicators = ["arms", "exercises", "access", "votes", "statements"] as const;
export type HedgingIndicator = (typeof hedgingIndicators)[number];
const security: readonly HedgingIndicator[] = ["arms", "exercises", "access"];

/** What an indicator says of a state's ties to one of two powers, and by what. */
export interface HedgingSignal {
  readonly indicator: HedgingIndicator;
  readonly power: PartyId;
  /** `none` is a recorded none; what nobody recorded is a gap. */
  readonly says: "tie" | "none" | Gap;
  readonly text: string;
  readonly evidence: readonly Evidence[];
}

/**
 * A reading of the indicators, for a person to accept or not; it is no measurement and has no number. `offsetting`: ties of
 * security to one power stand beside a tie to the other. `one-sided`: ties to one alone, and nothing unknown of the other's
 * security. `no ties`: none to either, all known.
 */
export interface HedgingJudgement {
  readonly state: StateCode;
  readonly a: PartyId;
  readonly b: PartyId;
  readonly basis: "judgement";
  readonly reading: "offsetting" | "one-sided" | "no ties" | "too little known";
  readonly because: string;
  readonly signals: readonly HedgingSignal[];
}

/** Security ties older than so many years say little of today: arms of two five-year windows. */
const lookBackYears = 10;

/** Less of what was delivered than this is no tie; our own choice, and the share stands beside. */
const leastShare = 0.05;

/** Beginnings of words that tell of an exercise, or of access for forces; our own choice. */
const words = {
  exercises: /\b(exercis|drill|manoeuvre|maneuver)/i,
  access:
    /\b(basing|military base|naval base|port call|port visit|overflight|logistics support|access for)/i,
} as const;

/** What hedging is judged from. */
export interface HedgingKnown {
  readonly series: readonly Series[];
  readonly moves: readonly Move[];
  readonly asOf: Day;
}

/** Each watched state between each two powers: indicator by indicator, each cited, with a reading that is a judgement. */
export function hedgingSignals(
  known: HedgingKnown,
  watch: Watch,
  reference: Reference,
): HedgingJudgement[] {
  const pairs = watchedPairs(watch, reference).filter(({partner}) => partner.kind !== "aggregate");
  return watch.states.flatMap((state) => {
    const powers = pairs.filter((pair) => pair.state === state).map(({partner}) => partner);
    return powers.flatMap((a, at) =>
      powers
        .slice(at + 1)
        .filter((b) => !standTogether(reference, a, b, known.asOf))
        .map((b) => judged({...known, reference, state}, a, b)),
    );
  });
}

/** Nobody hedges between two that stand in one camp: an aggregate, such as the West, holds most of each. */
function standTogether(reference: Reference, a: Partner, b: Partner, asOf: Day): boolean {
  const year = yearOf(asOf);
  return reference.blocs.some(({id, kind}) => {
    if (kind !== "aggregate") return false;
    const camp = new Set(membersOf(reference, id, asOf));
    return [a, b].every((power) => {
      const members = power.membersIn(year);
      return 2 * members.filter((one) => camp.has(one)).length > members.length;
    });
  });
}

interface Of extends HedgingKnown {
  readonly reference: Reference;
  readonly state: StateCode;
}

function judged(of: Of, a: Partner, b: Partner): HedgingJudgement {
  const signals = [
    [a, b],
    [b, a],
  ].flatMap(([power, other]) => signalsOf(of, power as Partner, other as Partner));
  return {
    state: of.state,
    a: a.id,
    b: b.id,
    basis: "judgement",
    ...readingOf(signals, a, b),
    signals,
  };
}

function signalsOf(of: Of, power: Partner, other: Partner): HedgingSignal[] {
  return [
    armsSignal(of, power),
    toldSignal(of, power, "exercises"),
    toldSignal(of, power, "access"),
    voteSignal(of, power, other),
    statementSignal(of, power),
  ];
}

const newest = (
  series: readonly Series[],
  id: string,
): {period: string; figure: Measured} | null => {
  for (const {id: found, points} of series) {
    if (found !== id) continue;
    const point = points.findLast(({figure}) => !isGap(figure));
    if (point !== undefined && !isGap(point.figure))
      return {period: point.period, figure: point.figure};
  }
  return null;
};

function unknown(
  {state, reference}: Of,
  {id, name}: Partner,
  indicator: HedgingIndicator,
  why: string,
  wouldFill: string,
): HedgingSignal {
  const what = `${indicator} of ${nameInText(reference, state)} with ${name}`;
  return {
    indicator,
    power: id,
    says: gap(what, why, wouldFill),
    text: `not known: ${why}`,
    evidence: [],
  };
}

function armsSignal(of: Of, power: Partner): HedgingSignal {
  const found = newest(of.series, `arms-stock-share/${of.state}/${power.id}`);
  const orders = movesWith(of, power).filter(({from}) => from === "arms");
  if (found === null && orders.length === 0)
    return unknown(of, power, "arms", "no register of arms was known", "the SIPRI register");
  const {value = 0, evidence = []} = found?.figure ?? {};
  return {
    indicator: "arms",
    power: power.id,
    says: value >= leastShare ? "tie" : "none",
    text: `${tellShare(value)} of arms delivered${found === null ? "" : ` in ${found.period}`}; ${orders.length} orders since ${sinceYear(of)}`,
    evidence: [...evidence, ...orders.slice(0, 3).flatMap((one) => one.evidence.slice(0, 1))],
  };
}

/** Exercises and access are told by texts and by tracks entered by hand; neither is a register, so that none is a gap. */
function toldSignal(of: Of, power: Partner, indicator: "exercises" | "access"): HedgingSignal {
  const told = movesWith(of, power).filter(
    ({mode, sectors, summary, from}) =>
      from === "article" &&
      mode === "done" &&
      sectors.includes("defence") &&
      words[indicator].test(summary),
  );
  const tracked = indicator === "exercises" ? trackedExercises(of, power) : [];
  if (told.length + tracked.length === 0)
    return unknown(
      of,
      power,
      indicator,
      `no text read and no track tells of one since ${sinceYear(of)}; nobody keeps a register of them`,
      "articles read, or a row of a track with its source",
    );
  const evidence = [...tracked, ...told.flatMap((one) => one.evidence.slice(0, 1))];
  return {
    indicator,
    power: power.id,
    says: "tie",
    text: evidence[0]?.quote ?? "",
    evidence,
  };
}

function trackedExercises({reference, state, asOf}: Of, power: Partner): Evidence[] {
  const year = yearOf(asOf);
  const members = new Set([power.id, ...othersIn(power, state, year)]);
  return reference.pledgeBook().rows.flatMap((row): Evidence[] => {
    const parties = [...row.by, ...row.to];
    const isTheirs = parties.includes(state) && parties.some((party) => members.has(party));
    const isDone = row.kind === "exercise" && row.stage === "delivered" && row.when !== null;
    if (!isTheirs || !isDone || row.when === null || row.when > asOf) return [];
    if (yearOf(row.when) < year - lookBackYears) return [];
    return [
      {
        kind: "reference",
        table: `tracks/${row.track}`,
        key: `row ${row.line}`,
        quote: row.text,
        source: row.source,
        reaches: parties.map((party) => ({party, how: "column", by: `by: ${party}`})),
      },
    ];
  });
}

/** All votes since the Assembly first voted on Ukraine: those on it, on which ASEAN parts, and the others. */
const ballots = [
  {id: "-on-ukraine", words: "on Ukraine"},
  {id: "-elsewhere", words: "elsewhere"},
] as const;

/**
 * A tie where, on votes on which the two oppose one another, the state votes with the one beyond doubt oftener than its region
 * does, on Ukraine or elsewhere: that most of the region votes so is no choice of its own.
 */
function voteSignal(of: Of, power: Partner, other: Partner): HedgingSignal {
  const leans = ballots.flatMap(({id, words: on}) => {
    const lean = newest(of.series, `un-side-lean/${of.state}/${power.id}/against-${other.id}${id}`);
    return lean === null ? [] : [{...lean, on}];
  });
  if (leans.length === 0)
    return unknown(
      of,
      power,
      "votes",
      `no recorded vote was known on which ${power.name} and ${other.name} opposed one another and the region voted`,
      "recorded votes",
    );
  return {
    indicator: "votes",
    power: power.id,
    says: leans.some(({figure}) => (figure.interval?.low ?? 0) > 0) ? "tie" : "none",
    text: leans
      .map(({on, period, figure}) => `with ${power.name} ${on} in ${period}: ${figure.coverage}`)
      .join("; "),
    evidence: leans.flatMap(({figure}) => figure.evidence),
  };
}

function statementSignal(of: Of, power: Partner): HedgingSignal {
  const said = movesWith(of, power).filter(
    ({from, type, sources}) =>
      from === "article" && sources.includes(of.state) && (type === "SUPPORT" || type === "ACCUSE"),
  );
  if (said.length === 0)
    return unknown(
      of,
      power,
      "statements",
      "no text read tells of support or blame",
      "statements of its government, read",
    );
  const support = said.filter(({type}) => type === "SUPPORT").length;
  return {
    indicator: "statements",
    power: power.id,
    says: 2 * support > said.length ? "tie" : "none",
    text: `${support} of support, ${said.length - support} of blame`,
    evidence: said.slice(0, 5).flatMap((one) => one.evidence.slice(0, 1)),
  };
}

const sinceYear = ({asOf}: Of) => yearOf(asOf) - lookBackYears;

/** Dated moves of the last years between the state and the power; specimens are no evidence. */
function movesWith(of: Of, power: Partner): Move[] {
  const members = new Set([power.id, ...othersIn(power, of.state, yearOf(of.asOf))]);
  return of.moves.filter(({sources, targets, when, specimen}) => {
    const parties = [...sources, ...targets];
    return (
      !specimen &&
      !isGap(when) &&
      yearOf(when) >= sinceYear(of) &&
      parties.includes(of.state) &&
      parties.some((party) => members.has(party))
    );
  });
}

function readingOf(
  signals: readonly HedgingSignal[],
  a: Partner,
  b: Partner,
): Pick<HedgingJudgement, "reading" | "because"> {
  const ties = (power: Partner, only: readonly HedgingIndicator[]) =>
    signals.filter(
      ({indicator, power: id, says}) =>
        id === power.id && says === "tie" && only.includes(indicator),
    );
  const told = (power: Partner) =>
    ties(power, hedgingIndicators)
      .map(({indicator}) => indicator)
      .join(", ") || "nothing";
  const head = `tied to ${a.name} by ${told(a)}; to ${b.name} by ${told(b)}`;
  const gaps = signals.filter(({says}) => isGap(says));
  const missing =
    gaps.length === 0
      ? ""
      : `; not known: ${gaps.map(({indicator, power}) => `${indicator} (${power})`).join(", ")}`;
  const because = `${head}${missing}`;
  const [anyA, anyB] = [a, b].map((power) => ties(power, hedgingIndicators).length > 0);
  const [secureA, secureB] = [a, b].map((power) => ties(power, security).length > 0);
  if ((secureA && anyB) || (secureB && anyA)) return {reading: "offsetting", because};
  const isOpen = gaps.some(({indicator}) => security.includes(indicator));
  if (isOpen) return {reading: "too little known", because};
  return {reading: anyA || anyB ? "one-sided" : "no ties", because};
}
