import {createHash} from "node:crypto";
import type {Day} from "../world/index.ts";
import type {Writer} from "./database.ts";
import {emptyTree, type MerkleTree, rootOf, withLeaf} from "./merkle-tree.ts";
import {exitInput, StoreError} from "./store-error.ts";

/** One thing that the ledger keeps, with the hash of all that is kept of it. */
export interface ChainedEntry {
  /** What it is: an entry's table, "rows" for a block of rows, "event-file", "meta". */
  readonly kind: string;
  /** By which it is named to a person: with its kind, it names one thing. */
  readonly id: string;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** What init and a migration carry belongs to no day: it is chained before all of them. */
export const genesis = "genesis";
export type ChainDay = Day | typeof genesis;

/** The state of the chain after a seal. */
export interface Seal {
  readonly seal: number;
  readonly day: ChainDay;
  /** The tree of all that was kept on that day until this seal. */
  readonly tree: MerkleTree;
  /** Hangs this seal on the one before: SHA-256 of its link, the day, the number of leaves and their root. */
  readonly link: string;
}

/** The link before the first. */
export const firstLink = "0".repeat(64);

/** Statements of this file, by what they are for: bound against the real schema in the tests. */
export const chainStatements = {
  newestSeal: `SELECT seal, "day", leaves, peaks, link FROM seal WHERE seal = (SELECT max(seal) FROM seal)`,
  newestLeaf: "SELECT coalesce(max(leaf), 0) FROM leaf",
  addLeaves: `INSERT INTO leaf SELECT CAST($first + nth - 1 AS INTEGER), $day, $kinds[nth], $ids[nth], $hashes[nth]
    FROM (SELECT CAST(unnest(range(1, len($ids) + 1)) AS INTEGER) AS nth)`,
  addSeal:
    'INSERT INTO seal (seal, "day", leaves, root, peaks, link) VALUES ($seal, $day, $leaves, $root, $peaks, $link)',
} as const;

/** What is hashed for an entry: its kind and id too, so that two cannot be exchanged. */
export function leafContent({kind, id, sha256}: ChainedEntry): string {
  return `${kind}\n${id}\n${sha256}`;
}

export function linkOf(before: string, day: ChainDay, tree: MerkleTree): string {
  return createHash("sha256")
    .update(`${before}\n${day}\n${tree.leaves}\n${rootOf(tree)}`)
    .digest("hex");
}

/** The chain's end; `null` while nothing is chained. */
export async function newestSeal(writer: Pick<Writer, "rows">): Promise<Seal | null> {
  const [found] = await writer.rows(chainStatements.newestSeal);
  if (found === undefined) return null;
  const [seal, day, leaves, peaks, link] = found;
  return {
    seal: Number(seal),
    day: String(day) as ChainDay,
    tree: {leaves: Number(leaves), peaks: peaksOf(String(peaks))},
    link: String(link),
  };
}

export function peaksOf(text: string): readonly string[] {
  return text === "" ? [] : text.split(" ");
}

/** @throws StoreError when something newer is chained: what that day's answer was can no longer change. */
export async function refusePast(writer: Pick<Writer, "rows">, day: Day): Promise<void> {
  const newest = await newestSeal(writer);
  if (newest !== null) refuseBefore(newest.day, day);
}

function refuseBefore(newest: ChainDay, day: ChainDay): void {
  if (newest === genesis || (day !== genesis && day >= newest)) return;
  throw new StoreError(
    `the ledger has entries of ${newest} and takes none for ${day === genesis ? "its beginning" : day} any more`,
    {
      status: 409,
      exitCode: exitInput,
      whatToDo: `Record it on ${newest} or later: answers as of an earlier day must stay as they were.`,
    },
  );
}

/**
 * Chains what a transaction keeps, in that transaction: a leaf for each entry, and one seal over the day's tree so far.
 * Both tables only grow. Without entries nothing is added.
 * @throws StoreError when the chain has come to a later day.
 */
export async function chainEntries(
  writer: Writer,
  day: ChainDay,
  entries: readonly ChainedEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const before = await newestSeal(writer);
  if (before !== null) refuseBefore(before.day, day);
  let tree = before?.day === day ? before.tree : emptyTree;
  for (const entry of entries) tree = withLeaf(tree, leafContent(entry));
  const [[last = 0] = []] = await writer.rows(chainStatements.newestLeaf);
  await writer.run(chainStatements.addLeaves, {
    first: Number(last) + 1,
    day,
    kinds: entries.map(({kind}) => kind),
    ids: entries.map(({id}) => id),
    hashes: entries.map(({sha256}) => sha256),
  });
  await writer.run(chainStatements.addSeal, {
    seal: (before?.seal ?? 0) + 1,
    day,
    leaves: tree.leaves,
    root: rootOf(tree),
    peaks: tree.peaks.join(" "),
    link: linkOf(before?.link ?? firstLink, day, tree),
  });
}
