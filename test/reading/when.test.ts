import {describe, expect, it} from "vitest";
import {nothingKnown, readCapture, type SourcePrior} from "../../src/reading/index.ts";
import {captureOf} from "../../src/sources/index.ts";
import {day, isGap} from "../../src/world/index.ts";
import {readText} from "./capture-text.ts";

const known = (more: Partial<SourcePrior>): SourcePrior => ({...nothingKnown, ...more});
const from = (country: string) => known({country});
const address = "https://example.org/a";

describe("a date in figures", () => {
  const text = "Fish\n\n12/05/2025\n\nFiji and Tonga held talks on fish.";
  it.each([
    ["IDN", "2025-05-12"],
    ["RUS", "2025-05-12"],
    ["USA", "2025-12-05"],
  ])("is read as %s writes it: %s", (country, wanted) => {
    expect(readText(text, "text/plain", address, from(country)).published).toBe(wanted);
  });

  it.each([nothingKnown, from("CAN")])(
    "may be two days where nobody says, and both are named",
    (prior) => {
      const {published} = readText(text, "text/plain", address, prior);
      expect(isGap(published) && published.why).toMatch(/2025-05-12.*2025-12-05/);
      expect(isGap(published) && published.wouldFill).toMatch(/page|country/);
    },
  );
});

describe("where the day of publication comes from", () => {
  const page = (head: string, body = "<p>Fiji held talks.</p>") =>
    `<html><head>${head}</head><body><article>${body}</article></body></html>`;
  const meta = `<meta property="article:published_time" content="2025-03-05">`;
  const linked = `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-03-05","dateModified":"2025-03-07"}</script>`;

  it("is told with its words and how sure it is", () => {
    expect(readText(page(meta), "text/html", address).publishedFrom).toMatchObject({
      origin: "metadata",
      words: "2025-03-05",
    });
    expect(readText(page(linked), "text/html", address).publishedFrom).toMatchObject({
      origin: "json-ld",
    });
  });

  it("is surer where two places agree, and less sure where they differ", () => {
    const confidence = (html: string, at: string) => {
      const {publishedFrom} = readText(html, "text/html", at);
      return isGap(publishedFrom) ? 0 : publishedFrom.confidence;
    };
    const alone = confidence(page(meta), address);
    expect(confidence(page(meta), "https://example.org/2025/03/05/a")).toBeGreaterThan(alone);
    expect(confidence(page(meta), "https://example.org/2024/01/01/a")).toBeLessThan(alone);
  });

  it("is the feed's where the page states none, and the page's where it does", () => {
    const fed = known({published: "Tue, 04 Mar 2025 10:00:00 GMT"});
    expect(readText(page(""), "text/html", address, fed)).toMatchObject({
      published: "2025-03-04",
      publishedFrom: {origin: "feed"},
    });
    expect(readText(page(meta), "text/html", address, fed).published).toBe("2025-03-05");
  });

  it("keeps the day of the last update apart, and refuses one before publication", () => {
    expect(readText(page(linked), "text/html", address)).toMatchObject({
      updated: "2025-03-07",
      updatedFrom: {origin: "json-ld"},
    });
    const turned = linked.replace("2025-03-07", "2025-03-01");
    expect(isGap(readText(page(turned), "text/html", address).updated)).toBe(true);
  });

  it.each([
    ["Published 3 March 2025 | Updated 4 March 2025", "2025-03-03", "2025-03-04"],
    ["Senin, 3 Maret 2025 10:15 WIB", "2025-03-03", null],
    ["Опубликовано: 3 марта 2025, 14:00 МСК", "2025-03-03", null],
    ["Publié le 3 mars 2025 à 10:15, mis à jour le 4 mars 2025", "2025-03-03", "2025-03-04"],
    ["发布时间：2025年3月3日 10:15", "2025-03-03", null],
    ["Thứ hai, ngày 3 tháng 3 năm 2025", "2025-03-03", null],
    ["3 มีนาคม 2568", "2025-03-03", null],
    ["٣ مارس ٢٠٢٥", "2025-03-03", null],
  ])("is read off an element of its own: %s", (line, published, updated) => {
    const article = readText(
      `<html><body><main><h1>Fish</h1><div class="post-date">${line}</div><p>Fiji and Tonga held talks on fish.</p></main></body></html>`,
      "text/html",
      address,
    );
    expect(article.published).toBe(published);
    expect(isGap(article.updated) ? null : article.updated).toBe(updated);
  });

  it("“2 days ago” is told from the day on which the page was read, and is less sure", () => {
    const html = page("", `<span class="date">2 days ago</span><p>Fiji held talks.</p>`);
    expect(readText(html, "text/html", address)).toMatchObject({published: "2026-01-13"});
    expect(isGap(readText(html, "text/html", "saved.html").published)).toBe(true);
  });
});

describe("a day that the text names", () => {
  const named = (text: string, country: string | null = null) =>
    readText(text, "text/plain", address, known({country})).days.map(({start, end, day}) => [
      text.slice(start, end),
      isGap(day) ? null : day,
    ]);
  const english =
    "JAKARTA, 5 March 2025 - The two ministers met in the harbour and spoke of fish. ";

  it.each([
    [`${english}They had met yesterday.`, "yesterday", "2025-03-04"],
    [`${english}They had met on Monday.`, "on Monday", "2025-03-03"],
    [`${english}They will meet on Monday.`, "on Monday", "2025-03-10"],
    [`${english}They opened an office on Monday that will sell fish.`, "on Monday", "2025-03-03"],
    [`${english}They had met on December 30.`, "December 30", "2024-12-30"],
    [
      "Jakarta, 5 Maret 2025 - Kedua menteri itu bertemu kemarin karena harga ikan naik.",
      "kemarin",
      "2025-03-04",
    ],
    [
      "Jakarta, 5 Maret 2025 - Kedua menteri bertemu pada Senin karena harga ikan naik.",
      "pada Senin",
      "2025-03-03",
    ],
    [
      "МОСКВА, 5 марта 2025 - Министры встретились вчера и говорили о рыбе и о ценах на неё.",
      "вчера",
      "2025-03-04",
    ],
    [
      "МОСКВА, 5 марта 2025 - Министры встретились в понедельник и говорили о рыбе.",
      "в понедельник",
      "2025-03-03",
    ],
  ])("is told from the day of publication: %s", (text, words, day) => {
    expect(named(text).at(-1)).toEqual([words, day]);
  });

  it("is a Gap where the text has no date, or where figures may be two days", () => {
    expect(named("The two ministers met yesterday in the harbour.")).toEqual([["yesterday", null]]);
    expect(named(`${english}They met on 04/05/2025.`).at(-1)).toEqual(["04/05/2025", null]);
    expect(named(`${english}They met on 04/05/2025.`, "IDN").at(-1)).toEqual([
      "04/05/2025",
      "2025-05-04",
    ]);
  });
});

describe("a capture that was collected", () => {
  it("is read with what its source and its feed tell: the order of figures and the day", () => {
    const bytes = new TextEncoder().encode(
      "Fish\n\nFiji and Tonga met on 12/05/2025 to hold talks on fish.",
    );
    const collected = {
      source: "suva-post",
      title: "Suva Post",
      language: "en",
      country: "FJI",
      reliability: {letter: "F", onOwnPosition: "F", reason: "made for a test"},
      published: "2025-05-14T08:00:00+12:00",
      updated: null,
    } as const;
    const capture = captureOf(bytes, address, day("2026-01-15"), false, "text/plain");
    const article = readCapture({...capture, collected});
    expect(article).toMatchObject({published: "2025-05-14", publishedFrom: {origin: "feed"}});
    expect(article.days.map((one) => one.day)).toEqual(["2025-05-12"]);
  });
});
