import type {ArticleAudit} from "../audit/index.ts";
import {type Day, isGap} from "../world/index.ts";

/**
 * The claims that were supported or contradicted as schema.org ClaimReviews (https://schema.org/ClaimReview). The rating is
 * a word and no number: a verdict is of one claim on one day, and no score of truth. A claim's author there is a person or
 * an organisation: an outlet is named so, and a speaker, of whom the text does not tell which, in the review's words.
 */
export function claimReviews(
  {article, verdicts, chain}: ArticleAudit,
  asOf: Day,
): readonly object[] {
  const url = /^https?:\/\//.test(article.origin) ? {url: article.origin} : {};
  const appearance = {
    "@type": "Article",
    ...url,
    ...(isGap(article.title) ? {} : {headline: article.title}),
    ...(isGap(article.published) ? {} : {datePublished: article.published}),
    ...(isGap(article.outlet) ? {} : {publisher: {"@type": "Organization", name: article.outlet}}),
  };
  const outlets = new Set<string | null>(
    chain.filter(({kind}) => kind === "outlet").map(({who}) => who),
  );
  return verdicts
    .filter(({verdict}) => verdict === "supported" || verdict === "contradicted")
    .map(({claim, verdict, because, for: supporting, against}) => ({
      "@context": "https://schema.org",
      "@type": "ClaimReview",
      datePublished: asOf,
      author: {"@type": "Organization", name: "Demarche"},
      claimReviewed: claim.text,
      itemReviewed: {
        "@type": "Claim",
        appearance,
        ...(outlets.has(claim.attribution)
          ? {author: {"@type": "Organization", name: claim.attribution}}
          : {}),
      },
      reviewRating: {
        "@type": "Rating",
        alternateName: verdict === "supported" ? "Supported" : "Contradicted",
        ratingExplanation: because,
      },
      reviewBody: [
        ...(claim.attribution === null || outlets.has(claim.attribution)
          ? []
          : [`Said by ${claim.attribution}.`]),
        ...[...supporting, ...against].map(({quote}) => quote),
      ].join(" "),
    }));
}

/**
 * The same as text that may be put between script tags of a page as it is: an article's "</script>" ends none there, for
 * every "<" is written by its number, as JSON allows.
 */
export function claimReviewJson(audit: ArticleAudit, asOf: Day): string {
  return `${JSON.stringify(claimReviews(audit, asOf), null, 2).replaceAll("<", "\\u003c")}\n`;
}
