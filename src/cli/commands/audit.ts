import {compareArticles} from "../../audit/index.ts";
import {
  auditAnnotated,
  auditHtml,
  auditMarkdown,
  claimReviews,
  comparisonMarkdown,
} from "../../briefs/index.ts";
import {auditOne, readArticle} from "../../pipeline/index.ts";
import {capture} from "../../sources/index.ts";
import {isGap} from "../../world/index.ts";
import type {auditFormats} from "../audit-formats.ts";
import {type CommonOptions, type House, inHouse, realEffects, tellWork} from "../house.ts";
import {jsonText} from "../print.ts";
import {writeText} from "../write-text.ts";

interface AuditOptions extends CommonOptions {
  readonly format: (typeof auditFormats)[number];
  readonly against?: string;
  readonly out?: string;
}

/** Reads an article back claim by claim, or holds it against another. Keeps nothing. */
export function audit(origin: string, options: AuditOptions): Promise<void> {
  return inHouse(options, async (house) => {
    const one = await readBack(origin, house);
    if (options.against === undefined)
      return writeText(textOf(one.audit, house, options), options.out, "audit");
    const other = await readBack(options.against, house);
    const comparison = compareArticles(
      {article: one.article, verdicts: one.audit.verdicts},
      {article: other.article, verdicts: other.audit.verdicts},
    );
    const title = ({article}: typeof one) =>
      isGap(article.title) ? article.origin : `${article.title} (${article.origin})`;
    const text =
      options.json === true || options.format === "json"
        ? jsonText(comparison)
        : comparisonMarkdown(comparison, {first: title(one), second: title(other)});
    return writeText(text, options.out, "audit");
  });
}

async function readBack(origin: string, house: House) {
  const captured = await capture(origin, realEffects());
  const reading = await readArticle(captured, house.reference);
  tellWork(house);
  return {article: reading.article, audit: await auditOne({...house, ...reading})};
}

function textOf(
  one: Awaited<ReturnType<typeof auditOne>>,
  {reference, asOf}: House,
  {format, json}: AuditOptions,
): string {
  if (json === true || format === "json") return jsonText(one);
  if (format === "claimreview") return jsonText(claimReviews(one, asOf));
  if (format === "html") return auditHtml(one, reference);
  return format === "annotated" ? auditAnnotated(one, reference) : auditMarkdown(one, reference);
}
