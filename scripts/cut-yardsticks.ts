import {readFileSync, writeFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {parse} from "csv-parse/sync";

/**
 * Cuts what others publish of the same states into `reference/yardsticks.csv`, for the years of the typed event counts:
 * `node --import tsx scripts/cut-yardsticks.ts`. Reads ../shared.
 */
const [from, to] = [2002, 2014];

function table(file: string): Record<string, string>[] {
  return parse(gunzipSync(readFileSync(`../shared/data/${file}`)), {columns: true});
}

const inYears = (year: string | undefined) => Number(year) >= from && Number(year) <= to;
const rounded = (value: string | undefined, digits: number) =>
  value === undefined || value === "" || !Number.isFinite(Number(value))
    ? ""
    : String(Number(Number(value).toFixed(digits)));

const fbic = new Map(
  table("indices/fbic_china_russia.csv.gz").map((row): [string, typeof row] => {
    const {iso3, year} = row;
    return [`${iso3} ${year}`, row];
  }),
);
const pacts = new Set(
  table("memberships/atop_dyads_1990-2018.csv.gz")
    .filter(({atop_defense}) => atop_defense === "1")
    .flatMap(({year, a, b}) => [`${a} ${b} ${year}`, `${b} ${a} ${year}`]),
);
const lines = table("unga/IdealpointsJuly2025.csv.gz")
  .filter(({year, iso3c}) => inYears(year) && /^[A-Z]{3}$/.test(iso3c ?? ""))
  .map(({year, iso3c, idealpointall}) => {
    const {fbic_rus: rus, fbic_chn: chn} = fbic.get(`${iso3c} ${year}`) ?? {};
    const pact = (power: string) => (pacts.has(`${iso3c} ${power} ${year}`) ? 1 : 0);
    return [
      year,
      iso3c,
      rounded(idealpointall, 3),
      rounded(rus, 4),
      rounded(chn, 4),
      pact("USA"),
      pact("RUS"),
      pact("CHN"),
    ].join(",");
  })
  .sort();
const head = "year,state,ideal_point,fbic_rus,fbic_chn,pact_usa,pact_rus,pact_chn";
writeFileSync("reference/yardsticks.csv", `${[head, ...lines].join("\n")}\n`);
console.log(`reference/yardsticks.csv: ${lines.length} rows`);
