import {existsSync} from "node:fs";
import {checkSource, copiesKnown, countCopies, type SourceCheck} from "../../pipeline/index.ts";
import {checkEntry, InputError, type SourceHealth, sourceHealth} from "../../sources/index.ts";
import {readCollectJournal} from "../../store/index.ts";
import {addOwnSource} from "../add-own-source.ts";
import {whileCollecting} from "../collecting-house.ts";
import {type CommonOptions, inHouse, progress, readReference, today} from "../house.ts";
import {printJson, printTable} from "../print.ts";
import {chosenSources, readSources} from "../read-sources.ts";
import {wholeNumber} from "../whole-number.ts";

export interface SourcesOptions extends CommonOptions {
  readonly sources?: string;
  readonly at?: string;
  readonly kind: string;
  readonly title?: string;
  readonly language?: string;
  readonly country?: string;
  readonly owner: string;
  readonly stateControlled?: boolean;
  readonly reliability: string;
  readonly ownPosition?: string;
  readonly reason: string;
  readonly licence: string;
  readonly every: string;
  readonly seenAt?: string;
}

/** Lists the sources and how each does, checks them, or adds one. */
export async function sources(
  verb: string,
  ids: readonly string[],
  options: SourcesOptions,
): Promise<void> {
  if (verb === "list") return list(ids, options);
  if (verb === "check") return check(ids, options);
  if (verb === "add") return add(ids, options);
  throw new InputError(`"${verb}" is nothing that sources can`, "it can list, check and add");
}

async function list(ids: readonly string[], options: SourcesOptions): Promise<void> {
  const reference = readReference();
  const shares = await sharesOf(options);
  const journal = readCollectJournal(options.ledger);
  const health = chosenSources(readSources(options.sources, reference), ids).map(({source}) =>
    sourceHealth(source, journal.source(source.id), {
      waiting: journal.pending(source.id).length,
      copyShare: shares.get(source.id) ?? null,
    }),
  );
  if (options.json === true) printJson(health);
  else printHealth(health);
}

/** The share of copies of each source; nothing is known where there is no ledger yet. */
async function sharesOf(options: SourcesOptions): Promise<ReadonlyMap<string, number>> {
  const shares = new Map<string, number>();
  if (existsSync(options.ledger))
    await inHouse(options, async ({ledger, reference, asOf}) => {
      const known = await copiesKnown(ledger, reference, asOf);
      for (const [source, of] of await countCopies(ledger, reference, known))
        shares.set(source, of.copies / of.articles);
    });
  return shares;
}

function printHealth(health: readonly SourceHealth[]): void {
  printTable(
    ["source", "title", "grade", "state", "last success", "items", "waiting", "what is known"],
    health.map((one) => [
      one.source.id,
      one.source.title,
      one.source.reliability.letter,
      one.state,
      one.lastSuccess?.slice(0, 16).replace("T", " ") ?? "",
      String(one.items),
      String(one.waiting),
      inWords(one),
    ]),
    70,
  );
}

function inWords({state, error, failures, silence, checkedOn, copyShare}: SourceHealth): string {
  const copies = copyShare === null ? "" : `${Math.round(copyShare * 100)} % copies`;
  if (state === "fails") return `${failures} in a row: ${error}`;
  if (silence !== null)
    return `quiet since ${silence.since}; before, at most ${silence.longestPause} days`;
  if (state === "unchecked") return "not checked from this machine";
  return [checkedOn === null ? "" : `checked on ${checkedOn}`, copies]
    .filter((one) => one !== "")
    .join("; ");
}

async function check(ids: readonly string[], options: SourcesOptions): Promise<void> {
  await inHouse(
    options,
    async (house) => {
      const listed = chosenSources(readSources(options.sources, house.reference), ids);
      const checks = await whileCollecting(
        house,
        {ledger: options.ledger, limit: null, isNamed: true},
        async (collecting) => {
          let done = 0;
          const asked = listed.map(async ({source}): Promise<SourceCheck> => {
            const found = await checkSource(source, collecting);
            done += 1;
            progress(`${done} of ${listed.length}: ${found.id}: ${found.words}`);
            return found;
          });
          const settled = await Promise.allSettled(asked);
          return settled.flatMap((one) => {
            if (one.status === "fulfilled") return [one.value];
            if (collecting.stop.aborted) return [];
            throw one.reason;
          });
        },
      );
      if (options.json === true) return printJson(checks);
      printTable(
        ["source", "answers", "what"],
        checks.map(({id, isSound, words}) => [id, isSound ? "yes" : "no", words]),
        90,
      );
    },
    {write: true},
  );
}

function add([id, ...more]: readonly string[], options: SourcesOptions): void {
  if (id === undefined || more.length > 0 || options.at === undefined)
    throw new InputError(
      "name one source and where it is",
      "e.g. demarche sources add my-ministry --at https://ministry.example/feed",
    );
  const reference = readReference();
  const letter = options.reliability;
  const source = checkEntry(
    {
      id,
      title: options.title ?? id,
      kind: options.kind,
      at: options.at,
      language: options.language ?? null,
      country: options.country ?? null,
      owner: options.owner,
      stateControlled: options.stateControlled ?? false,
      reliability: {
        letter,
        onOwnPosition: options.ownPosition ?? letter,
        reason: options.reason,
      },
      licence: options.licence,
      everyMinutes: wholeNumber("--every", options.every),
      seenAt: options.seenAt ?? `given by hand on ${today()}`,
    },
    reference,
  );
  const file = addOwnSource(options.sources, source);
  if (options.json === true) printJson(source);
  else
    process.stdout.write(
      `${source.id} stands in ${file}; \`demarche sources check ${source.id}\` asks whether it answers\n`,
    );
}
