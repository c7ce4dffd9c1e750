import type {Agreement, Day, Evidence, FactBook, Move, PartyId, StateCode} from "../world/index.ts";
import {gap, listWords} from "../world/index.ts";
import type {Circle} from "./circle.ts";
import {moveId} from "./move-id.ts";

/** Agreements between a watched state and a power. One agreement is one move, however many states are in it. */
export function movesFromAgreements(book: FactBook, circle: Circle): Move[] {
  return book.agreements.flatMap((agreement) => {
    const watched = agreement.members.filter((state) => circle.watched.has(state));
    const others = agreement.members.filter(
      (state) => !circle.watched.has(state) && circle.isPower(state),
    );
    // Two watched states of which one is itself a power stand on both sides.
    const powersWatched = watched.filter((state) => circle.powers.includes(state));
    if (watched.length === 0 || others.length + powersWatched.length === 0) return [];
    if (others.length === 0 && watched.length < 2) return [];
    return [moveOf(agreement, watched, others, book.asOf, circle)];
  });
}

function moveOf(
  agreement: Agreement,
  watched: readonly StateCode[],
  others: readonly StateCode[],
  asOf: Day,
  circle: Circle,
): Move {
  const when = agreement.signed ?? agreement.inForce;
  const blocs = blocsThatJoined(agreement, when ?? asOf, circle);
  const shown = [
    ...blocs.map((bloc) => circle.name(bloc)),
    ...others
      .filter((state) => !blocs.some((bloc) => circle.membersOn(bloc, when ?? asOf).has(state)))
      .map((state) => circle.name(state)),
  ];
  const inForce = agreement.inForce !== null && agreement.inForce <= asOf;
  const state = inForce ? `in force since ${agreement.inForce}` : "no entry into force recorded";
  const ended =
    agreement.ended !== null && agreement.ended <= asOf ? `, ended ${agreement.ended}` : "";
  const signed = agreement.signed === null ? "agreed" : "signed";
  const summary = `${listWords(watched.map(circle.name))} ${signed} “${agreement.title}” with ${listWords(shown)} (${agreement.members.length} parties; ${state}${ended})`;
  const precision = when === null ? "unknown" : when.endsWith("-01-01") ? "year" : "day";
  return {
    id: moveId("agreements", agreement.id),
    type: "AGREE",
    mode: agreement.signed !== null || inForce ? "done" : "announced",
    sectors: ["trade"],
    sources: watched,
    targets: [...blocs, ...others],
    participants: circle.weigh({
      sources: agreement.members,
      targets: blocs,
      joint: true,
      on: when ?? asOf,
    }),
    summary,
    when:
      when ??
      gap(
        `when ${agreement.title} was signed`,
        "the data give no day",
        "the text of the agreement in a treaty collection",
      ),
    precision,
    recordedOn: agreement.recordedOn,
    articles: 0,
    independentOrigins: 0,
    grade: {
      reliability: "B",
      credibility: 2,
      reasons: [
        "collected from treaty texts by researchers (DESTA, HUGGO); the text itself was not opened here",
        ...(precision === "year" ? ["dated 1 January, which may stand for the year alone"] : []),
      ],
    },
    evidence: evidenceOf(agreement, watched, others, blocs, summary, when, circle),
    from: "agreement",
    specimen: false,
  };
}

/** A bloc is itself a party where all of its members of that day are in the agreement. */
function blocsThatJoined(agreement: Agreement, on: Day, circle: Circle): PartyId[] {
  const inIt = new Set(agreement.members);
  return circle.powers.filter((power) => {
    const members = circle.membersOn(power, on);
    return members.size > 1 && [...members].every((state) => inIt.has(state));
  });
}

function evidenceOf(
  agreement: Agreement,
  watched: readonly StateCode[],
  others: readonly StateCode[],
  blocs: readonly PartyId[],
  quote: string,
  when: Day | null,
  circle: Circle,
): Evidence[] {
  const states = [...watched, ...others];
  const vintage = agreement.inForce ?? agreement.signed ?? agreement.recordedOn;
  const through = circle.throughBlocs(states, when);
  const missing = blocs.filter((bloc) => !through.some((reach) => reach.party === bloc));
  const members: Evidence = {
    kind: "rows",
    dataset: "agreement-members",
    where: [
      {column: "id", in: [agreement.id]},
      {column: "state", in: states},
    ],
    count: states.length,
    quote,
    reaches: [
      ...states.map((party) => ({party, how: "column" as const, by: `state: ${party}`})),
      ...through,
      ...missing.map((party) => ({
        party,
        how: "member-of" as const,
        by: `all members of ${circle.name(party)} on that day are in it`,
      })),
    ],
    vintage,
  };
  const head: Evidence = {
    kind: "rows",
    dataset: "agreements",
    where: [{column: "id", in: [agreement.id]}],
    count: 1,
    quote: agreement.title,
    reaches: states.map((party) => ({
      party,
      how: "dataset",
      by: `member of ${agreement.id} in agreement-members`,
    })),
    vintage,
  };
  return [members, head];
}
