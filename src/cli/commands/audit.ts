import type {ArticleAudit} from "../../audit/index.ts";
import {
  auditAnnotated,
  auditHtml,
  auditMarkdown,
  claimReviewJson,
  comparisonMarkdown,
} from "../../briefs/index.ts";
import {auditOne, compareTwo, readArticle, type TwoCompared} from "../../pipeline/index.ts";
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
    const one = await readIn(origin, house);
    const other = options.against === undefined ? null : await readIn(options.against, house);
    tellWork(house);
    const text =
      other === null
        ? textOf(await auditOne({...house, ...one}), house, options)
        : comparedText(await compareTwo(house, one, other), options);
    return writeText(text, options.out, "audit");
  });
}

async function readIn(origin: string, {reference}: House) {
  return readArticle(await capture(origin, realEffects()), reference);
}

function comparedText({comparison, first, second}: TwoCompared, {json, format}: AuditOptions) {
  if (json === true || format === "json") return jsonText(comparison);
  return comparisonMarkdown(comparison, {first: nameOf(first), second: nameOf(second)});
}

function nameOf({article: {title, origin}}: ArticleAudit): string {
  return isGap(title) ? origin : `${title} (${origin})`;
}

function textOf(one: ArticleAudit, {reference, asOf}: House, {format, json}: AuditOptions): string {
  if (json === true || format === "json") return jsonText(one);
  if (format === "claimreview") return claimReviewJson(one, asOf);
  if (format === "html") return auditHtml(one, reference);
  return format === "annotated" ? auditAnnotated(one, reference) : auditMarkdown(one, reference);
}
