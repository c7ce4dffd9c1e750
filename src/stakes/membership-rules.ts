import type {Cell, Day, Measured, Membership, Reach, ReferenceEvidence} from "../world/index.ts";
import {listWords, stateOf} from "../world/index.ts";
import {figureCell} from "./figure-cell.ts";
import type {Scene} from "./scene.ts";
import type {StakeRule} from "./stake-rule.ts";

/** An organisation of most states says nothing of a pair: above this share of all, our choice. */
const universal = 0.6;

/** An organisation in which both sit, with a row for each side. */
interface Shared {
  readonly name: string;
  readonly rows: readonly [own: Membership, theirs: Membership];
  /** Both are full members; else one is a partner or observer of the other's circle. */
  readonly asMembers: boolean;
}

function holds({from, to, role}: Membership, on: Day): boolean {
  return role !== "applicant" && from <= on && (to === null || to > on);
}

function sharedOrganisations(scene: Scene): Shared[] {
  const {reference, book, state, partner, partnerStates} = scene;
  const current = reference.memberships.filter((one) => holds(one, book.asOf));
  return reference.blocs.flatMap(({id, name, kind}): Shared[] => {
    const rows = current.filter(({bloc}) => bloc === id);
    if (kind !== "organisation" || id === partner) return [];
    if (rows.length > universal * reference.states.length) return [];
    const own = rows.find((one) => one.state === state);
    const others = rows.filter((one) => partnerStates.has(one.state));
    const theirs = others.find(({role}) => role === "member") ?? others[0];
    if (own === undefined || theirs === undefined) return [];
    const members = [own, theirs].filter(({role}) => role === "member").length;
    return members === 0 ? [] : [{name, rows: [own, theirs], asMembers: members === 2}];
  });
}

function evidenceOf(scene: Scene, one: Membership): ReferenceEvidence {
  const {state, partner, name} = scene;
  const {bloc, role, from, source} = one;
  const reach: Reach =
    one.state === state || one.state === partner
      ? {party: one.state, how: "column", by: `state: ${one.state}`}
      : {party: partner, how: "member-of", by: `state: ${one.state}, a member of ${name(partner)}`};
  return {
    kind: "reference",
    table: "memberships",
    key: `${bloc}/${one.state}/${from}`,
    quote: `${name(one.state)}, ${role} of ${name(bloc)} since ${from}`,
    source,
    reaches: [reach],
  };
}

function sharedCells(scene: Scene, asMembers: boolean, words: string): Cell[] {
  const shared = sharedOrganisations(scene).filter((one) => one.asMembers === asMembers);
  if (shared.length === 0) return [];
  const {state, partner, name, book, reference} = scene;
  const names = listWords(shared.map((one) => one.name));
  const figure: Measured = {
    kind: "measured",
    value: shared.length,
    unit: "count",
    interval: null,
    intervalNote: "a complete count of the reference table",
    method: {id: asMembers ? "shared-organisations" : "partner-organisations", version: 1},
    coverage: `${reference.blocs.filter(({kind}) => kind === "organisation").length} organisations in the table`,
    vintage: book.asOf,
    evidence: shared.flatMap(({rows}) => rows.map((one) => evidenceOf(scene, one))),
  };
  const isState = stateOf(reference, partner) !== undefined;
  const theirs = isState ? name(partner) : `members of ${name(partner)}`;
  const text = `${name(state)} and ${theirs} ${words} ${names} (${shared.length}, as of ${book.asOf})`;
  return [figureCell(text, [state, partner], figure)];
}

/** Where the two meet: as members both, or one as partner or observer of the other's circle. */
export const membershipRules: readonly StakeRule[] = [
  {
    id: "shared-organisations",
    version: 1,
    side: "benefits",
    looksAt: "organisations to which both belong on the day asked for",
    speaksWhen: "at least one, leaving out those of more than 60 % of all states (our choice)",
    datasets: [],
    find: (scene) => sharedCells(scene, true, "both belong to"),
  },
  {
    id: "partner-organisations",
    version: 1,
    side: "benefits",
    looksAt: "organisations of which one is a member and the other a partner or observer",
    speaksWhen: "at least one, on the day asked for",
    datasets: [],
    find: (scene) => sharedCells(scene, false, "meet as member and partner in"),
  },
];
