export {
  type ArticleAudit,
  type AuditMark,
  evidenceOf,
  type LoadedWord,
  type SourceLink,
} from "./article-audit.ts";
export {type AuditInput, auditArticle} from "./audit-article.ts";
export {type ArticleComparison, type ClaimPair, compareArticles} from "./compare-articles.ts";
export {tellArticle} from "./tell-article.ts";
export {
  type ArticleWatch,
  datasetsOfArticle,
  figureDatasets,
  speaksOfListing,
  watchOfArticle,
} from "./watch-of-article.ts";
