import {describe, expect, it} from "vitest";
import {pageLinks} from "../../../src/sources/collect/page-links.ts";

const linksOf = async (html: string) => {
  const at = {url: "https://www.ministry.example/en/news/", contentType: "text/html"};
  const items = await pageLinks(new TextEncoder().encode(html), at);
  return items.map(({url, title}) => [url, title]);
};
const five = Array.from(
  {length: 5},
  (_, i) => `<a href="/en/news/${i}">The minister received guest number ${i}</a>`,
).join("\n");

describe("the texts that a page lists", () => {
  it("are links of its own site whose words are as long as a headline, once each", async () => {
    const html = `${five}
      <a href="/en/news/0#comments">The minister received guest number 0</a>
      <a href="/en">About</a> <a href="/">The Ministry of Examples of the Republic</a>
      <a href="https://other.example/x">What another site has to say about it</a>
      <a href="javascript:alert('a text that is no address at all')">Read this very long headline here</a>
      <a href="http://ministry.example/en/news/old">The same site <b>without</b>
        its three letters</a>
      <a href="/zh/1">外交部发言人主持例行记者会</a><a href="/zh">首页</a>`;
    expect(await linksOf(html)).toEqual([
      ...[0, 1, 2, 3, 4].map((i) => [
        `https://www.ministry.example/en/news/${i}`,
        `The minister received guest number ${i}`,
      ]),
      ["http://ministry.example/en/news/old", "The same site without its three letters"],
      ["https://www.ministry.example/zh/1", "外交部发言人主持例行记者会"],
    ]);
  });

  it("are none in a text with a few links", async () => {
    expect(await linksOf(five.split("\n").slice(1).join("\n"))).toEqual([]);
  });

  it("are sixty at most, of a page of any size", async () => {
    const many = Array.from({length: 20_000}, (_, i) => five.replaceAll("number", `n${i}`));
    expect(await linksOf(many.join(""))).toHaveLength(5);
    const other = (i: number) =>
      `<a href="/en/news/${i}">The minister received guest number ${i}</a>`;
    expect(await linksOf(Array.from({length: 500}, (_, i) => other(i)).join(""))).toHaveLength(60);
    expect(await linksOf("<a href=x>".repeat(100_000))).toEqual([]);
    expect(await linksOf("<".repeat(1_000_000))).toEqual([]);
  });
});
