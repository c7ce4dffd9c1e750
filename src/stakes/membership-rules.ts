import {listWords} from "../ledger/index.ts";
import type {Cell, Day, Measured, Membership, Reach, ReferenceEvidence} from "../world/index.ts";
import {figureCell} from "./figure-cell.ts";
import type {Scene} from "./scene.ts";
import type {StakeRule} from "./stake-rule.ts";

/** An organisation of most states says nothing of a pair: above this share of all, our choice. */
const universal = 0.6;

/** An organisation in which both sit, with a row for each side. */
interface Shared {
  readonly name: string;
  readonly own: Membership;
  readonly theirs: readonly Membership[];
}

function holds({from, to}: Membership, on: Day): boolean {
  return from <= on && (to === null || to > on);
}

function sharedOrganisations(scene: Scene, role: Membership["role"]): Shared[] {
  const {reference, book, state, partner, partnerStates} = scene;
  const current = reference.memberships.filter((one) => holds(one, book.asOf));
  return reference.blocs.flatMap((bloc): Shared[] => {
    if (bloc.kind !== "organisation" || bloc.id === partner) return [];
    const rows = current.filter((one) => one.bloc === bloc.id);
    const members = rows.filter((one) => one.role === "member");
    if (members.length > universal * reference.states.length) return [];
    const own = rows.find((one) => one.state === state);
    const theirs = rows.filter((one) => one.state !== state && partnerStates.has(one.state));
    const [first] = theirs;
    if (own === undefined || first === undefined) return [];
    const both = own.role === "member" && first.role === "member" ? "member" : "partner";
    return both === role ? [{name: bloc.name, own, theirs}] : [];
  });
}

function evidenceOf(scene: Scene, one: Membership): ReferenceEvidence {
  const {partner, name} = scene;
  const reach: Reach =
    one.state === scene.state || one.state === partner
      ? {party: one.state, how: "column", by: `state: ${one.state}`}
      : {party: partner, how: "member-of", by: `${name(one.state)} is a member of it`};
  return {
    kind: "reference",
    table: "memberships",
    key: `${one.bloc}/${one.state}/${one.from}`,
    quote: `${name(one.state)}, ${one.role} of ${name(one.bloc)} since ${one.from}`,
    source: one.source,
    reaches: [reach],
  };
}

function sharedCells(scene: Scene, role: Membership["role"], words: string): Cell[] {
  const shared = sharedOrganisations(scene, role);
  if (shared.length === 0) return [];
  const {state, partner, name, book} = scene;
  const names = listWords(
    shared.map((one) => one.name),
    5,
  );
  const evidence = shared.flatMap(({own, theirs}) => [
    evidenceOf(scene, own),
    ...theirs.slice(0, 1).map((one) => evidenceOf(scene, one)),
  ]);
  const figure: Measured = {
    kind: "measured",
    value: shared.length,
    unit: "count",
    interval: null,
    intervalNote: "a complete count of the reference table",
    method: {id: `shared-organisations-${role}`, version: 1},
    coverage: `${scene.reference.blocs.filter(({kind}) => kind === "organisation").length} organisations in the table`,
    vintage: book.asOf,
    evidence,
  };
  const members = scene.partnerStates.size > 1 ? `members of ${name(partner)}` : name(partner);
  const text = `${name(state)} and ${members} ${words} ${names} (${shared.length} ${shared.length === 1 ? "forum" : "forums"}, as of ${book.asOf})`;
  return [figureCell(text, [state, partner], figure)];
}

/** Where the two meet as members, and where one is a partner of the other's circle. */
export const membershipRules: readonly StakeRule[] = [
  {
    id: "shared-organisations",
    version: 1,
    side: "benefits",
    looksAt: "organisations to which both belong on the day asked for",
    speaksWhen:
      "at least one, leaving out those of more than three fifths of all states (our choice)",
    datasets: [],
    find: (scene) => sharedCells(scene, "member", "both belong to"),
  },
  {
    id: "partner-organisations",
    version: 1,
    side: "benefits",
    looksAt: "organisations in which one is a member and the other a partner or observer",
    speaksWhen: "at least one",
    datasets: [],
    find: (scene) => sharedCells(scene, "partner", "meet, one as a partner, in"),
  },
];
