import type {EventType, PartyId, Reach, StateCode} from "../../world/index.ts";
import type {Actor} from "./find-actors.ts";
import type {ReadSentence} from "./read-sentence.ts";
import type {Role} from "./role-features.ts";

export interface SettledSides {
  readonly sources: readonly PartyId[];
  readonly targets: readonly PartyId[];
  readonly symmetric: boolean;
  readonly reaches: readonly Reach[];
  readonly why: readonly string[];
}

/** Types of which a state is rarely both sides: where nothing is done to anyone named, nobody is the target. */
const outward: ReadonlySet<EventType> = new Set([
  "MOBILIZE",
  "AGREE",
  "COOPERATE",
  "AID",
  "CONSULT",
]);

interface Part {
  readonly actor: Actor;
  readonly role: Role;
}

/**
 * Gives each actor its likeliest part, such that an act is either done by all together or by some to others; then says for
 * which parties people without a state stand.
 *
 * @param given by actor, how likely each of `classes` is.
 */
export function settleSides(
  sentence: ReadSentence,
  type: EventType,
  given: readonly (readonly number[])[],
  classes: readonly string[],
  home: StateCode,
  before: PartyId | null,
): SettledSides {
  const likely = (number: number, role: Role) =>
    Math.log(Math.max(1e-9, given[number]?.[classes.indexOf(role)] ?? 0));
  const reached = sentence.actors.map((actor) => reachOf(sentence, actor, home, before));
  const parts = likeliestParts(sentence.actors, likely);
  const reaches = new Map<PartyId, Reach>();
  const partiesOf = (role: Role) => [
    ...new Set(
      sentence.actors.flatMap((_, number) => {
        if (parts[number]?.role !== role) return [];
        for (const one of reached[number] ?? [])
          if (!reaches.has(one.party)) reaches.set(one.party, one);
        return (reached[number] ?? []).map(({party}) => party);
      }),
    ),
  ];
  const both = partiesOf("both");
  const all = [...reaches.values()];
  if (both.length > 1)
    return {sources: both, targets: both, symmetric: true, reaches: all, why: ["both sides act"]};
  const left = both.length > 0 ? both : partiesOf("source");
  const right = partiesOf("target");
  const others = right.filter((party) => !left.includes(party));
  const targets = others.length > 0 ? others : right;
  const doers = left.filter((party) => !targets.includes(party));
  const sources = doers.length > 0 ? doers : left;
  const why = both.length > 0 ? ["the other side is not named"] : [];
  const named = new Set(sentence.actors.flatMap(({parties}) => parties));
  const own = sources.length > 0 ? sources : targets;
  const alone = own.length === 1 && [...named].every((party) => own.includes(party));
  const domestic = alone && (sources.length === 0 || targets.length === 0) && !outward.has(type);
  return {
    sources: domestic ? own : sources,
    targets: domestic ? own : targets,
    symmetric: false,
    reaches: [...reaches.values()],
    why: domestic ? [...why, "no other state is named: both sides are its own"] : why,
  };
}

/** The likeliest parts in which all act together, or some act on others; two who act apart from each other do not both act alone. */
function likeliestParts(
  actors: readonly Actor[],
  likely: (number: number, role: Role) => number,
): Part[] {
  const best = (allowed: readonly Role[]) => {
    const parts = actors.map((actor, number) => ({
      actor,
      number,
      role: allowed.reduce((a, b) => (likely(number, b) > likely(number, a) ? b : a)),
    }));
    return {parts, sum: parts.reduce((sum, {number, role}) => sum + likely(number, role), 0)};
  };
  const joint = best(["none", "both"]);
  const directed = best(["none", "source", "target"]);
  if (joint.sum > directed.sum) return joint.parts;
  const acting = (role: Role) => directed.parts.filter((one) => one.role === role);
  const turn = (from: Role, to: Role) => {
    const sides = acting(from);
    const states = new Set(sides.flatMap(({actor}) => actor.parties));
    if (sides.length < 2 || states.size < 2 || acting(to).length > 0) return null;
    return sides.reduce((a, b) =>
      likely(b.number, to) - likely(b.number, from) > likely(a.number, to) - likely(a.number, from)
        ? b
        : a,
    );
  };
  const turned = turn("source", "target") ?? turn("target", "source");
  if (turned === null) return directed.parts;
  return directed.parts.map((one) =>
    one === turned ? {...one, role: one.role === "source" ? "target" : "source"} : one,
  );
}

/** The parties of an actor: named, or those for which people without a state stand. */
function reachOf(
  {text, tokens, actors}: ReadSentence,
  actor: Actor,
  home: StateCode,
  before: PartyId | null,
): Reach[] {
  const words = text.slice(tokens[actor.first]?.start, tokens[actor.last - 1]?.end);
  if (actor.parties.length > 0)
    return actor.parties.map((party) => ({party, how: "named", by: words}));
  const named = actors.filter(({parties}) => parties.length > 0);
  const all = [...new Set(named.flatMap(({parties}) => parties))];
  if (actor.kind === "pronoun") {
    const earlier = named.find(({last}) => last <= actor.first)?.parties[0] ?? before;
    return earlier === null || earlier === undefined
      ? []
      : [{party: earlier, how: "coreference", by: `“${words}”: ${earlier}, named before`}];
  }
  const [only] = all;
  if (all.length === 1 && only !== undefined)
    return [{party: only, how: "coreference", by: `“${words}”: of ${only}, the only party named`}];
  if (all.length === 0)
    return [{party: before ?? home, how: "coreference", by: `“${words}”: no state named, at home`}];
  const nearest = named.reduce((a, b) =>
    Math.abs(b.first - actor.first) < Math.abs(a.first - actor.first) ? b : a,
  );
  return nearest.parties.map((party) => ({
    party,
    how: "coreference",
    by: `“${words}”: of ${party}, named nearest`,
  }));
}
