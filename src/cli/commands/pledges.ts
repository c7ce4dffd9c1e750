import {type PledgesKnown, pledgesOf} from "../../pipeline/index.ts";
import {choosePledges, type ListedPledge, lastStep} from "../../pledges/index.ts";
import {InputError, nearestName} from "../../sources/index.ts";
import {
  type Gap,
  isGap,
  type Measured,
  pledgeKinds,
  pledgeStages,
  pledgeStandings,
  type Reference,
  sectors,
  whenText,
} from "../../world/index.ts";
import {type CommonOptions, inHouse, tellWork} from "../house.ts";
import {printJson, printTable} from "../print.ts";
import {wholeNumber} from "../whole-number.ts";

interface PledgesOptions extends CommonOptions {
  readonly state?: string;
  readonly partner?: string;
  readonly sector?: string;
  readonly stage?: string;
  readonly standing?: string;
  readonly kind?: string;
  readonly track?: string;
  readonly overdue?: boolean;
  readonly history?: string;
  readonly rates?: boolean;
  readonly limit: string;
}

/** Characters of an id that are printed: enough to name it by. */
const shortId = 8;

/** What became of commitments: a list, one of them step by step, or rates over all that the data hold. */
export function pledges(options: PledgesOptions): Promise<void> {
  const limit = wholeNumber("--limit", options.limit);
  return inHouse(options, async (house) => {
    const search = searchOf(options, house.reference);
    tellWork(house);
    const known = await pledgesOf(house);
    if (options.history !== undefined)
      return tellHistory(known, options.history, options.json === true);
    if (options.rates === true)
      return options.json === true ? printJson(known.rates) : printRates(known);
    const wanted = choosePledges(known.pledges, search);
    if (options.json === true)
      return printJson({
        asOf: known.asOf,
        settled: known.settled,
        total: wanted.length,
        pledges: wanted.slice(0, limit),
        tracks: known.tracks.filter(({id}) => search.track === undefined || id === search.track),
      });
    printPledges(wanted, limit, known);
    printGaps(known, search.track);
  });
}

/** The filters, each checked against the words that there are. @throws InputError naming what there is. */
function searchOf(options: PledgesOptions, reference: Reference) {
  const {state, partner, sector, stage, standing, kind, track, overdue} = options;
  const book = reference.pledgeBook();
  const parties = [...reference.states.map(({code}) => code), ...reference.blocs.map(({id}) => id)];
  const tracks = book.tracks.map(({id}) => id);
  return {
    state: oneOf("--state", state, parties),
    partner: oneOf("--partner", partner, parties),
    sector: oneOf("--sector", sector, sectors),
    stage: oneOf("--stage", stage, pledgeStages),
    standing: oneOf("--standing", standing, pledgeStandings),
    kind: oneOf("--kind", kind, pledgeKinds),
    track: oneOf("--track", track, tracks),
    overdue,
  };
}

function oneOf<Word extends string>(
  option: string,
  given: string | undefined,
  words: readonly Word[],
): Word | undefined {
  if (given === undefined) return undefined;
  const found = words.find((word) => word === given);
  if (found !== undefined) return found;
  const near = nearestName(given, new Map(words.map((word) => [word, word])));
  throw new InputError(
    `${option}: there is no "${given}"`,
    words.length <= 20
      ? `write one of ${words.join(", ")}`
      : near === null
        ? "write a code of reference/states.csv or reference/blocs.yaml"
        : `did you mean ${near}?`,
  );
}

function printPledges(wanted: readonly ListedPledge[], limit: number, known: PledgesKnown): void {
  printTable(
    ["id", "opened", "moved", "kind", "stage", "years", "come", "pledge"],
    wanted
      .slice(0, limit)
      .map((one) => [
        one.id.slice(0, shortId),
        whenText({when: one.opened, precision: one.openedPrecision}),
        whenText(lastStep(one) ?? {when: one.opened, precision: "unknown"}),
        one.kind,
        one.overdue === null ? one.stage : `${one.stage}, overdue`,
        one.years === null ? "" : one.years.toFixed(1),
        partText(one),
        `${one.specimen ? "[specimen] " : ""}${one.text}`,
      ]),
    90,
  );
  const counted = wanted.filter(({specimen}) => !specimen);
  const count = (standing: string) => counted.filter((one) => one.standing === standing).length;
  const overdue = counted.filter((one) => one.overdue !== null).length;
  process.stdout.write(
    `\n${Math.min(limit, wanted.length)} of ${wanted.length} pledges: ${count("open")} open (${overdue} overdue), ${count("kept")} kept, ${count("ended")} ended; ${known.settled} of all states were settled\n`,
  );
}

/** "40 %", "some" where nobody says how much has come. */
function partText({part, kind}: ListedPledge): string {
  if (kind !== "arms-order") return "";
  return part === null ? "some" : `${Math.round(100 * part)} %`;
}

function printGaps({tracks}: PledgesKnown, track: string | undefined): void {
  const gaps = tracks
    .filter(({id}) => track === undefined || id === track)
    .flatMap(({id, gaps: own}) => own.map((one) => [id, one.what, one.why, one.wouldFill]));
  if (track === undefined || gaps.length === 0) return;
  process.stdout.write("\nNot known:\n");
  printTable(["track", "what", "why", "would fill it"], gaps, 50);
}

function tellHistory({asOf, pledges: all}: PledgesKnown, name: string, json: boolean): void {
  const found = all.filter(({id}) => id.startsWith(name));
  const [one, ...others] = found;
  if (one === undefined || others.length > 0)
    throw new InputError(
      one === undefined
        ? `the watch has no pledge "${name}"`
        : `"${name}" begins ${found.length} ids: ${found
            .slice(0, 4)
            .map(({id}) => id)
            .join(", ")}`,
      one === undefined ? "take an id from `demarche pledges`" : "write more of it",
    );
  if (json) {
    printJson({asOf, pledge: one});
    return;
  }
  process.stdout.write(`${one.text}\n${one.kind}, ${one.standing}: ${one.stage}`);
  process.stdout.write(
    one.overdue === null
      ? "\n\n"
      : `, overdue since ${one.overdue.since} (${one.overdue.because})\n\n`,
  );
  printTable(
    ["when", "stage", "what", "because", "source"],
    one.steps.map((step) => [
      whenText(step),
      step.stage ?? "told",
      step.text,
      step.because.join("; "),
      [...new Set(step.evidence.map(sourceText))].join("; "),
    ]),
    60,
  );
}

function sourceText(evidence: ListedPledge["steps"][number]["evidence"][number]): string {
  if (evidence.kind === "reference") return evidence.source;
  if (evidence.kind === "rows") return `dataset ${evidence.dataset}`;
  return evidence.kind === "passage"
    ? `article ${evidence.articleId.slice(0, shortId)}`
    : evidence.kind;
}

function printRates({rates: {rates, notes, unmeasured}}: PledgesKnown): void {
  printTable(
    [
      "what",
      "n, kept, watched",
      "kept in 5 years",
      "in 10 years",
      "median years",
      "to the first",
      "open",
      "overdue",
    ],
    rates.map((rate) => [
      rate.title,
      isGap(rate.keptIn5) ? "" : (rate.keptIn5.coverage.split(",")[0] ?? ""),
      figureText(rate.keptIn5, percent),
      figureText(rate.keptIn10, percent),
      figureText(rate.medianYears, plain),
      rate.medianYearsToFirst === null ? "" : figureText(rate.medianYearsToFirst, plain),
      String(rate.open),
      String(rate.overdue),
    ]),
    60,
  );
  process.stdout.write(`\n${notes.join("\n")}\n`);
  for (const {title, why} of unmeasured) process.stdout.write(`No rate of ${title}: ${why}.\n`);
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const plain = (value: number) => value.toFixed(1);

function figureText(figure: Measured | Gap, write: (value: number) => string): string {
  if (isGap(figure)) return `unknown: ${figure.why}`;
  const {interval} = figure;
  return interval === null
    ? write(figure.value)
    : `${write(figure.value)} (${write(interval.low)} to ${write(interval.high)})`;
}
