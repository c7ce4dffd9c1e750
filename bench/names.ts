import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {parse} from "csv-parse/sync";
import {z} from "zod";
import {readNameWords} from "../src/cli/house.ts";
import {indexNames, matchThreshold, type NameSchema, nameMatcher} from "../src/measures/index.ts";
import {editDistance} from "../src/measures/names/edit-distance.ts";
import type {BenchResult} from "./benches.ts";

const rowSchema = z.looseObject({
  case_group: z.string(),
  schema: z.string(),
  name1: z.string(),
  name2: z.string(),
  is_match: z.enum(["true", "false"]),
});
type Row = z.infer<typeof rowSchema>;

const listed = "../shared/data/sanctions/lists2025_sdn_USOFAC_SDN_cleaned.csv.gz";
/** Names that are asked of all the lists. */
const asked = 20_000;

const schemaOf = (schema: string): NameSchema =>
  schema === "Person"
    ? "person"
    : schema === "Vessel" || schema === "Airplane"
      ? "vessel"
      : "organisation";

interface Told {
  readonly said: boolean;
  readonly truth: boolean;
}

function scores(told: readonly Told[]) {
  const hits = told.filter(({said, truth}) => said && truth).length;
  const said = told.filter((one) => one.said).length;
  const truth = told.filter((one) => one.truth).length;
  return {f1: (2 * hits) / (said + truth), precision: hits / said, recall: hits / truth};
}

/**
 * Whether two names are one bearer's, on labelled pairs (`case_group,schema,name1,name2,is_match,…`), at the fixed
 * threshold. Nothing is trained on the pairs; how much words weigh comes from how often they stand in the lists. `f1` of
 * each group of cases apart shows how it does on kinds that the weights were not looked at for.
 */
export async function run({data}: {data: string}): Promise<BenchResult> {
  const rows = z.array(rowSchema).parse(parse(readFileSync(data), {columns: true}));
  const matcher = nameMatcher(readNameWords());
  const scoreOf = ({name1, name2, schema}: Row) => {
    const kind = schemaOf(schema);
    return matcher.score(matcher.read(name1, kind), matcher.read(name2, kind), kind);
  };
  const tell = (some: readonly Row[], say: (row: Row) => boolean) =>
    scores(some.map((row) => ({said: say(row), truth: row.is_match === "true"})));
  const ours = (row: Row) => scoreOf(row) >= matchThreshold;
  const groups = [...new Set(rows.map((row) => row.case_group))].sort();
  const byGroup = groups.flatMap((group) => {
    const some = rows.filter((row) => row.case_group === group);
    return some.length < 20 ? [] : [[`f1 of ${group}`, tell(some, ours).f1] as const];
  });
  return {
    bench: "names",
    figures: {
      ...tell(rows, ours),
      ...Object.fromEntries(byGroup),
      pairsPerSecond: pairsPerSecond(rows, matcher),
      foundBySearch: foundBySearch(rows.filter(ours), matcher),
      ...screening(matcher),
    },
    floors: {
      "f1 say-yes": tell(rows, () => true).f1,
      "f1 edit-distance": tell(rows, ({name1, name2}) => editShare(name1, name2) <= 0.3).f1,
    },
    peers: {"f1 nomenklatura-logic-v2-of-all-812": 0.79},
    n: rows.length,
  };
}

function editShare(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return editDistance(a.toLowerCase(), b.toLowerCase(), longest) / longest;
}

/** Pairs of names, already read, that are scored in a second: every first name of the pairs with every second one. */
function pairsPerSecond(rows: readonly Row[], matcher: ReturnType<typeof nameMatcher>): number {
  const read = rows.map(
    ({name1, name2}) => [matcher.read(name1, "person"), matcher.read(name2, "person")] as const,
  );
  const began = performance.now();
  let pairs = 0;
  for (const [a] of read)
    for (const [, b] of read) {
      matcher.score(a, b, "person");
      pairs += 1;
    }
  return pairs / ((performance.now() - began) / 1000);
}

/** Of the pairs that score as a match, how many a search for the one among all the others finds. */
function foundBySearch(rows: readonly Row[], matcher: ReturnType<typeof nameMatcher>): number {
  const entries = rows.map((of) => ({name: of.name2, schema: schemaOf(of.schema), of}));
  const index = indexNames(entries, matcher);
  const found = rows.filter((row) =>
    index.find(row.name1, schemaOf(row.schema), matchThreshold).some(({entry}) => entry.of === row),
  );
  return found.length / rows.length;
}

/** How long the names of a list take to be searched for in the list itself, and how many find themselves. */
function screening(matcher: ReturnType<typeof nameMatcher>) {
  const list: Record<string, string>[] = parse(gunzipSync(readFileSync(listed)), {
    columns: true,
    relax_column_count: true,
  });
  const entries = list.map(({Name = ""}, of) => ({
    name: Name,
    schema: "organisation" as const,
    of,
  }));
  const began = performance.now();
  const index = indexNames(entries, matcher);
  const indexSeconds = (performance.now() - began) / 1000;
  const some = entries.slice(0, asked / 20);
  const started = performance.now();
  let found = 0;
  for (const {name, of} of some)
    if (index.find(name, "organisation", matchThreshold).some(({entry}) => entry.of === of))
      found += 1;
  const seconds = (performance.now() - started) / 1000;
  return {
    indexSeconds,
    secondsFor20000Names: (seconds * asked) / some.length,
    selfFoundShare: found / some.length,
  };
}
