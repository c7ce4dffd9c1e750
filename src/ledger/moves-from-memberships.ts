import type {Day, Evidence, Membership, Move, Reference, StateCode} from "../world/index.ts";
import {listWords, membersOf} from "../world/index.ts";
import type {Circle} from "./circle.ts";
import {moveId} from "./move-id.ts";

const roleWords: Readonly<Record<Membership["role"], string>> = {
  member: "became a member of",
  partner: "became a partner of",
  observer: "became an observer of",
  applicant: "applied to join",
};

/**
 * A watched state that joined, or came nearer to, an organisation to which a power belonged on that day. An accession
 * is public on the day it takes effect, and the reference tables keep no other date: so that is when it was known.
 */
export function movesFromMemberships(reference: Reference, circle: Circle, asOf: Day): Move[] {
  const organisations = new Map(
    reference.blocs.filter((bloc) => bloc.kind === "organisation").map((bloc) => [bloc.id, bloc]),
  );
  return reference.memberships.flatMap((membership) => {
    const bloc = organisations.get(membership.bloc);
    if (bloc === undefined || !circle.watched.has(membership.state) || membership.from > asOf)
      return [];
    const stands = standsFor(membership, reference, circle);
    const peers = reference.memberships.filter(
      (one) =>
        one.bloc === membership.bloc &&
        one.role === "member" &&
        one.state !== membership.state &&
        one.from <= membership.from &&
        (one.to === null || one.to > membership.from) &&
        stands.has(one.state),
    );
    return peers.length === 0
      ? []
      : [moveOf(membership, circle.name(bloc.id), peers, circle, asOf)];
  });
}

/**
 * States through which a power belonged to the organisation on that day: itself, or the members of a bloc of which at
 * least half belonged. That Cyprus is in a movement makes no counterpart of the European Union.
 */
function standsFor(
  {bloc, from}: Membership,
  reference: Reference,
  circle: Circle,
): ReadonlySet<StateCode> {
  const inside = new Set(membersOf(reference, bloc, from));
  return new Set(
    circle.powers.flatMap((power) => {
      const members = circle.membersOn(power, from);
      if (members.size === 0) return [power];
      const there = [...members].filter((one) => inside.has(one));
      return 2 * there.length >= members.size ? there : [];
    }),
  );
}

function evidenceOf(
  membership: Membership,
  quote: string,
  circle: Circle,
  more: readonly StateCode[] = [],
): Evidence {
  const {bloc, state, from, source} = membership;
  return {
    kind: "reference",
    table: "memberships",
    key: `${bloc}/${state}/${from}`,
    quote,
    source,
    reaches: [
      {party: state, how: "column", by: `state: ${state}`},
      ...circle.throughBlocs([state, ...more], from),
    ],
  };
}

function moveOf(
  membership: Membership,
  bloc: string,
  peers: readonly Membership[],
  circle: Circle,
  asOf: Day,
): Move {
  const {state, from, to, role} = membership;
  const name = circle.name(state);
  const left = to !== null && to <= asOf ? ` (until ${to})` : "";
  const together = listWords(peers.map((peer) => circle.name(peer.state)));
  const summary = `${name} ${roleWords[role]} ${bloc}, with ${together} among its members${left}`;
  return {
    id: moveId("memberships", membership.bloc, state, role, from),
    type: role === "applicant" ? "REQUEST" : "AGREE",
    mode: "done",
    sectors: ["diplomacy"],
    sources: [state],
    targets: peers.map((peer) => peer.state),
    participants: circle.weigh({
      sources: [state],
      targets: peers.map((peer) => peer.state),
      joint: false,
      on: from,
    }),
    summary,
    when: from,
    precision: from.endsWith("-01-01") ? "year" : "day",
    recordedOn: from,
    articles: 0,
    independentOrigins: 0,
    grade: {
      reliability: "B",
      credibility: 2,
      reasons: [`entered by hand from ${membership.source}`],
    },
    evidence: [
      evidenceOf(membership, summary, circle),
      ...peers.map((peer) =>
        evidenceOf(
          peer,
          `${circle.name(peer.state)} was a member of ${bloc} since ${peer.from}`,
          circle,
        ),
      ),
    ],
    from: "membership",
    specimen: false,
  };
}
