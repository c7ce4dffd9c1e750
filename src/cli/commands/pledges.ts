import {evidenceSource} from "../../briefs/index.ts";
import {
  type PledgesKnown,
  pledgeAlertsBetween,
  pledgesKeeper,
  pledgesOf,
} from "../../pipeline/index.ts";
import {
  choosePledges,
  type ListedPledge,
  lastStep,
  type PledgeSearch,
} from "../../pledges/index.ts";
import {InputError, nearestName, parseDay} from "../../sources/index.ts";
import {
  type Gap,
  isGap,
  type Measured,
  type PledgeStep,
  pledgeKinds,
  pledgeStages,
  pledgeStandings,
  type Reference,
  type RejectedPledge,
  sectors,
  whenText,
} from "../../world/index.ts";
import {type CommonOptions, type House, inHouse, tellWork} from "../house.ts";
import {printJson, printTable} from "../print.ts";
import {exitCodes} from "../tell-error.ts";
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
  readonly alerts?: boolean;
  readonly since?: string;
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
    if (options.alerts === true) return tellAlerts(house, options, search, limit);
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

/** What became known after a day. Exits with 7 where there is any, so that a job can act on it; nothing is sent anywhere. */
async function tellAlerts(
  house: House,
  options: PledgesOptions,
  search: PledgeSearch,
  limit: number,
): Promise<void> {
  if (options.since === undefined)
    throw new InputError("alerts are told since a day", "add --since YYYY-MM-DD");
  const since = parseDay(options.since);
  if (since > house.asOf)
    throw new InputError(
      `${since} is later than ${house.asOf}`,
      "name the earlier day with --since",
    );
  tellWork(house);
  const keeper = pledgesKeeper(house.ledger, house.reference);
  const before = await pledgesOf({...house, asOf: since}, keeper);
  const found = await pledgeAlertsBetween(house.ledger, before, await pledgesOf(house, keeper));
  const wanted = new Set(
    choosePledges(
      found.map(({pledge}) => pledge),
      search,
    ),
  );
  const alerts = found.filter(({pledge}) => wanted.has(pledge));
  if (alerts.length > 0) process.exitCode = exitCodes.alerts;
  if (options.json === true)
    return printJson({since, until: house.asOf, total: alerts.length, alerts});
  if (alerts.length > 0)
    printTable(
      ["known on", "what", "id", "how", "pledge"],
      alerts
        .slice(0, limit)
        .map(({on, kind, text, pledge}) => [
          on,
          kind,
          pledge.id.slice(0, shortId),
          text,
          pledge.text,
        ]),
      90,
    );
  process.stdout.write(
    alerts.length === 0
      ? `nothing moved from ${since} to ${house.asOf}\n`
      : `\n${Math.min(limit, alerts.length)} of ${alerts.length} alerts from ${since} to ${house.asOf}\n`,
  );
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

function tellHistory(
  {asOf, pledges: all, rejected}: PledgesKnown,
  name: string,
  json: boolean,
): void {
  const found: (ListedPledge | RejectedPledge)[] = [...all, ...rejected].filter(({id}) =>
    id.startsWith(name),
  );
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
  const stands =
    "standing" in one ? `${one.standing}: ${one.stage}${lateText(one)}` : "rejected as a whole";
  process.stdout.write(`${one.text}\n${one.kind}, ${stands}\n\n`);
  printSteps(one.steps);
  if (one.setAside.length === 0) return;
  process.stdout.write("\nSet aside by people, counted for nothing:\n");
  printSteps(one.setAside);
}

const lateText = ({overdue}: ListedPledge) =>
  overdue === null ? "" : `, overdue since ${overdue.since} (${overdue.because})`;

function printSteps(steps: readonly PledgeStep[]): void {
  printTable(
    ["step", "when", "stage", "what", "because", "source"],
    steps.map((step) => [
      shortStep(step.id),
      whenText(step),
      step.stage ?? "told",
      step.text,
      [...step.because, ...judgedText(step)].join("; "),
      [...new Set(step.evidence.map(evidenceSource))].join("; "),
    ]),
    60,
  );
}

/** "1a2b3c4d:9f3e5a77": enough to judge it by. */
const shortStep = (id: string) => `${id.slice(0, shortId)}${id.slice(id.indexOf(":"))}`;

function judgedText({told, disputedBy}: PledgeStep): string[] {
  return [
    ...(told === null ? [] : [`its source: ${told.stage ?? "told"}, ${whenText(told)}`]),
    ...(disputedBy.length === 0 ? [] : [`disputed by ${disputedBy.join(", ")}`]),
  ];
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
