import type {Participant} from "./coded-event.ts";
import type {PartyId} from "./party.ts";

/** Who acted towards whom, and how much of the act. */
export interface DyadWeight {
  readonly source: PartyId;
  readonly target: PartyId;
  readonly weight: number;
}

/** The states through which a participant took part, or itself. */
function partsOf({
  party,
  weight,
  through,
}: Participant): readonly {party: PartyId; weight: number}[] {
  return through.length === 0
    ? [{party, weight}]
    : through.map(({state, weight: part}) => ({party: state, weight: part}));
}

/**
 * A move as directed dealings between states, whose weights sum to at most 1: an act of two towards three weighs a sixth
 * for each; what is joint weighs the same both ways. Nobody deals with itself, so that part is left out.
 */
export function dyadWeights(participants: readonly Participant[]): DyadWeight[] {
  const on = (side: Participant["side"]) => participants.filter((one) => one.side === side);
  const meet = (a: Participant, b: Participant, whole: number) => {
    const [total, other] = [a.weight || 1, b.weight || 1];
    return partsOf(a).flatMap((one) =>
      partsOf(b).flatMap((two) =>
        one.party === two.party
          ? []
          : [
              {
                source: one.party,
                target: two.party,
                weight: whole * (one.weight / total) * (two.weight / other),
              },
            ],
      ),
    );
  };
  const joint = on("both");
  const pairs = (joint.length * (joint.length - 1)) / 2;
  return [
    ...on("source").flatMap((source) =>
      on("target").flatMap((target) => meet(source, target, source.weight * target.weight)),
    ),
    ...joint.flatMap((first, at) =>
      joint
        .slice(at + 1)
        .flatMap((second) => [
          ...meet(first, second, 0.5 / pairs),
          ...meet(second, first, 0.5 / pairs),
        ]),
    ),
  ];
}
