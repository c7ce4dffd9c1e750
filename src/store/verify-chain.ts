import {
  type ChainDay,
  type ChainedEntry,
  firstLink,
  leafContent,
  linkOf,
  peaksOf,
} from "./chain-entries.ts";
import type {Writer} from "./database.ts";
import type {Fault} from "./fault.ts";
import {emptyTree, type MerkleTree, rootOf, withLeaf} from "./merkle-tree.ts";

/** Statements of this file, by what they are for: bound against the real schema in the tests. */
export const verifyChainStatements = {
  seals: 'SELECT seal, "day", leaves, root, peaks, link FROM seal ORDER BY seal, link',
  misnumbered: `SELECT leaf, CAST(place AS INTEGER) FROM
      (SELECT leaf, row_number() OVER (ORDER BY leaf) AS place FROM leaf)
    WHERE leaf <> place ORDER BY place LIMIT 1`,
  leaves: `SELECT leaf, "day", kind, id, sha256 FROM leaf WHERE leaf BETWEEN $first AND $last ORDER BY leaf`,
} as const;

/** The chain worked out anew from its leaves. */
export interface ChainChecked {
  readonly seals: number;
  readonly leaves: number;
  /** Days with entries, without what the ledger was made from. */
  readonly days: number;
  /** The end of the chain: whoever keeps it elsewhere can prove later that nothing before it was changed. */
  readonly head: string;
  /** Every link met. */
  readonly links: ReadonlySet<string>;
  readonly faults: readonly Fault[];
}

function leafFault(what: Fault["what"], place: number): Fault {
  return {
    what,
    kind: "leaf",
    id: String(place),
    leaf: place,
    tells: `entry ${place} of the chain was ${what === "missing" ? "taken out" : what}`,
  };
}

interface Leaf extends ChainedEntry {
  readonly leaf: number;
  readonly day: string;
}

/** Works out every day's root and every link from the leaves. It stops at the first fault: all after it hangs on it. */
export async function verifyChain(reader: Pick<Writer, "rows">): Promise<ChainChecked> {
  const leaves = leavesOf(reader);
  const links = new Set<string>();
  const days = new Set<string>();
  let tree: MerkleTree = emptyTree;
  let day: string | null = null;
  let link = firstLink;
  let seals = 0;
  let met = 0;
  const ended = (faults: readonly Fault[]): ChainChecked => ({
    seals,
    leaves: met,
    days: days.size,
    head: link,
    links,
    faults,
  });
  const seal = (what: Fault["what"], number: number, on: string, why: string): ChainChecked =>
    ended([
      {
        what,
        kind: "seal",
        id: String(number),
        leaf: met,
        tells: `seal ${number} (${on}) ${what === "missing" ? "is missing" : `was ${what}`}: ${why}`,
      },
    ]);
  const [misnumbered] = await reader.rows(verifyChainStatements.misnumbered);
  if (misnumbered !== undefined) {
    const [leaf, place] = misnumbered.map(Number);
    return ended([leafFault(Number(leaf) < Number(place) ? "added" : "missing", Number(place))]);
  }
  for (const row of await reader.rows(verifyChainStatements.seals)) {
    const [number, on, count, root, peaks, kept] = row;
    const sealDay = String(on);
    if (number !== seals + 1)
      return number === seals
        ? seal("added", seals, sealDay, "it stands twice")
        : seal("missing", seals + 1, sealDay, `the next one kept is ${number}`);
    seals += 1;
    if (sealDay !== day) {
      if (day !== null && day !== "genesis" && sealDay < day)
        return seal("altered", seals, sealDay, `it comes after ${day}`);
      day = sealDay;
      tree = emptyTree;
    }
    if (sealDay !== "genesis") days.add(sealDay);
    while (tree.leaves < Number(count)) {
      const {value: leaf} = await leaves.next();
      if (leaf?.day !== sealDay)
        return ended([leafFault(leaf === undefined ? "missing" : "altered", met + 1)]);
      met += 1;
      tree = withLeaf(tree, leafContent(leaf));
    }
    const expected = linkOf(link, sealDay as ChainDay, tree);
    if (
      tree.leaves !== Number(count) ||
      rootOf(tree) !== root ||
      peaksOf(String(peaks)).join() !== tree.peaks.join() ||
      expected !== kept
    )
      return seal("altered", seals, sealDay, "it does not follow from what was kept until then");
    link = expected;
    links.add(link);
  }
  const {value: more} = await leaves.next();
  if (more !== undefined)
    return ended([
      {
        what: "added",
        kind: more.kind,
        id: more.id,
        leaf: more.leaf,
        tells: `entry ${more.leaf} of the chain (${more.kind} ${more.id}) has no seal: it was added, or its seal is missing`,
      },
    ]);
  return ended([]);
}

/** Leaves that are read at once. */
const leavesAtOnce = 50_000;

async function* leavesOf(reader: Pick<Writer, "rows">): AsyncGenerator<Leaf, undefined> {
  for (let first = 1; ; first += leavesAtOnce) {
    const last = first + leavesAtOnce - 1;
    const rows = await reader.rows(verifyChainStatements.leaves, {first, last});
    if (rows.length === 0) return undefined;
    for (const [leaf, day, kind, id, sha256] of rows)
      yield {
        leaf: Number(leaf),
        day: String(day),
        kind: String(kind),
        id: String(id),
        sha256: String(sha256),
      };
  }
}
