import {readReference} from "../src/cli/house.ts";
import {codeSentence, findMentions} from "../src/coding/index.ts";
import type {PartyId, Reference} from "../src/world/index.ts";
import type {BenchResult} from "./benches.ts";
import {labelledAs, readHeldOut, type WrittenSentence} from "./corpus-sentences.ts";

interface Pair {
  /** PLOVER's type of the event, where it is told. */
  readonly type: string | null;
  readonly source: readonly PartyId[];
  readonly target: readonly PartyId[];
}

/** Bodies that have had an id only since the sentences were written stand as no party in them. */
function withoutBodies(parties: readonly PartyId[], {blocs}: Reference): PartyId[] {
  return parties.filter((party) => blocs.find(({id}) => id === party)?.kind !== "body");
}

const keyOf = (parties: readonly PartyId[]) => [...new Set(parties)].sort().join("+");

function tellPair({text}: WrittenSentence, reference: Reference): Pair | null {
  const [event] = codeSentence(text, reference);
  return event === undefined
    ? null
    : {
        type: event.type,
        source: withoutBodies(event.sources, reference),
        target: withoutBodies(event.targets, reference),
      };
}

/** The floor: the first party named acts on the second. */
function tellByOrder({text}: WrittenSentence, reference: Reference): Pair {
  const parties = [...new Set(findMentions(text, reference).map(({party}) => party))];
  return {type: null, source: parties.slice(0, 1), target: parties.slice(1, 2)};
}

function figuresOf(rows: readonly WrittenSentence[], tell: (row: WrittenSentence) => Pair | null) {
  let said = 0;
  let source = 0;
  let target = 0;
  let both = 0;
  for (const row of rows) {
    const pair = tell(row);
    if (pair === null) continue;
    said++;
    const truth = (pair.type === null ? undefined : labelledAs(row, pair.type)) ?? row;
    const isSource = keyOf(pair.source) === keyOf(truth.source);
    const isTarget = keyOf(pair.target) === keyOf(truth.target);
    if (isSource) source++;
    if (isTarget) target++;
    if (isSource && isTarget) both++;
  }
  return {
    toldShare: said / rows.length,
    sourceRight: source / said,
    targetRight: target / said,
    bothRight: both / said,
  };
}

/**
 * Who acts on whom in the first event that the coder finds in each of our held-out English sentences that tell one: shares
 * of the sentences in which it finds any. Of several that a sentence tells, the one of its type is meant. From raw text, so a name
 * that no table has counts as wrong.
 */
export async function run({data}: {data: string}): Promise<BenchResult> {
  const rows = readHeldOut("en", data).filter(({type}) => type !== "NONE");
  const reference = readReference();
  const floor = figuresOf(rows, (row) => tellByOrder(row, reference));
  const {toldShare: _all, ...floors} = floor;
  return {
    bench: "sides",
    figures: figuresOf(rows, (row) => tellPair(row, reference)),
    floors: Object.fromEntries(
      Object.entries(floors).map(([figure, value]) => [`${figure} by-order`, value]),
    ),
    peers: {},
    n: rows.length,
  };
}
