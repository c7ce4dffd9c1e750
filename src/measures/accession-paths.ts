import {
  type Day,
  dayNumber,
  type Evidence,
  type MemberRole,
  type PartyId,
  type Reference,
  type StateCode,
} from "../world/index.ts";

/** What a state was to an organisation from a day on; `left` closes what stood before. */
export type AccessionRole = MemberRole | "left" | "told";

/** A dated, cited step on a state's way towards an organisation. */
export interface AccessionStep {
  /** `told`: something on the way that changed no standing: a letter, a statement. */
  readonly role: AccessionRole;
  readonly on: Day;
  readonly precision: "day" | "month" | "year";
  readonly text: string;
  readonly evidence: Evidence;
}

/** How a state came to be what it is to an organisation. */
export interface AccessionPath {
  readonly state: StateCode;
  readonly organisation: PartyId;
  /** What it is on the day asked for. */
  readonly standing: MemberRole | "outside";
  readonly steps: readonly AccessionStep[];
  /** Days from the first step to membership; null where it was the first, did not come, or a day is not known. */
  readonly daysToMembership: number | null;
}

const words: Readonly<Record<MemberRole | "left", string>> = {
  applicant: "applied",
  partner: "partner",
  observer: "observer",
  member: "member",
  left: "left, or no longer that",
};

/**
 * The ways of some states towards every organisation whose members are kept: applied → partner or observer → member,
 * each step with its day and source, as known on a day. Steps on the way come from the tracks; what they tell of a day on
 * which a standing began is left out.
 */
export function accessionPaths(
  reference: Reference,
  states: readonly StateCode[],
  asOf: Day,
): AccessionPath[] {
  const organisations = reference.blocs.filter(({kind}) => kind === "organisation");
  return states.flatMap((state) =>
    organisations.flatMap(({id}): AccessionPath[] => {
      const standing = standingSteps(reference, state, id, asOf);
      const told = toldSteps(reference, state, id, asOf).filter(
        ({on}) => !standing.some((step) => step.on === on),
      );
      const steps = [...standing, ...told].sort((a, b) =>
        a.on === b.on ? 0 : a.on < b.on ? -1 : 1,
      );
      if (steps.length === 0) return [];
      const standings = steps.filter(({role}) => role !== "told");
      const last = standings.at(-1)?.role;
      const member = steps.find(({role}) => role === "member");
      const [first] = steps;
      return [
        {
          state,
          organisation: id,
          standing: last === undefined || last === "left" || last === "told" ? "outside" : last,
          steps,
          daysToMembership:
            member === undefined ||
            first === undefined ||
            first === member ||
            first.precision !== "day"
              ? null
              : dayNumber(member.on) - dayNumber(first.on),
        },
      ];
    }),
  );
}

function standingSteps(
  reference: Reference,
  state: StateCode,
  organisation: PartyId,
  asOf: Day,
): AccessionStep[] {
  const rows = reference.memberships.filter(
    (one) => one.bloc === organisation && one.state === state && one.from <= asOf,
  );
  return rows.flatMap(({role, from, to, source}): AccessionStep[] => {
    const evidence: Evidence = {
      kind: "reference",
      table: "memberships",
      key: `${organisation}/${state}/${from}`,
      quote: `${state}, ${words[role]} of ${organisation} from ${from}${to === null ? "" : ` to ${to}`}.`,
      source,
      reaches: [
        {party: state, how: "column", by: `state: ${state}`},
        {party: organisation, how: "column", by: `bloc: ${organisation}`},
      ],
    };
    const began = {role, on: from, precision: "day", text: words[role], evidence} as const;
    const wentOn = rows.some((one) => one.from === to);
    return to === null || to > asOf || wentOn
      ? [began]
      : [began, {...began, role: "left", on: to, text: words.left}];
  });
}

/** What tracks tell of a bid. */
function toldSteps(
  reference: Reference,
  state: StateCode,
  organisation: PartyId,
  asOf: Day,
): AccessionStep[] {
  return reference.pledgeBook().rows.flatMap((row): AccessionStep[] => {
    if (row.pledge !== `membership/${organisation}/${state}`) return [];
    if (row.when === null || row.when > asOf || row.source === "") return [];
    return [
      {
        role: row.stage === "said" ? "applicant" : "told",
        on: row.when,
        precision: row.precision === "unknown" ? "year" : row.precision,
        text: row.text,
        evidence: {
          kind: "reference",
          table: `tracks/${row.track}`,
          key: `row ${row.line}`,
          quote: row.text,
          source: row.source,
          reaches: [
            {party: state, how: "column", by: `by: ${state}`},
            {party: organisation, how: "column", by: `to: ${organisation}`},
          ],
        },
      },
    ];
  });
}
