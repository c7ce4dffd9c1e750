import {createHash} from "node:crypto";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {emptyTree, rootOf, withLeaf} from "../../src/store/merkle-tree.ts";

/** Leaves and roots with which implementations of Certificate Transparency are tested. */
const leaves = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
];
const roots = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

const sha256 = (...parts: Uint8Array[]) =>
  createHash("sha256").update(Buffer.concat(parts)).digest();

/** The root as RFC 6962 defines it: split at the largest power of two below the number of leaves. */
function defined(contents: readonly Uint8Array[]): Buffer {
  const [only] = contents;
  if (only === undefined) return sha256();
  if (contents.length === 1) return sha256(Uint8Array.of(0), only);
  let split = 1;
  while (split * 2 < contents.length) split *= 2;
  return sha256(
    Uint8Array.of(1),
    defined(contents.slice(0, split)),
    defined(contents.slice(split)),
  );
}

describe("the tree of a day", () => {
  it("has the roots that Certificate Transparency expects", () => {
    let tree = emptyTree;
    leaves.forEach((leaf, at) => {
      tree = withLeaf(tree, Buffer.from(leaf, "hex"));
      expect(rootOf(tree)).toBe(roots[at]);
    });
  });

  it("grows leaf by leaf to what the definition gives for all of them at once", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({maxLength: 9}), {maxLength: 70}), (contents) => {
        const tree = contents.reduce(withLeaf, emptyTree);
        expect(tree.leaves).toBe(contents.length);
        expect(rootOf(tree)).toBe(defined(contents).toString("hex"));
      }),
    );
  });
});
