import type {
  Day,
  Membership,
  PledgeKind,
  PledgeStage,
  Reference,
  ToldStep,
} from "../world/index.ts";
import {sentence} from "../world/index.ts";
import type {Thread} from "./thread.ts";

const stageOf: Readonly<Record<Membership["role"], PledgeStage>> = {
  applicant: "said",
  partner: "memorandum",
  observer: "memorandum",
  member: "delivered",
};

const words: Readonly<Record<Membership["role"], string>> = {
  applicant: "applied to join",
  partner: "became a partner of",
  observer: "became an observer of",
  member: "became a member of",
};

/** The key under which a bid to join stands, also for the rows of tracks that tell of it. */
export const membershipKey = (bloc: string, state: string) => `membership/${bloc}/${state}`;

/**
 * How each state came nearer to each organisation. Whether it was a bid at all is told by an application, here or on a
 * track: a state that is a partner for its own sake, or a member from the first day, promised nobody anything.
 */
export function pledgesFromMemberships(
  reference: Reference,
  asOf: Day,
  nameOf: (party: string) => string,
): Thread[] {
  const organisations = new Set(
    reference.blocs.filter(({kind}) => kind === "organisation").map(({id}) => id),
  );
  return reference.memberships
    .filter(({bloc, from}) => organisations.has(bloc) && from <= asOf)
    .map((membership) => ({
      key: membershipKey(membership.bloc, membership.state),
      kind: "membership",
      text: sentence(`${nameOf(membership.state)} wants to join ${nameOf(membership.bloc)}.`),
      by: [membership.state],
      to: [membership.bloc],
      sectors: ["diplomacy"],
      steps: stepsOf(membership, reference, asOf, nameOf),
      knownUntil: asOf,
      specimen: false,
    }));
}

function stepsOf(
  membership: Membership,
  reference: Reference,
  asOf: Day,
  nameOf: (party: string) => string,
): ToldStep[] {
  const {bloc, state, role, from, to, source} = membership;
  const step = (stage: PledgeStage | null, when: Day, told: string): ToldStep => {
    const text = sentence(`${nameOf(state)} ${told} ${nameOf(bloc)}.`);
    return {
      stage,
      when,
      precision: "day",
      part: stage === "delivered" ? 1 : null,
      text,
      because: [],
      evidence: [
        {
          kind: "reference",
          table: "memberships",
          key: `${bloc}/${state}/${from}`,
          quote: text,
          source,
          reaches: [
            {party: state, how: "column", by: `state: ${state}`},
            {party: bloc, how: "column", by: `bloc: ${bloc}`},
          ],
        },
      ],
      knownOn: when,
    };
  };
  const began = step(stageOf[role], from, words[role]);
  if (to === null || to > asOf) return [began];
  if (role === "member") return [began, step(null, to, "left")];
  const wentOn = reference.memberships.some(
    (one) => one.bloc === bloc && one.state === state && one.from >= to && one.from <= asOf,
  );
  return wentOn ? [began] : [began, step("lapsed", to, "is no longer on the way to")];
}

/** A bid is one only where somebody asked. */
export function isBid(kind: PledgeKind, steps: readonly ToldStep[]): boolean {
  return kind !== "membership" || steps.some(({stage}) => stage === "said");
}
