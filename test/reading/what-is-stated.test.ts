import {describe, expect, it} from "vitest";
import {dayInWords} from "../../src/reading/day-in-words.ts";
import {isGap} from "../../src/world/index.ts";
import {readText} from "./capture-text.ts";

describe("a day in words", () => {
  it.each([
    ["3 March 2025", "2025-03-03"],
    ["Monday, March 3rd, 2025", "2025-03-03"],
    ["3 Maret 2025", "2025-03-03"],
    ["14 Ogos 2025", "2025-08-14"],
    ["3 марта 2025", "2025-03-03"],
    ["le 1 août 2024", "2024-08-01"],
    ["2025-03-03T23:59:00-08:00", "2025-03-03"],
    ["25/12/2024", "2024-12-25"],
    ["12/25/2024", "2024-12-25"],
    ["05/05/2024", "2024-05-05"],
  ])("%s is %s", (words, day) => {
    expect(dayInWords(words)).toBe(day);
  });

  it.each(["12/05/2024", "30 February 2025", "March 2025", "3 March", "in 2025", "v1.2.2025x", ""])(
    "%s names no one day",
    (words) => {
      expect(dayInWords(words)).toBeNull();
    },
  );
});

describe("the day of publication", () => {
  const page = (head: string, body: string) =>
    `<html><head>${head}</head><body><article>${body}</article></body></html>`;
  const meta = `<meta property="article:published_time" content="2025-03-05T10:00:00Z">`;
  const linked = `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-03-04"}</script>`;
  const body = "<p>SUVA, 6 March 2025 - Fiji and Tonga held talks on fish.</p>";
  const address = "https://example.org/2025/03/07/fish";

  it("is taken from metadata, then JSON-LD, then the dateline, then the address", () => {
    expect(readText(page(linked + meta, body), "text/html", address).published).toBe("2025-03-05");
    expect(readText(page(linked, body), "text/html", address).published).toBe("2025-03-04");
    expect(readText(page("", body), "text/html", address).published).toBe("2025-03-06");
    expect(readText(page("", "<p>Fiji held talks.</p>"), "text/html", address).published).toBe(
      "2025-03-07",
    );
  });

  it.each([
    ["Fish\n\nPublished: Monday, 3 March 2025 at 10:15 WIB\n\nFiji and Tonga held talks."],
    ["Fish\n\nBy Jane Doe | March 3, 2025\n\nFiji and Tonga held talks."],
    ["Fish\n\n03.03.2025\n\nFiji and Tonga held talks."],
    ["MOSCOW, March 3, 2025. /TASS/. Fiji and Tonga held talks."],
    ["Jakarta, 3 Maret 2025 – Fiji dan Tonga mengadakan perundingan."],
  ])("is read off the top of a text: %s", (text) => {
    expect(readText(text).published).toBe("2025-03-03");
  });

  it.each([
    ["a date in mid-text", "Fiji and Tonga met on 6 March 2025 to hold talks on fish."],
    ["a dateline without a year", "SUVA, March 6 (Reuters) - Fiji and Tonga held talks on fish."],
    ["a file's path", "Fiji and Tonga held talks."],
    ["a day after the one on which it was read", "SUVA, 6 March 2031 - Fiji held talks on fish."],
  ])("is a Gap that is flagged, for %s", (_name, text) => {
    const article = readText(text, "text/plain", "archive/2025/03/07/note.txt");
    expect(isGap(article.published)).toBe(true);
    expect(article.flags.map(({kind}) => kind)).toContain("no-date");
    expect(article.grade.reasons).toContain("undated");
  });
});

describe("the outlet", () => {
  it.each([
    ["JAKARTA (Reuters) - Fiji and Tonga held talks.", "note.txt", "Reuters"],
    ["MOSCOW, March 3. /TASS/. Fiji and Tonga held talks.", "note.txt", "TASS"],
    ["Fiji and Tonga held talks.", "https://asia.nikkei.com/a", "Nikkei Asia"],
    ["Fiji and Tonga held talks.", "https://example.org/a", null],
    ["The minister (Finance) - a quiet man - held talks.", "note.txt", null],
  ])("of %s from %s is %s", (text, origin, outlet) => {
    const found = readText(text, "text/plain", origin).outlet;
    expect(isGap(found) ? null : found).toBe(outlet);
  });

  it("does not cite itself", () => {
    const {cites, flags} = readText('JAKARTA (Reuters) - "We failed," the minister told Reuters.');
    expect(cites).toEqual([]);
    expect(flags.map(({kind}) => kind)).not.toContain("secondary");
  });
});

describe("a cited source", () => {
  const cited = (text: string) => {
    const {cites, flags} = readText(text);
    return [cites.map(({name}) => name), flags.some(({kind}) => kind === "secondary")] as const;
  };

  it.each([
    ["Two states drew closer, according to a report by Nikkei Asia.", "Nikkei Asia"],
    [
      "Two states drew closer, according to a report published by The Fjord Courier.",
      "Fjord Courier",
    ],
    ["TASS reported that the ministers had met.", "TASS"],
    ["The talks failed, as first reported by Reuters.", "Reuters"],
    ['"We failed," the minister told The Jakarta Post.', "The Jakarta Post"],
    ["A Bloomberg report said that the price had fallen.", "Bloomberg"],
    ["Menteri itu mundur, dikutip dari Kompas.", "Kompas"],
  ])("that is an outlet makes the text secondary: %s", (text, name) => {
    expect(cited(text)).toEqual([[name], true]);
  });

  it.each([
    ["The price fell, a ministry statement said.", "ministry"],
    ["The price fell, according to a report by the World Bank.", "World Bank"],
    ["The price fell, the foreign ministry said in a statement.", "foreign ministry"],
  ])("that is an authority does not: %s", (text, name) => {
    expect(cited(text)).toEqual([[name], false]);
  });

  it.each([
    "Losses reported by Indonesian companies grew.",
    "According to the plan, Malaysia reported higher exports.",
    "The inspectors told the International Atomic Energy Agency that nothing was missing.",
    "The government said that the price would fall.",
    "A statement from Monday was withdrawn.",
    "According to a report on Monday, the price fell.",
    "According to a report by Estonian officials, the price fell.",
    "The Star of the evening was the minister.",
    "He told Parliament that the times are hard.",
  ])("is not found where none is cited: %s", (text) => {
    expect(cited(text)).toEqual([[], false]);
  });

  it("far below the lead carries its own sentence only", () => {
    const own = "The two ministers met in the old harbour and spoke about ferries, fish and fees.";
    const text = [own, own, own, "Tonga may join, according to a report by Reuters."].join("\n\n");
    const kinds = readText(text).flags.map(({kind}) => kind);
    expect(kinds).toContain("source-not-seen");
    expect(kinds).not.toContain("secondary");
  });
});

describe("a grade", () => {
  const text = "<p>The ministry held talks with Fiji on fish.</p>";
  it.each([
    ["https://kemlu.go.id/2025/01/02/a", "C"],
    ["https://www.state.gov/2025/01/02/a", "C"],
    ["https://mid.ru/2025/01/02/a", "C"],
    ["https://state.gov.example.com/2025/01/02/a", "F"],
    ["https://go.com/2025/01/02/a", "F"],
    ["https://www.reuters.com/2025/01/02/a", "F"],
    ["kemlu.go.id.txt", "F"],
  ])("of %s has reliability %s", (origin, reliability) => {
    const {grade} = readText(text, "text/html", origin);
    expect(grade.reliability).toBe(reliability);
    expect(grade.credibility).toBe(6);
    expect(grade.reasons.length).toBeGreaterThan(0);
  });

  it("of an official page that passes on an outlet's report is F", () => {
    const told = "<p>The two sides will meet, according to a report by Reuters.</p>";
    expect(readText(told, "text/html", "https://state.gov/a").grade.reliability).toBe("F");
  });
});

describe("a page that leaves out its outer tags", () => {
  const words = "<p>Fiji and Tonga held talks.</p>";
  it.each([
    `<!doctype html><title>Fish</title>${words}`,
    `<head><title>Fish</title></head>${words}`,
    `<html lang="en"><head><title>Fish</title></head>${words}</html>`,
    `<HTML><HEAD><TITLE>Fish</TITLE></HEAD><BODY>${words}</BODY></HTML>`,
  ])("is read like any other: %s", (page) => {
    const {title, text} = readText(page, "text/html");
    expect([title, text]).toEqual(["Fish", "Fiji and Tonga held talks."]);
  });
});
