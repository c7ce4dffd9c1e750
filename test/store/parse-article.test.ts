import {describe, expect, it} from "vitest";
import {parseArticle} from "../../src/store/parse-article.ts";
import {isGap} from "../../src/world/index.ts";
import {asReader1, told} from "./made-articles.ts";

describe("an article that an earlier reader kept", () => {
  const {article} = told({text: "Fiji and Tonga held talks."});
  const earlier = asReader1(article);

  it("says of what was not looked for that it was not", () => {
    const {updated, genre, attributions, ...rest} = parseArticle(JSON.stringify(earlier));
    expect(isGap(updated) && updated.wouldFill).toBe("the capture, read again");
    expect(isGap(genre)).toBe(true);
    expect(attributions).toEqual([]);
    expect(rest.text).toBe(article.text);
  });

  it("keeps what a later reader found", () => {
    const genre = {kind: "news", because: "a dateline opens it"} as const;
    expect(parseArticle(JSON.stringify({...article, genre})).genre).toEqual(genre);
  });
});
