import type {ArticleAudit} from "../audit/index.ts";
import {type Day, isGap} from "../world/index.ts";

/**
 * The claims that were supported or contradicted as schema.org ClaimReviews (https://schema.org/ClaimReview). The rating is
 * a word and no number: a verdict is of one claim on one day, and no score of truth.
 */
export function claimReviews({article, verdicts}: ArticleAudit, asOf: Day): readonly object[] {
  const url = /^https?:\/\//.test(article.origin) ? {url: article.origin} : {};
  const appearance = {
    "@type": "Article",
    ...url,
    ...(isGap(article.title) ? {} : {headline: article.title}),
    ...(isGap(article.published) ? {} : {datePublished: article.published}),
    ...(isGap(article.outlet) ? {} : {publisher: {"@type": "Organization", name: article.outlet}}),
  };
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
        ...(claim.attribution === null
          ? {}
          : {author: {"@type": "Thing", name: claim.attribution}}),
      },
      reviewRating: {
        "@type": "Rating",
        alternateName: verdict === "supported" ? "Supported" : "Contradicted",
        ratingExplanation: because,
      },
      reviewBody: [...supporting, ...against].map(({quote}) => quote).join(" "),
    }));
}
