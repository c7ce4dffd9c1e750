import {compareAll, type LinkFeature, linkFeatures} from "../src/ledger/index.ts";
import {type HappeningRow, readHappenings, reportsOf} from "./linking.ts";

/**
 * Fits the weights of the linking recipe and prints them for `src/ledger/link-weights.ts`:
 *
 *     node --import tsx bench/fit-linking.ts
 *
 * Reports, each held against the happenings that the recipe would compare it with, from `happenings-train.json` and from
 * the dev part of `happenings.json` (alone: what is held out is not read), with whether it tells of them. Logistic
 * regression with a ridge, by projected gradient: a feature that is named for what speaks against may not speak for.
 */

/** Features that can only speak against; the rest can only speak for. */
const against: ReadonlySet<LinkFeature> = new Set([
  "subject-apart",
  "offices-apart",
  "places-apart",
  "days-apart",
  "day-other",
  "sectors-apart",
  "outlet-alike",
  "apart-from-all",
]);
/** Ridge: weights are as if each had been measured this much at 0. Chosen among 0.3, 1, 3 by the scores below. */
const ridge = 1;
const steps = 4_000;
const stepSize = 1;

export interface Example {
  readonly features: Readonly<Record<LinkFeature, number>>;
  readonly same: boolean;
  readonly what: string;
  /** Parties of the pair, so that a fold can leave whole blocks out. */
  readonly block: string;
}

export function examplesOf(rows: readonly HappeningRow[]): Example[] {
  const ordered = [...rows].sort((a, b) =>
    a.published === b.published ? (a.id < b.id ? -1 : 1) : a.published < b.published ? -1 : 1,
  );
  const byId = new Map(ordered.map((row) => [row.id, row]));
  const {articles, events, reference} = reportsOf(ordered);
  const happeningOf = new Map(ordered.map(({id, happening}) => [id, happening]));
  return compareAll(articles, events, happeningOf, reference).map(
    ({articleId, happening, features}) => {
      const row = byId.get(articleId);
      const parties = [...new Set([...(row?.sources ?? []), ...(row?.targets ?? [])])];
      return {
        features,
        same: row?.happening === happening,
        what: `${articleId} and ${happening}`,
        block: parties.sort().join(),
      };
    },
  );
}

export interface Fitted {
  readonly intercept: number;
  readonly weights: Record<LinkFeature, number>;
}

/** Ridge logistic regression by gradient steps, each feature held to its sign. */
export function fitLinking(examples: readonly Example[]): Fitted {
  const width = linkFeatures.length + 1;
  const rows = examples.map(({features}) => [1, ...linkFeatures.map((name) => features[name])]);
  const weights = new Float64Array(width);
  const slopes = new Float64Array(width);
  const sign = linkFeatures.map((name) => (against.has(name) ? -1 : 1));
  for (let step = 0; step < steps; step++) {
    for (let at = 0; at < width; at++) slopes[at] = at === 0 ? 0 : -ridge * (weights[at] ?? 0);
    rows.forEach((row, which) => {
      let sum = 0;
      for (let at = 0; at < width; at++) sum += (weights[at] ?? 0) * (row[at] ?? 0);
      const truth = examples[which]?.same ? 1 : 0;
      const error = truth - 1 / (1 + Math.exp(-sum));
      for (let at = 0; at < width; at++) slopes[at] = (slopes[at] ?? 0) + error * (row[at] ?? 0);
    });
    for (let at = 0; at < width; at++) {
      const moved = (weights[at] ?? 0) + (stepSize * (slopes[at] ?? 0)) / rows.length;
      weights[at] = at === 0 || moved * (sign[at - 1] ?? 1) >= 0 ? moved : 0;
    }
  }
  return {
    intercept: weights[0] ?? 0,
    weights: Object.fromEntries(
      linkFeatures.map((name, at) => [name, weights[at + 1] ?? 0]),
    ) as Fitted["weights"],
  };
}

export function chance({intercept, weights}: Fitted, features: Example["features"]): number {
  const sum = linkFeatures.reduce((so, name) => so + weights[name] * features[name], intercept);
  return 1 / (1 + Math.exp(-sum));
}

/** Days between a happening and the other matter that is moved beside it. */
const movedDays = [3, 4, 5, 6, 8, 10, 13, 17, 21, 27] as const;

/**
 * Each report beside one happening of other parties, of its type, mode and sector, moved to be of the same pair some
 * days before: a pair that is busy with one thing after another, of which the written cases have too little. Each pair
 * of them stands in a season of its own, so that it meets no other.
 */
function movedBeside(rows: readonly HappeningRow[]): HappeningRow[] {
  const happenings = [...new Set(rows.map(({happening}) => happening))].map((id) =>
    rows.filter(({happening}) => happening === id),
  );
  const later = (from: string, days: number) =>
    new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
  return rows.flatMap((row, at) => {
    const turn = at % happenings.length;
    const other = [...happenings.slice(turn), ...happenings].find(
      ([first]) =>
        first !== undefined &&
        first.happening !== row.happening &&
        first.type === row.type &&
        first.mode === row.mode &&
        first.sectors.some((sector) => row.sectors.includes(sector)) &&
        first.sources.join() !== row.sources.join(),
    );
    const [first] = other ?? [];
    const last = other
      ?.map(({published}) => published)
      .sort()
      .at(-1);
    if (other === undefined || first === undefined || last === undefined) return [];
    const season = at * 100;
    const beside = later(last, season + (movedDays[at % movedDays.length] ?? 3));
    const {sources, targets, symmetric} = first;
    return [
      ...other.map((one) => ({
        ...one,
        id: `${one.id} ${at}`,
        happening: `${one.happening} ${at}`,
        published: later(one.published, season),
        when: one.when === null ? null : later(one.when, season),
      })),
      {
        ...row,
        id: `${row.id} ${movedMark}`,
        happening: `${row.happening} ${movedMark}`,
        sources,
        targets,
        symmetric,
        published: beside,
        when: row.when === null ? null : beside,
      },
    ];
  });
}
const movedMark = "moved";

if (import.meta.filename === process.argv[1]) {
  const dev = readHappenings("bench/data/happenings.json").filter(({part}) => part === "dev");
  const train = readHappenings("bench/data/happenings-train.json");
  const examples = [
    ...examplesOf(train),
    ...examplesOf(dev),
    ...[train, dev].flatMap((rows) =>
      examplesOf(movedBeside(rows)).filter(({what}) => what.includes(` ${movedMark} and `)),
    ),
  ];
  const same = examples.filter((one) => one.same).length;
  console.log(`${examples.length} reports held against a happening, ${same} of them of it`);

  /** Five folds by parties: each pair is scored by weights that saw none of its parties' reports. */
  const blocks = [...new Set(examples.map(({block}) => block))].sort();
  const scored = Array.from({length: 5}, (_, fold) => {
    const out = (one: Example) => blocks.indexOf(one.block) % 5 === fold;
    const fitted = fitLinking(examples.filter((one) => !out(one)));
    return examples.filter(out).map((one) => ({...one, chance: chance(fitted, one.features)}));
  }).flat();
  for (const at of [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]) {
    const said = scored.filter((one) => one.chance >= at);
    const right = said.filter((one) => one.same).length;
    console.log(
      `from ${at}: precision ${(right / said.length).toFixed(3)}, recall ${(right / same).toFixed(3)}`,
    );
  }
  const {intercept, weights} = fitLinking(examples);
  console.log(`intercept ${intercept.toFixed(2)}`);
  for (const name of linkFeatures) console.log(`"${name}": ${weights[name].toFixed(2)},`);
  for (const one of scored.filter(({chance: said, same: truth}) => said >= 0.5 !== truth))
    console.log(`wrong at ${one.chance.toFixed(2)}: ${one.what}`);
}
