import type {PartyId} from "../../world/index.ts";
import type {Candidate} from "../find-candidates.ts";
import {together} from "../find-sides.ts";
import type {Mention} from "../mention.ts";
import type {Named, Sentence} from "../sentence.ts";
import type {Stand} from "../sentence-event.ts";
import {atHome, reachOf, type Settled} from "../settle-event.ts";
import {isSame, type Way, type WayKind} from "./find-ways.ts";

/** What is said of sides that are others than those that rules and ranker had settled on. */
const reasons: Readonly<Record<Exclude<WayKind, "settled">, string>> = {
  mirrored: "the sides fit better the other way round",
  "source alone": "nobody that is named is acted on",
  "target alone": "nobody that is named acts",
  "source at home": atHome,
  "target at home": atHome,
  joint: "both act",
  parted: "one acts on the other",
  "other target": "another that is named fits better as target",
  "other source": "another that is named fits better as source",
  joined: "all that are named act",
};

/** Sets a way into an event, and into a candidate that has its sides, from which the rest of the event is told. */
export function settleWay(
  {candidate, settled, kind, sources, targets}: Way,
  sentence: Sentence,
  mentions: readonly Mention[],
  stands: readonly Stand[],
): {candidate: Candidate; settled: Settled} {
  if (kind === "settled") return {candidate, settled};
  const joint = kind === "joint" || kind === "joined";
  const same = isSame(sources, targets);
  return {
    candidate: {
      ...candidate,
      sides: {
        ...candidate.sides,
        sources: namesOf(sentence, sources),
        targets: same ? null : namesOf(sentence, targets),
        both: joint,
      },
    },
    settled: {
      type: settled.type,
      sources,
      targets,
      symmetric: joint,
      mutual: settled.mutual,
      because: [...candidate.because, `sides: ${reasons[kind]}`],
      reaches: [...new Set([...sources, ...targets])].map((party) =>
        reachOf(party, mentions, stands),
      ),
    },
  };
}

/** The first name of each party, as one. */
function namesOf({named}: Sentence, parties: readonly PartyId[]): Named | null {
  const names = parties.flatMap((party) => {
    const name = named.find((one) => one.parties.includes(party));
    return name === undefined ? [] : [{...name, parties: [party]}];
  });
  return together(names);
}
