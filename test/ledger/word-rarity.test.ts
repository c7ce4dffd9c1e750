import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {wordsMet} from "../../src/ledger/word-rarity.ts";

const none = new Set<string>();
const subject = (words: readonly string[]) => ({subject: new Set(words), act: none});
const passage = fc.uniqueArray(fc.constantFrom("gas", "rail", "port", "visit"), {maxLength: 3});

describe("how rare a word is", () => {
  it("is told of any passage as it was when that passage was met, whatever was met since", () => {
    fc.assert(
      fc.property(fc.array(passage, {minLength: 1, maxLength: 20}), (passages) => {
        const met = wordsMet();
        const then = passages.map((words) => {
          const rarity = met.before(met.meet(subject(words)));
          return words.map((word) => rarity.of(word));
        });
        const later = passages.map((words, place) =>
          words.map((word) => met.before(place).of(word)),
        );
        expect(later).toEqual(then);
      }),
    );
  });

  it("is 1 for a word met for the first time, and less the more passages have it", () => {
    const met = wordsMet();
    const rarities = Array.from({length: 5}, () =>
      met.before(met.meet(subject(["gas"]))).of("gas"),
    );
    expect(rarities[0]).toBe(1);
    expect([...rarities].sort((a, b) => b - a)).toEqual(rarities);
    expect(new Set(rarities).size).toBe(5);
  });
});
