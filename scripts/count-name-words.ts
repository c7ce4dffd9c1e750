import {readFileSync, writeFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import anyAscii from "any-ascii";
import {parse} from "csv-parse/sync";
import {soundOf} from "../src/measures/names/sound-of.ts";

/**
 * Counts how many listed names hold each word, as it sounds, over the lists of 2025 in `../shared/data/sanctions` (OFAC's
 * SDN, EU, UK), and writes those that at least five names hold to `reference/name-frequencies.tsv`.
 * Run: `npx tsx scripts/count-name-words.ts`.
 */
const folder = "../shared/data/sanctions";
const least = 5;

const names = new Set<string>();
for (const file of [
  "lists2025_sdn_USOFAC_SDN_cleaned",
  "lists2025_eur_Europe_cleaned",
  "lists2025_uk_uk_cleaned",
]) {
  const rows: Record<string, string>[] = parse(
    gunzipSync(readFileSync(`${folder}/${file}.csv.gz`)),
    {
      columns: true,
      relax_column_count: true,
    },
  );
  for (const {Name = ""} of rows) if (Name.trim() !== "") names.add(Name.trim());
}
const counts = new Map<string, number>();
for (const name of names) {
  const words = new Set(
    (
      anyAscii(name)
        .replace(/['`]/g, "")
        .toLowerCase()
        .match(/[a-z]{2,}/g) ?? []
    ).map(soundOf),
  );
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
}
const kept = [...counts]
  .filter(([, count]) => count >= least)
  .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
writeFileSync(
  "reference/name-frequencies.tsv",
  `names\t${names.size}\n${kept.map(([word, count]) => `${word}\t${count}\n`).join("")}`,
);
console.log(`${names.size} names, ${kept.length} words`);
