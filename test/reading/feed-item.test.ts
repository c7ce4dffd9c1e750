import {describe, expect, it} from "vitest";
import {readCapture} from "../../src/reading/index.ts";
import {type FeedItem, itemCapture} from "../../src/sources/index.ts";
import {type Collected, day} from "../../src/world/index.ts";

const collected: Collected = {
  source: "wire",
  title: "Wire",
  language: "en",
  country: "IDN",
  reliability: {letter: "C", onOwnPosition: "C", reason: "made for a test"},
  published: "2026-11-25",
  updated: null,
};
const item: FeedItem = {
  id: "1",
  url: "https://wire.example/1",
  title: "Ministers meet in Jakarta",
  summary: "Ministers of two states met in Jakarta on Wednesday.",
  contentHtml: null,
  published: "2026-11-25",
  updated: null,
  author: "Ana Putri",
  language: null,
};
const read = (change: Partial<FeedItem> = {}) =>
  readCapture(
    itemCapture(
      {...item, ...change},
      "https://wire.example/1",
      "it answered 403",
      collected,
      day("2026-11-26"),
    ),
  );

describe("what a feed says of an item whose page cannot be had", () => {
  it("is an article of its title and summary, with its day and author, and is flagged", () => {
    expect(read()).toMatchObject({
      title: "Ministers meet in Jakarta",
      text: "Ministers meet in Jakarta\n\nMinisters of two states met in Jakarta on Wednesday.",
      published: "2026-11-25",
      author: "Ana Putri",
      flags: expect.arrayContaining([
        {
          kind: "feed-item",
          start: 0,
          end: 0,
          note: "only what its feed says of it was read, not its page: it answered 403",
        },
      ]),
    });
  });

  it("is the text itself where the feed carries it; markup is read, never kept", () => {
    const contentHtml =
      "<p>The two ministers signed a note.</p><script>alert(1)</script><p onclick=x>They left.</p>";
    const {text} = read({contentHtml});
    expect(text).toContain("The two ministers signed a note.");
    expect(text).toContain("They left.");
    expect(text).not.toMatch(/alert|onclick|</);
  });

  it("without words is none", () => {
    expect(() => read({title: null, summary: null})).toThrow("no words");
    expect(() => read({title: null, summary: null, contentHtml: "<p></p>"})).toThrow("no words");
  });
});
