import {describe, expect, it} from "vitest";
import {auditArticle, compareArticles} from "../../src/audit/index.ts";
import type {Article} from "../../src/world/index.ts";
import {day} from "../../src/world/index.ts";
import {book, buildArticle, reference, tradeShare, watch} from "./build-world.ts";

function compared(id: string, text: string, published: string) {
  const article: Article = {
    ...buildArticle(text, published),
    id,
    captureSha256: id.padEnd(64, "0"),
    recordedOn: day(published),
  };
  const verdicts = auditArticle({
    article,
    events: [],
    moves: [],
    series: [tradeShare],
    book,
    watch,
    reference,
  });
  return {article, verdicts};
}

const wire = `Indonesia exported goods worth $1.26 billion to Russia in 2016.
Indonesia and Malaysia backed resolution ES-11/1 in March 2022.
Vietnam and Kazakhstan signed a memorandum on rail freight with Russia after two days of talks in Hanoi.
Malaysia and Russia discussed palm oil.`;

describe("two articles on one subject", () => {
  const first = compared("a", wire, "2025-03-01");
  const second = compared(
    "b",
    `Indonesia exported goods worth $9 billion to Russia in 2016.
Indonesia and Malaysia backed resolution ES-11/1 in March 2022.
Vietnam and Kazakhstan signed a memorandum on rail freight with Russia after two days of talks in Hanoi.
Indonesia and the United States quarrelled over nickel.`,
    "2025-03-02",
  );
  const texts = (verdicts: readonly {claim: {text: string}}[]) =>
    verdicts.map(({claim}) => claim.text);

  it("share claims, contradict one another, add and drop", () => {
    const {shared, contradicted, added, dropped} = compareArticles(first, second);
    expect(texts(shared.map((pair) => pair.first))).toEqual([
      "Indonesia and Malaysia backed resolution ES-11/1 in March 2022",
      "Vietnam and Kazakhstan signed a memorandum on rail freight with Russia after two days of talks in Hanoi.",
    ]);
    expect(contradicted).toHaveLength(1);
    expect(contradicted[0]?.because).toBe("one says $1.26 billion, the other $9 billion");
    expect(texts(added)).toEqual(["Indonesia and the United States quarrelled over nickel."]);
    expect(texts(dropped)).toEqual(["Malaysia and Russia discussed palm oil."]);
  });

  it("say the same from either side, with what was added dropped", () => {
    const there = compareArticles(first, second);
    const back = compareArticles(second, first);
    expect(texts(back.added)).toEqual(texts(there.dropped));
    expect(back.shared).toHaveLength(there.shared.length);
    expect(back.contradicted).toHaveLength(there.contradicted.length);
  });

  it("tell who copied whom: the later made of the earlier", () => {
    const copy = compared("c", wire, "2025-03-04");
    expect(compareArticles(first, copy).copied).toMatchObject({copy: "second", share: 1});
    expect(compareArticles(copy, first).copied).toMatchObject({copy: "first"});
    expect(compareArticles(first, first).copied).toMatchObject({
      share: 1,
      because: "word for word the text of the other",
    });
    const other = compared(
      "d",
      "Malaysia and China opened a port together on the east coast last week.",
      "2025-03-04",
    );
    expect(compareArticles(first, other).copied).toBeNull();
  });
});
