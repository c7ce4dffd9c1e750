import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {AnswerBody, ArticleBody} from "../../src/api/index.ts";
import {day, gap, notLookedFor} from "../../src/world/index.ts";
import {buildAnswer} from "../briefs/build-answer.ts";
import {hasChromium, type OpenHouse, openEmptyHouse} from "./open-page.ts";

const hostile = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';

describe.skipIf(!hasChromium)("hostile text (needs /usr/bin/chromium)", () => {
  let house: OpenHouse;
  beforeAll(async () => {
    house = await openEmptyHouse();
  });
  afterAll(() => house?.close());

  it("stays text in tables, headings, claims and passages, and is no link", async () => {
    const answer: AnswerBody = {
      answer: buildAnswer(hostile, 5),
      names: {IDN: hostile, RUS: "Russia", USA: "United States"},
    };
    const article: ArticleBody = {
      kind: "article",
      article: hostileArticle(),
      events: [],
      grade: hostileArticle().grade,
      collected: null,
      cluster: null,
      others: {},
    };
    const page = await house.browser.newPage();
    await page.route("**/api/answer*", (route) => route.fulfill({json: answer}));
    await page.route("**/api/articles/*", (route) => route.fulfill({json: article}));
    await page.goto(`${house.address}/?evidence=claim/0/0123456789abcdef`);
    await page.locator(".passage mark").first().waitFor();
    expect(await page.locator("h1").textContent()).toBe(hostile);
    expect(await page.locator(".passage:not(.whole) mark").textContent()).toBe(hostile);
    expect(await page.evaluate(() => "hacked" in window)).toBe(false);
    expect(await page.locator("img, main script, a[href^='javascript']").count()).toBe(0);
    await page.close();
  });

  it("tells a failing answer in the server's own words", async () => {
    const page = await house.browser.newPage();
    const error = {status: 409, message: "the ledger is held", whatToDo: "close the other one"};
    await page.route("**/api/answer*", (route) => route.fulfill({status: 409, json: {error}}));
    await page.goto(house.address);
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").textContent()).toBe(
      "the ledger is held: close the other one",
    );
    await page.close();
  });
});

function hostileArticle(): ArticleBody["article"] {
  const lead = "He said: ";
  const text = `${lead} ${hostile}`;
  return {
    ...notLookedFor,
    id: "0123456789abcdef",
    captureSha256: "0",
    origin: "javascript:window.hacked=1",
    title: hostile,
    text,
    language: "en",
    published: gap("date", "none", "the original"),
    recordedOn: day("2026-01-02"),
    outlet: hostile,
    author: hostile,
    cites: [{name: hostile, words: hostile, start: 0, end: 4}],
    blocks: [{kind: "paragraph", under: null, start: 0, end: text.length}],
    tables: [],
    flags: [{kind: "no-date", note: hostile, start: 0, end: 0}],
    grade: {reliability: "F", credibility: 6, reasons: [hostile]},
    specimen: false,
  };
}
