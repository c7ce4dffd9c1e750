import {createHash} from "node:crypto";
import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {makeLedger, readReference, readWatch, version} from "../src/cli/house.ts";
import {answerWatch, readArticle} from "../src/pipeline/index.ts";
import {captureOf, type Imported, type ImporterCard} from "../src/sources/index.ts";
import {type Ledger, openLedger} from "../src/store/index.ts";
import {type Day, day, isGap, type Reference, type Watch} from "../src/world/index.ts";
import type {BenchResult} from "./benches.ts";

/** The day that is asked again. */
const asked = day("2026-11-30");
const december = Array.from({length: 31}, (_, at) =>
  day(`2026-12-${String(at + 1).padStart(2, "0")}`),
);

type Hashes = ReadonlyMap<string, string>;

const sha256 = (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Everything that a ledger gives as of a day, each by the hash of its bytes. */
export async function exportEverything(ledger: Ledger, asOf: Day, folder: string): Promise<Hashes> {
  const hashes = new Map<string, string>();
  const {datasets} = await ledger.health();
  const note = {demarche: "replay", about: "{}"};
  for (const dataset of datasets)
    for (const format of ["csv", "parquet", "jsonl"] as const) {
      const file = join(folder, `${dataset}.${format}`);
      await ledger.exportTable(dataset, asOf, format, file, note);
      hashes.set(`${dataset}.${format}`, sha256(readFileSync(file)));
      rmSync(file);
    }
  const captures = await ledger.captures(asOf);
  const kept = {
    articles: await ledger.articles(asOf),
    events: await ledger.events(asOf),
    judgements: await ledger.judgements(asOf),
    retractions: await ledger.retractions(asOf),
    moves: await ledger.moveVersions(asOf),
    imports: await ledger.imports(asOf),
    captures,
    bytes: await Promise.all(
      captures.map(async (one) => sha256(await ledger.captureBytes(one.sha256))),
    ),
  };
  for (const [name, value] of Object.entries(kept)) hashes.set(name, sha256(JSON.stringify(value)));
  return hashes;
}

/** Without the files that name the day itself: these differ from day to day whatever is in them. */
function undated(hashes: Hashes): Hashes {
  return new Map([...hashes].filter(([name]) => !/\.(csv|jsonl)$|^answer$/.test(name)));
}

/** How many of the things are the same in both. */
export function sameShare(a: Hashes, b: Hashes): number {
  const names = [...new Set([...a.keys(), ...b.keys()])];
  return names.filter((name) => a.get(name) === b.get(name)).length / names.length;
}

const register: ImporterCard = {
  id: "made-register",
  version: 1,
  title: "A made register of orders",
  reads: "nothing",
  citation: "Made for a bench",
  licence: "CC0-1.0",
  commercialUse: true,
  datasets: ["arms-orders"],
  whole: true,
  scope: {},
};

/**
 * A download of the register as of a day: the orders that stand, but every `nth` has another number, every `nth` + 1 is
 * gone, and one is new. As with two downloads from SIPRI, most stays as it was.
 */
export async function takeRegister(ledger: Ledger, on: Day, nth: number): Promise<void> {
  const orders = await standingOrders(ledger, on);
  const imported = orders.flatMap((order, at): Imported[] => {
    if (at % nth === 1) return [];
    const {delivered} = order;
    const changed = at % nth === 0 ? {delivered: Number(delivered ?? 0) + 1} : {};
    return [{kind: "row", dataset: "arms-orders", line: at + 2, values: {...order, ...changed}}];
  });
  imported.push({
    kind: "row",
    dataset: "arms-orders",
    line: orders.length + 2,
    values: {
      recipient: "IDN",
      supplier: "RUS",
      order_year: 2026,
      designation: "made up",
      description: on,
    },
  });
  async function* file() {
    yield imported;
  }
  await ledger.importRows({
    card: register,
    fileName: `register-${on}.csv`,
    fileSha256: sha256(`${on} ${nth}`),
    recordedOn: on,
    rows: file(),
  });
}

type Order = Readonly<Record<string, string | number | boolean | null>>;

async function standingOrders(ledger: Ledger, on: Day): Promise<readonly Order[]> {
  const orders: Order[] = [];
  for (;;) {
    const {columns, rows, total} = await ledger.rows({
      dataset: "arms-orders",
      where: [],
      asOf: on,
      limit: 10_000,
      offset: orders.length,
    });
    for (const row of rows) {
      const cells = columns.map((column, at) => [column, row[at] ?? null] as const);
      orders.push(
        Object.fromEntries(
          cells.filter(([column]) => column !== "row" && column !== "recorded_on"),
        ),
      );
    }
    if (orders.length >= total) return orders;
  }
}

async function tell(ledger: Ledger, reference: Reference, text: string, on: Day): Promise<string> {
  const capture = captureOf(
    new TextEncoder().encode(text),
    `made-${sha256(text).slice(0, 8)}.txt`,
    on,
    false,
  );
  const {article, events} = await readArticle(capture, reference);
  await ledger.addArticles([{capture, article, events}]);
  return article.id;
}

const sentence = (on: Day) =>
  `JAKARTA, ${on} - Indonesia and Russia signed an agreement on gas deliveries in Moscow, the ministry said on ${on}.`;

/** What was known until the day that is asked. */
export async function begin(ledger: Ledger, reference: Reference): Promise<void> {
  await takeRegister(ledger, day("2026-11-25"), 50);
  for (const on of ["2026-11-28", "2026-11-30"])
    await tell(ledger, reference, sentence(day(on)), day(on));
  await judge(ledger, "aaaaaaaaaaaaaaaa", asked);
}

function judge(ledger: Ledger, id: string, on: Day): Promise<void> {
  return ledger.addJudgement({
    kind: "accept",
    about: [id],
    id,
    author: "an editor",
    recordedOn: on,
    reason: "seen the text of the agreement",
    follows: null,
  });
}

/** A month of entries, corrections, judgements, retractions and a revised register. */
export async function liveOn(ledger: Ledger, reference: Reference): Promise<void> {
  const [first] = await ledger.articles(asked);
  for (const [at, on] of december.entries()) {
    await tell(ledger, reference, sentence(on), on);
    if (at % 7 === 3) await judge(ledger, sha256(on).slice(0, 16), on);
    if (at === 10) await takeRegister(ledger, on, 20);
    if (at === 20) await takeRegister(ledger, on, 30);
    if (at === 12 && first !== undefined)
      await ledger.retract({
        kind: "article",
        id: first.id,
        by: "an editor",
        reason: "withdrawn by its publisher",
        recordedOn: on,
      });
    if (at === 15) await readBetter(ledger, on);
  }
}

/** Another version of an article that was known on the day that is asked. */
async function readBetter(ledger: Ledger, on: Day): Promise<void> {
  const about = (await ledger.captures(asked)).at(-1);
  const article = (await ledger.articles(asked)).at(-1);
  if (about === undefined || article === undefined) throw new Error("there is nothing to read");
  const {licence, ...capture} = about;
  const bytes = await ledger.captureBytes(about.sha256);
  const title = isGap(article.title) ? "Gas" : `${article.title}, read again`;
  await ledger.addArticles([
    {
      capture: {...capture, bytes},
      article: {...article, title, recordedOn: on},
      events: [],
      reading: {reader: {id: "reader", version: 99}, licence},
    },
  ]);
}

async function timed<Result>(work: () => Promise<Result>): Promise<[Result, number]> {
  const began = performance.now();
  const result = await work();
  return [result, (performance.now() - began) / 1000];
}

/**
 * The founding watch as of a day, and everything else that the ledger gives as of it, before and after a month of
 * entries. The floor is what would be the same if the day were not asked for.
 */
export async function run(_options: {data: string}): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), "demarche-replay-"));
  try {
    const path = join(folder, "ledger.duckdb");
    const reference: Reference = readReference();
    const watch: Watch = readWatch(undefined, reference);
    await makeLedger(path, reference, {}, () => {});
    const ledger = await openLedger({path});
    const all = async (asOf: Day) => {
      const answer = await answerWatch({ledger, reference, watch, asOf, version: version()});
      const hashes = new Map(await exportEverything(ledger, asOf, folder));
      return hashes.set("answer", sha256(JSON.stringify(answer)));
    };
    await begin(ledger, reference);
    const [before, exportSeconds] = await timed(() => all(asked));
    await liveOn(ledger, reference);
    const after = await all(asked);
    const today = await all(december.at(-1) ?? asked);
    const {whole} = await ledger.verify();
    await ledger.close();
    return {
      bench: "replay",
      figures: {identicalShare: sameShare(before, after), exportSeconds, verified: whole ? 1 : 0},
      floors: {"identicalShare without-a-day": sameShare(undated(before), undated(today))},
      peers: {},
      n: before.size,
    };
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
