import type {
  Day,
  Evidence,
  Gap,
  Measured,
  PartyId,
  Pledge,
  PledgeKind,
  Reference,
  Sector,
  StateCode,
  Watch,
} from "../../world/index.ts";
import {isGap, sentence, yearOf} from "../../world/index.ts";
import {type Partner, partnerOf} from "../partner.ts";
import {inColumn, partnerInColumn, searchedFor} from "../reaches.ts";
import {keptWithin, medianYears, type PledgeSurvival, pledgeSurvival} from "./pledge-survival.ts";

/**
 * First year of the orders and signatures that are compared: the first whole year of the Russian Federation. The register
 * writes the Soviet Union under its code too.
 */
export const comparedSince = 1992;

/** What became of one kind of commitment, of one who has to act towards one or all. */
export interface PledgeRate {
  readonly id: string;
  readonly title: string;
  readonly kind: PledgeKind;
  readonly sector: Sector;
  /** Who has to act (of agreements: one side), and towards whom; `null`: anyone. */
  readonly by: PartyId | null;
  readonly to: PartyId | null;
  readonly keptIn5: Measured | Gap;
  readonly keptIn10: Measured | Gap;
  readonly medianYears: Measured | Gap;
  /** Until the first of it came; only of what comes in parts. */
  readonly medianYearsToFirst: Measured | Gap | null;
  readonly open: number;
  readonly overdue: number;
}

/** The same question about several, and what its figures are and are not. */
export interface PledgeRates {
  readonly since: number;
  readonly notes: readonly string[];
  readonly rates: readonly PledgeRate[];
  /** Kinds of which no rate is worked out, and why. */
  readonly unmeasured: readonly {
    readonly kind: PledgeKind;
    readonly title: string;
    readonly why: string;
  }[];
}

/** Rates of arms orders and agreements: of all, by power, by watched state, and of each with each. */
export function pledgeRates(
  pledges: readonly Pledge[],
  watch: Watch,
  reference: Reference,
): PledgeRates {
  const recent = pledges.filter(({opened}) => !isGap(opened) && yearOf(opened) >= comparedSince);
  const arms = recent.filter(
    ({kind, by, steps}) => kind === "arms-order" && isFromData(steps) && by.length === 1,
  );
  const agreements = recent.filter(({kind, steps}) => kind === "agreement" && isFromData(steps));
  const powers = watch.powers.map((power) => partnerOf(reference, power, false));
  const states = watch.states.map((state) => partnerOf(reference, state, false));
  const sides: readonly (readonly [Partner | null, Partner | null])[] = [
    [null, null],
    ...powers.map((power) => [power, null] as const),
    ...states.map((state) => [null, state] as const),
    ...states.flatMap((state) => powers.map((power) => [power, state] as const)),
  ];
  return {
    since: comparedSince,
    notes,
    rates: [
      ...sides.map(([by, to]) => armsRate(arms, by, to)),
      ...sides.map(([by, to]) => agreementRate(agreements, by, to)),
    ],
    unmeasured: [...reference.pledgeBook().rules.values()].flatMap(({kind, title, unmeasured}) =>
      unmeasured === null ? [] : [{kind, title, why: unmeasured}],
    ),
  };
}

const notes = [
  "Orders of major arms and trade agreements since 1992, of which our data tell promise and fulfilment alike; each kind stands in one sector (defence, trade).",
  "SIPRI's register takes cancelled orders out and cuts a number ordered to what came, so its share delivered is near one by construction: it says how long delivery takes, and little of whether it comes.",
  "Dates known by their year count whole years. A power that sells other things to other buyers is compared as it is: weapons differ in how long they take.",
];

/** Rows of a dataset, as people judged them, and no track entered by hand, which is no sample of anything. */
function isFromData(steps: Pledge["steps"]): boolean {
  return steps.every(({evidence}) =>
    evidence.every(({kind}) => kind === "rows" || kind === "judgement"),
  );
}

function armsRate(all: readonly Pledge[], by: Partner | null, to: Partner | null): PledgeRate {
  const own = all.filter((one) => isOf(to, one.to, one.opened) && isOf(by, one.by, one.opened));
  return rateOf("arms-order", "defence", own, by, to, {
    title: `Arms orders${to === null ? "" : ` of ${to.name}`}${by === null ? "" : ` from ${by.name}`}`,
    evidence: armsEvidence(own, by, to),
    comesInParts: true,
  });
}

function agreementRate(all: readonly Pledge[], by: Partner | null, to: Partner | null): PledgeRate {
  const own = all.filter((one) => isOf(to, one.by, one.opened) && isOf(by, one.by, one.opened));
  const sides = [by, to].flatMap((side) => (side === null ? [] : [side.name]));
  return rateOf("agreement", "trade", own, by, to, {
    title: `Trade agreements${sides.length === 0 ? "" : ` of ${sides.join(" with ")}`}`,
    evidence: agreementEvidence(own, by, to),
    comesInParts: false,
  });
}

/** Whether one of the parties is the side, or belonged to it in the year. */
function isOf(side: Partner | null, parties: readonly PartyId[], opened: Day | Gap): boolean {
  if (side === null) return true;
  if (parties.includes(side.id)) return true;
  if (side.kind === "state" || isGap(opened)) return false;
  const members = side.membersIn(yearOf(opened));
  return parties.some((party) => members.includes(party));
}

function rateOf(
  kind: PledgeKind,
  sector: Sector,
  own: readonly Pledge[],
  by: Partner | null,
  to: Partner | null,
  {title, evidence, comesInParts}: {title: string; evidence: Evidence; comesInParts: boolean},
): PledgeRate {
  const whole = pledgeSurvival(own, "contract", "whole");
  const told = {
    what: title.charAt(0).toLowerCase() + title.slice(1),
    vintage: newest(own),
    evidence: [evidence],
  };
  const median = (survival: PledgeSurvival) => medianYears(survival, told);
  return {
    id: [kind, by?.id ?? "-", to?.id ?? "-"].join("/"),
    title: sentence(title),
    kind,
    sector,
    by: by?.id ?? null,
    to: to?.id ?? null,
    keptIn5: keptWithin(whole, 5, told),
    keptIn10: keptWithin(whole, 10, told),
    medianYears: median(whole),
    medianYearsToFirst: comesInParts ? median(pledgeSurvival(own, "contract", "first")) : null,
    open: own.filter(({standing}) => standing === "open").length,
    overdue: own.filter(({overdue}) => overdue !== null).length,
  };
}

const newest = (own: readonly Pledge[]): string =>
  [...new Set(own.map(({knownUntil}) => knownUntil))].sort().at(-1) ?? "";

function armsEvidence(own: readonly Pledge[], by: Partner | null, to: Partner | null): Evidence {
  return rowsOf(
    "arms-orders",
    own,
    [
      {
        side: by,
        column: "supplier",
        codes: codesOf(
          by,
          own.flatMap((one) => one.by),
        ),
      },
      {
        side: to,
        column: "recipient",
        codes: codesOf(
          to,
          own.flatMap((one) => one.to),
        ),
      },
    ],
    [{column: "order_year", from: comparedSince}],
  );
}

function agreementEvidence(
  own: readonly Pledge[],
  by: Partner | null,
  to: Partner | null,
): Evidence {
  const ids = own.flatMap(({steps}) =>
    steps
      .slice(0, 1)
      .flatMap(({evidence}) => evidence.flatMap((one) => (one.kind === "rows" ? one.where : []))),
  );
  const named = ids.flatMap((one) => ("in" in one ? one.in : []));
  return rowsOf(
    "agreements",
    own,
    [
      {side: by, column: "member", codes: []},
      {side: to, column: "member", codes: []},
    ],
    [{column: "id", in: [...new Set(named)]}],
  );
}

/** The codes of a side that stand in the rows; none where it is anyone. */
function codesOf(side: Partner | null, found: readonly StateCode[]): readonly StateCode[] {
  if (side === null) return [];
  return side.kind === "state" ? [side.id] : [...new Set(found)].sort();
}

function rowsOf(
  dataset: "arms-orders" | "agreements",
  own: readonly Pledge[],
  sides: readonly {side: Partner | null; column: string; codes: readonly StateCode[]}[],
  where: Extract<Evidence, {kind: "rows"}>["where"],
): Evidence {
  const sought = sides.flatMap(({side, column, codes}) =>
    side === null ? [] : [{side, column, codes}],
  );
  const quote = `${own.length} ${dataset === "agreements" ? "agreements signed" : "orders"} since ${comparedSince}.`;
  if (own.length === 0)
    return {
      kind: "searched",
      datasets: [dataset],
      where,
      quote,
      reaches: sought.map(({side, column}) => searchedFor(side.id, column)),
    };
  return {
    kind: "rows",
    dataset,
    where: [
      ...sought.flatMap(({column, codes}) => (codes.length === 0 ? [] : [{column, in: codes}])),
      ...where,
    ],
    count: own.length,
    quote,
    reaches: sought.map(({side, column, codes}) =>
      side.kind === "state"
        ? inColumn(side.id, column)
        : partnerInColumn(side, column, codes, "the years of the rows"),
    ),
    vintage: newest(own),
  };
}
