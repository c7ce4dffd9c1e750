import {describe, expect, it} from "vitest";
import {auditArticle, tellArticle} from "../../src/audit/index.ts";
import {
  auditAnnotated,
  auditHtml,
  auditMarkdown,
  claimReviewJson,
  claimReviews,
} from "../../src/briefs/index.ts";
import {day} from "../../src/world/index.ts";
import {book, buildArticle, reference, tradeShare, watch} from "../audit/build-world.ts";

const text = `Indonesia joined BRICS in 2023, and Indonesia voted for resolution ES-11/1 in March 2022.
Indonesia and Russia <script>alert(1)</script> are [expanding](javascript:alert(1)) their trade.
The United States should accept Russia's sphere of influence.`;
const article = buildArticle(text, "2025-03-01");
const verdicts = auditArticle({
  article,
  events: [],
  moves: [],
  series: [tradeShare],
  book,
  watch,
  reference,
});
const audit = tellArticle(article, verdicts, article.grade, () => false);

describe("an audit on paper", () => {
  it("tells each claim with its verdict, its evidence and what would settle it", () => {
    const page = auditMarkdown(audit, reference);
    expect(page).toContain("**contradicted**: Indonesia joined BRICS in 2023");
    expect(page).toContain("Against: Indonesia: member of BRICS from 2025-01-06");
    expect(page).toContain("**supported**: Indonesia voted for resolution ES-11/1 in March 2022");
    expect(page).toContain("Would settle it: ");
    expect(page).toContain("## Data cited");
    expect(page).toContain("“sphere of influence”");
  });

  it.each([
    ["a page", auditHtml],
    ["an annotated text", auditAnnotated],
  ])("as %s lets no script of the text through", (_, write) => {
    const page = write(audit, reference);
    expect(page).not.toContain("<script>");
    expect(page).toContain("&lt;script&gt;");
    expect(page).not.toMatch(/href="(?!#)/);
  });

  it("annotates the whole text: every word of it stands on the page, with a note for every claim", () => {
    const page = auditAnnotated(audit, reference);
    const words = page
      .replaceAll(/<aside>[\s\S]*?<\/aside>|<sup>.*?<\/sup>|<style>[\s\S]*?<\/style>/g, "")
      .replaceAll(/<[^>]+>/g, "")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&#39;", "'");
    for (const line of text.split("\n")) expect(words).toContain(line);
    verdicts.forEach((_, at) => {
      expect(page).toContain(`id="note-${at + 1}"`);
    });
  });

  it("reviews as ClaimReview only what was supported or contradicted, in words and without a score", () => {
    const reviews = claimReviews(audit, day("2026-06-01"));
    expect(reviews).toHaveLength(2);
    expect(reviews[0]).toMatchObject({
      "@type": "ClaimReview",
      claimReviewed: "Indonesia joined BRICS in 2023",
      reviewRating: {"@type": "Rating", alternateName: "Contradicted"},
    });
    expect(JSON.stringify(reviews)).not.toContain("ratingValue");
  });

  it("writes ClaimReview so that no words of an article end the script that holds it", () => {
    const title = "</script><script>alert(1)</script>";
    const text = claimReviewJson({...audit, article: {...audit.article, title}}, day("2026-06-01"));
    expect(text).not.toContain("<");
    expect(JSON.parse(text)[0].itemReviewed.appearance.headline).toBe(title);
  });

  it("names an outlet as the author of a claim there, and a speaker only in words: who that is the text does not tell", () => {
    const said = buildArticle(
      "Indonesia joined BRICS in January 2025, the foreign ministry said.\nIndonesia voted for resolution ES-11/1 in March 2022.",
      "2025-03-01",
    );
    const given = {article: said, events: [], moves: [], series: [], book, watch, reference};
    const [first] = auditArticle(given);
    if (first === undefined) throw new Error("it makes a claim");
    const byOf = (kind: "outlet" | "speaker") => {
      const claim = {...first.claim, attribution: "Antara"};
      const chain = [{who: "Antara", kind, claims: 1, seen: null, evidence: []}];
      const told = {...audit, chain, verdicts: [{...first, claim, verdict: "supported" as const}]};
      return claimReviews(told, day("2026-06-01"))[0];
    };
    expect(byOf("outlet")).toMatchObject({
      itemReviewed: {author: {"@type": "Organization", name: "Antara"}},
    });
    expect(byOf("speaker")).not.toHaveProperty("itemReviewed.author");
    expect(byOf("speaker")).toMatchObject({reviewBody: expect.stringMatching(/^Said by Antara\./)});
  });
});
