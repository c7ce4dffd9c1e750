import {appendFileSync, mkdirSync} from "node:fs";
import {dirname} from "node:path";
import type {ScorerReport} from "../../coding/index.ts";
import {keepReading, readArticle, readWithModel} from "../../pipeline/index.ts";
import {capture} from "../../sources/index.ts";
import type {Article, Capture, CodedEvent, Dating, Gap, Reference} from "../../world/index.ts";
import {clipLine, gradeLabel, isGap} from "../../world/index.ts";
import {explainEvent} from "../explain-event.ts";
import {type CommonOptions, inHouse, progress, realEffects} from "../house.ts";
import {printJson, printTable} from "../print.ts";

/** Reads a text into the ledger and shows what was made of it. */
export function read(
  origin: string,
  options: CommonOptions & {dryRun?: boolean; explain?: boolean} & ScorerOptions,
): Promise<void> {
  const keep = options.dryRun !== true;
  return inHouse(
    options,
    async ({ledger, reference}) => {
      const captured = await capture(origin, realEffects());
      const {report, ...reading} = await readBy(captured, reference, options);
      const {events} = reading;
      const grade = keep
        ? await keepReading(ledger, reference, {capture: captured, ...reading})
        : reading.article.grade;
      const article = {...reading.article, grade};
      if (options.json === true)
        printJson({article, events, kept: keep, ...(report === null ? {} : {scorer: report})});
      else printReading(article, events, {kept: keep, explain: options.explain === true});
    },
    {write: keep},
  );
}

/** Who judges the types of events. */
interface ScorerOptions {
  readonly scorer?: string;
  readonly calibration?: string;
  readonly disagreements?: string;
}

/** Where disagreements go unless a file is named. */
const disagreementsFile = ".demarche/scorer-disagreements.jsonl";

/** Reads with the scorer that was named; its disagreements with the linear one are written down and told. */
async function readBy(
  captured: Capture,
  reference: Reference,
  {scorer = "linear", calibration, disagreements = disagreementsFile}: ScorerOptions,
): Promise<{article: Article; events: readonly CodedEvent[]; report: ScorerReport | null}> {
  if (scorer === "linear") return {...(await readArticle(captured, reference)), report: null};
  const {namedScorer} = await import("../named-scorer.ts");
  const model = await namedScorer(scorer, calibration, reference, process.env);
  if (model === null) return {...(await readArticle(captured, reference)), report: null};
  const read = await readWithModel(captured, reference, model);
  tellReport(read.report, disagreements);
  return read;
}

function tellReport(
  {id, asked, malformed, misquoted, disagreements}: ScorerReport,
  file: string,
): void {
  progress(
    `${id} was asked ${asked} times: ${malformed} answers were not as asked, ${misquoted} quoted words that are not there; the linear scorer judged those`,
  );
  if (disagreements.length === 0) return;
  mkdirSync(dirname(file), {recursive: true});
  appendFileSync(
    file,
    disagreements.map((one) => `${JSON.stringify({scorer: id, ...one})}\n`).join(""),
  );
  progress(`it disagrees with the linear scorer ${disagreements.length} times: see ${file}`);
}

function datedBy(from: Dating | Gap): string {
  return isGap(from) ? "" : ` (${from.origin}, ${Math.round(from.confidence * 100)} % sure)`;
}

function printReading(
  article: Article,
  events: readonly CodedEvent[],
  {kept, explain}: {readonly kept: boolean; readonly explain: boolean},
): void {
  const out = (line: string) => process.stdout.write(`${line}\n`);
  out(isGap(article.title) ? "(no title)" : article.title);
  out(
    `${article.text.length} characters · ${article.language} · published ${isGap(article.published) ? `unknown (${article.published.why})` : article.published}${datedBy(article.publishedFrom)}`,
  );
  if (!isGap(article.updated)) out(`updated ${article.updated}${datedBy(article.updatedFrom)}`);
  if (!isGap(article.genre)) out(`${article.genre.kind}: ${article.genre.because}`);
  if (!isGap(article.credit)) out(`credited to ${article.credit.name}`);
  out(`grade ${gradeLabel(article.grade)}: ${article.grade.reasons.join("; ")}`);
  for (const cited of article.cites) out(`cites ${cited.name} (“${cited.words}”)`);
  for (const {voice, speaker, start, end} of article.attributions)
    out(`${voice} ${speaker ?? "(nobody named)"}: ${clipLine(article.text.slice(start, end), 90)}`);
  for (const flag of article.flags) out(`flag ${flag.kind}: ${flag.note}`);
  for (const table of article.tables) {
    out(
      `table ${table.columns.map((column) => column.text).join(" · ")}: ${table.rows.length} rows`,
    );
    for (const repair of table.repairs) out(`  repaired: ${repair}`);
  }
  out("");
  if (explain) for (const event of events) out(`${explainEvent(event, article).join("\n")}\n`);
  else printEvents(events);
  out(
    `\n${events.length} coded events; ${kept ? `kept as article ${article.id}` : "nothing kept (--dry-run)"}`,
  );
}

function printEvents(events: readonly CodedEvent[]): void {
  printTable(
    ["type", "mode", "sectors", "source", "target", "passage"],
    events.map((event) => [
      event.type,
      event.mode,
      event.sectors.join(","),
      event.sources.join(","),
      event.targets.join(","),
      event.evidence.quote,
    ]),
    70,
  );
}
