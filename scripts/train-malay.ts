/**
 * Trains the model that tells Malay from Indonesian and writes it to src/reading/malay-weights.ts: counts alone, nothing random.
 * `node --import tsx scripts/train-malay.ts`
 */
import {readFileSync, writeFileSync} from "node:fs";
import {readCorpus} from "../bench/corpus-sentences.ts";
import {featuresOf} from "../src/reading/malay-or-indonesian.ts";

/** Added to each count, so that what was met in one language alone is likely, not certain. Chosen among 0.5 and 1 on the fifths left out. */
const smoothing = 0.5;
/** What a run of letters weighs beside a word: they overlap, and count many times. Chosen among 0.1, 0.2 and 0.3 on the fifths left out. */
const lettersWeigh = 0.2;
/** Features that are kept, the heaviest first. Of 2,500, 6,000 and all, the fifths left out gain little from more than these. */
const kept = 6000;
/** Weights are whole numbers of this fraction. */
const perOne = 50;

interface Row {
  readonly features: ReadonlySet<string>;
  readonly malay: boolean;
}

const folder = "bench/data/language";

/** Sentences written for this model, and those that the coder is trained on: of the latter no name of anybody, since who is spoken of does not tell who speaks. */
function rowsOf(language: "id" | "ms"): Row[] {
  const own = linesOf(`${folder}/train-${language}.txt`);
  const coded = readCorpus("train", language).map(({text}) => text);
  const names = new Set(
    coded.flatMap((text) => text.match(/(?<=[^.?!:"“] )\p{Lu}[\p{L}-]*/gu) ?? []),
  );
  const nameless = coded.map((text) =>
    text.replace(/\p{Lu}[\p{L}-]*/gu, (word) => (names.has(word) ? " " : word)),
  );
  return [...own, ...nameless].map((text) => ({
    features: featuresOf(text),
    malay: language === "ms",
  }));
}

function linesOf(path: string): string[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "");
}

/** Words that the two languages choose or spell differently, and some that they share. */
function wordPairs(): Row[] {
  return readFileSync(`${folder}/pairs.txt`, "utf8")
    .split(/\s+/)
    .filter((pair) => pair.includes("/"))
    .flatMap((pair) =>
      pair.split("/").map((word, i) => ({
        features: featuresOf(word.replaceAll("-", " ")),
        malay: i === 1,
      })),
    );
}

function train(rows: readonly Row[]): Map<string, number> {
  const counts = [new Map<string, number>(), new Map<string, number>()] as const;
  for (const {features, malay} of rows) {
    const count = counts[malay ? 1 : 0];
    for (const one of features) count.set(one, (count.get(one) ?? 0) + 1);
  }
  const odds = (side: 0 | 1, one: string) =>
    Math.log(((counts[side].get(one) ?? 0) + smoothing) / ((totals[side] ?? 0) + 2 * smoothing));
  const totals = [false, true].map((malay) => rows.filter((row) => row.malay === malay).length);
  const names = new Set([...counts[0].keys(), ...counts[1].keys()]);
  const weights = [...names].map((one) => {
    const weighs = one.startsWith("=") ? 1 : lettersWeigh;
    return [one, Math.round((odds(1, one) - odds(0, one)) * weighs * perOne)] as const;
  });
  return new Map(
    weights
      .filter(([, weight]) => weight !== 0)
      .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]) || (a[0] < b[0] ? -1 : 1))
      .slice(0, kept),
  );
}

function right(weights: ReadonlyMap<string, number>, rows: readonly Row[]): number {
  return rows.filter(({features, malay}) => {
    const sum = [...features].reduce((all, one) => all + (weights.get(one) ?? 0), 0);
    return malay ? sum > 0 : sum < 0;
  }).length;
}

const pairs = wordPairs();
const sentences = [rowsOf("id"), rowsOf("ms")];
const hits = [0, 1, 2, 3, 4].flatMap((fold) =>
  sentences.map((rows) => {
    const out = (_: Row, i: number) => i % 5 === fold;
    const others = sentences.flatMap((all) => all.filter((row, i) => !out(row, i)));
    return right(train([...pairs, ...others]), rows.filter(out));
  }),
);
console.log(
  `fifths left out: ${hits.reduce((sum, one) => sum + one)} of ${sentences.flat().length} right`,
);
const weights = [...train([...pairs, ...sentences.flat()])].sort(([a], [b]) => (a < b ? -1 : 1));
const packed = weights.map(([name, weight]) => `${name} ${weight}`).join(",");
writeFileSync(
  "src/reading/malay-weights.ts",
  `/** Written by scripts/train-malay.ts: what each feature adds to the log odds of Malay against Indonesian, in fiftieths. */
const packed =
  "${packed}";

export const malayWeights: ReadonlyMap<string, number> = new Map(
  packed.split(",").map((one) => {
    const [feature = "", weight = ""] = one.split(" ");
    return [feature, Number(weight) / ${perOne}];
  }),
);
`,
);
console.log(`${weights.length} features, ${packed.length} characters`);
