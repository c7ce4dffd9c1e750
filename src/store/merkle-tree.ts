import {createHash} from "node:crypto";

/**
 * A Merkle tree that grows leaf by leaf, as in Certificate Transparency (RFC 6962, section 2.1): a leaf's hash is
 * SHA-256 of 0x00 and its content, a node's SHA-256 of 0x01 and its two children, and no node is ever doubled. Only the
 * peaks are kept: the roots of the full trees of which the whole is made, largest first, one for each bit of the number
 * of leaves. That is all it takes to add a leaf or to name the root. Hashes are lower-case hexadecimal.
 */
export interface MerkleTree {
  readonly leaves: number;
  readonly peaks: readonly string[];
}

export const emptyTree: MerkleTree = {leaves: 0, peaks: []};

function hash(...parts: readonly (string | Uint8Array)[]): string {
  const sum = createHash("sha256");
  for (const part of parts) sum.update(part);
  return sum.digest("hex");
}

const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);

function node(left: string, right: string): string {
  return hash(nodeMark, Buffer.from(left, "hex"), Buffer.from(right, "hex"));
}

/** The tree with one leaf more. */
export function withLeaf({leaves, peaks}: MerkleTree, content: string | Uint8Array): MerkleTree {
  const rest = [...peaks];
  let peak = hash(leafMark, content);
  // Two full trees of one size make the next larger one: what carrying does when one is added to a binary number.
  for (let size = leaves; size % 2 === 1; size = (size - 1) / 2) {
    const left = rest.pop();
    if (left === undefined) throw new Error("a tree has fewer peaks than its leaves ask for");
    peak = node(left, peak);
  }
  return {leaves: leaves + 1, peaks: [...rest, peak]};
}

/** The root; of a tree without leaves, the hash of nothing. */
export function rootOf({peaks}: MerkleTree): string {
  const [last, ...before] = [...peaks].reverse();
  if (last === undefined) return hash();
  return before.reduce((right, left) => node(left, right), last);
}
