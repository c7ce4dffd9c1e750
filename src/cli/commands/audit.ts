import {auditOne, readArticle} from "../../pipeline/index.ts";
import {capture} from "../../sources/index.ts";
import {gradeLabel} from "../../world/index.ts";
import {type CommonOptions, inHouse, realEffects, tellWork} from "../house.ts";
import {printJson} from "../print.ts";

/** Reads an article back claim by claim: what it says, its verdict, and what would settle it. Keeps nothing. */
export function audit(origin: string, options: CommonOptions): Promise<void> {
  return inHouse(options, async (house) => {
    const captured = await capture(origin, realEffects());
    const reading = await readArticle(captured, house.reference);
    tellWork(house);
    const {grade, verdicts} = await auditOne({...house, ...reading});
    if (options.json === true) return printJson({article: {...reading.article, grade}, verdicts});
    const out = (line: string) => process.stdout.write(`${line}\n`);
    out(`grade ${gradeLabel(grade)}: ${grade.reasons.join("; ")}\n`);
    for (const {claim, kind, verdict, because, wouldSettle, past, ...evidence} of verdicts) {
      out(`${(verdict ?? kind).toUpperCase()}  ${claim.text}`);
      out(`    ${because}`);
      for (const {quote} of evidence.for) out(`    for: ${quote}`);
      for (const {quote} of evidence.against) out(`    against: ${quote}`);
      for (const {quote} of past ?? []) out(`    past: ${quote}`);
      if (verdict !== null && wouldSettle !== "") out(`    would settle it: ${wouldSettle}`);
    }
    const counts = new Map<string, number>();
    for (const {verdict, kind} of verdicts)
      counts.set(verdict ?? kind, (counts.get(verdict ?? kind) ?? 0) + 1);
    out(`\n${[...counts].map(([word, count]) => `${count} ${word}`).join(", ")}`);
  });
}
