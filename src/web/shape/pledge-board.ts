import type {ListedPledge, PledgeAlert, PledgeStage} from "../../api/index.ts";
import {whenWords} from "./when-words.ts";

/** Stages as the board stacks them: the way from word to deed, then the ways out. */
export const stages = [
  "said",
  "memorandum",
  "contract",
  "ratified",
  "financed",
  "delivered",
  "lapsed",
  "cancelled",
  "denied",
  "replaced",
] as const satisfies readonly PledgeStage[];

export const standings = ["open", "kept", "ended"] as const;

export const kindWords = {
  "arms-order": "arms orders",
  agreement: "trade agreements",
  membership: "bids to join",
  sanction: "sanctions",
  visit: "visits and summits",
  exercise: "joint exercises",
  project: "projects",
  case: "cases",
  word: "words told in reports",
} as const satisfies Record<ListedPledge["kind"], string>;

/** Bands of age, years; the last has no end. */
export const ageBands = [
  {name: "under 1 year", from: 0},
  {name: "1 to 3", from: 1},
  {name: "3 to 5", from: 3},
  {name: "5 to 10", from: 5},
  {name: "10 and more", from: 10},
] as const;

/** How pledges stand, at which stage, of which kind and on which track, by which the reader looks for them. */
export interface PledgeChoice {
  readonly standing: ListedPledge["standing"] | null;
  readonly stage: PledgeStage | null;
  readonly kind: ListedPledge["kind"] | null;
  readonly track: string | null;
  readonly overdue: boolean;
}

export interface BoardCell {
  readonly count: number;
  readonly overdue: number;
}

/** A stage at which some stand, with how many of each age. */
export interface BoardRow {
  readonly stage: PledgeStage;
  readonly bands: readonly BoardCell[];
  readonly undated: number;
  readonly all: number;
}

/** Pledges by the stage at which they stand and by age: of closed ones the years that they took. A specimen is not counted. */
export function pledgeBoard(pledges: readonly ListedPledge[]): readonly BoardRow[] {
  return stages.flatMap((stage) => {
    const own = pledges.filter((one) => one.stage === stage && !one.specimen);
    if (own.length === 0) return [];
    const bands = ageBands.map(({from}, at) => {
      const to = ageBands[at + 1]?.from ?? Number.POSITIVE_INFINITY;
      const here = own.filter(({years}) => years !== null && years >= from && years < to);
      return {count: here.length, overdue: here.filter(({overdue}) => overdue !== null).length};
    });
    return [
      {stage, bands, undated: own.filter(({years}) => years === null).length, all: own.length},
    ];
  });
}

/** Those that the page's filters and the section's own leave. */
export function chosenPledges(
  pledges: readonly ListedPledge[],
  choice: PledgeChoice & {
    readonly country: string | null;
    readonly partner: string | null;
    readonly sector: string | null;
  },
): readonly ListedPledge[] {
  const {country, partner, sector, stage, standing, kind, track, overdue} = choice;
  return pledges.filter(
    (one) =>
      (country === null || one.states.includes(country)) &&
      (partner === null || one.partners.includes(partner)) &&
      (sector === null || (one.sectors as readonly string[]).includes(sector)) &&
      (stage === null || one.stage === stage) &&
      (standing === null || one.standing === standing) &&
      (kind === null || one.kind === kind) &&
      (track === null || one.tracks.includes(track)) &&
      (!overdue || one.overdue !== null),
  );
}

/** "contract, begun 2014, open 11 years, overdue since 2020"; "denied after less than a month, begun July 2015". */
export function standsWords(one: ListedPledge): string {
  const {stage, standing, years, opened, openedPrecision, overdue, part, kind} = one;
  const isOpen = standing === "open";
  const begun =
    typeof opened === "string"
      ? `begun ${whenWords({when: opened, precision: openedPrecision})}`
      : "undated";
  const stands = isOpen || years === null ? stage : `${stage} after ${yearsWords(years)}`;
  const age = isOpen && years !== null ? [`open ${yearsWords(years)}`] : [];
  const come =
    kind === "arms-order" && isOpen
      ? [
          part === null
            ? "some delivered"
            : part === 0
              ? "none delivered"
              : `${Math.round(part * 100)} % delivered`,
        ]
      : [];
  const late = overdue === null ? [] : [`overdue since ${overdue.since.slice(0, 4)}`];
  return [stands, begun, ...age, ...come, ...late].join(", ");
}

export function yearsWords(years: number): string {
  if (years < 1 / 12) return "less than a month";
  if (years < 1) return `${Math.round(years * 12)} months`;
  const whole = Math.floor(years);
  return whole === 1 ? "1 year" : `${whole} years`;
}

/** What an alert is, at the head of its line. */
export const alertWords = {
  opened: "New",
  advanced: "Advanced",
  ended: "Ended",
  overdue: "Overdue",
  "set-back": "Set back",
  gone: "Gone",
} as const satisfies Record<PledgeAlert["kind"], string>;

/**
 * Alerts of the pledges that the page's filters and the section's own leave. Where a pledge stands now is not asked: an
 * alert tells that it stood elsewhere.
 */
export function chosenAlerts(
  alerts: readonly PledgeAlert[],
  choice: Parameters<typeof chosenPledges>[1],
): readonly PledgeAlert[] {
  const left = new Set(
    chosenPledges(
      alerts.map(({pledge}) => pledge),
      {...choice, stage: null, standing: null, overdue: false},
    ),
  );
  return alerts.filter(({pledge}) => left.has(pledge));
}
