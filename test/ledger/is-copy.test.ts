import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {isCopy, shinglesOf} from "../../src/ledger/is-copy.ts";

const copies = (a: string, b: string) => isCopy(shinglesOf(a), shinglesOf(b));
const words = fc.array(fc.stringMatching(/^[a-z]{3,8}$/), {minLength: 4, maxLength: 40});

describe("a copy", () => {
  it("is a text cut short, with other capitals and points, or with a word changed", () => {
    const wire =
      "Indonesia and Russia signed a memorandum on refinery work in Tuban, the two ministries said on Friday.";
    expect(copies(wire, "INDONESIA AND RUSSIA SIGNED A MEMORANDUM ON REFINERY WORK IN TUBAN")).toBe(
      true,
    );
    expect(copies(wire, wire.replace("Friday", "Saturday").replace("two", "both"))).toBe(true);
  });

  it("is not another account of the same thing", () => {
    expect(
      copies(
        "Indonesia and Russia signed a memorandum on refinery work in Tuban.",
        "In Tuban a refinery may grow with Russian help after Jakarta put its name to a memorandum.",
      ),
    ).toBe(false);
  });

  it("is every text of itself and of its own beginning, both ways round", () => {
    fc.assert(
      fc.property(words, fc.integer({min: 4, max: 40}), (all, length) => {
        const text = all.join(" ");
        const cut = all.slice(0, length).join(" ");
        expect(copies(text, text)).toBe(true);
        expect(copies(text, cut)).toBe(true);
        expect(copies(cut, text)).toBe(true);
      }),
    );
  });

  it("is nothing of an empty text", () => {
    expect(copies("", "")).toBe(false);
    expect(copies("…", "a text of some words")).toBe(false);
  });

  it("is decided on the beginning of a very long text", () => {
    const long = "word ".repeat(200_000);
    expect(shinglesOf(long)).toHaveLength(1);
    expect(shinglesOf("x".repeat(1_000_000))).toHaveLength(1);
  });
});
