import {parse} from "csv-parse/sync";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {fromCsvText, type Matter, sdmxDimensions, sdmxId} from "../../src/exports/index.ts";
import {isGap} from "../../src/world/index.ts";
import {hostileWords} from "./hostile-words.ts";
import {madeText} from "./make-export.ts";
import {smallMatter} from "./matters.ts";

/** A line by column; what is named here must be there. */
interface Line {
  readonly [column: string]: string;
  readonly INDICATOR: string;
  readonly FREQ: string;
  readonly TIME_PERIOD: string;
  readonly OBS_VALUE: string;
  readonly OBS_STATUS: string;
  readonly COMMENT_OBS: string;
  readonly LICENCE: string;
}

const identifier = /^[A-Za-z0-9_@$-]+$/;
const structure = /^[A-Z][A-Z0-9_-]*:[A-Za-z0-9_-]+\(\d+\.\d+(\.\d+)?\)$/;
const timePeriod = /^(\d{4}|\d{4}-(0[1-9]|1[0-2])|\d{4}-01-01\/P\d+Y)$/;

/** What the specification (SDMX 3.0, section 5, SDMX-CSV 2.0) says against a file; no library on npm says it for us. */
function faultsOf(csv: string): readonly string[] {
  const [head = [], ...rows] = parse(csv, {record_delimiter: "\r\n"}) as string[][];
  const faults: string[] = [];
  if (head.slice(0, 3).join() !== "STRUCTURE,STRUCTURE_ID,ACTION")
    faults.push("the first three columns");
  for (const column of [...sdmxDimensions, "TIME_PERIOD", "OBS_VALUE"])
    if (!head.includes(column)) faults.push(`no column ${column}`);
  for (const column of head) if (!/^[A-Z][A-Z0-9_]*$/.test(column)) faults.push(`column ${column}`);
  if (new Set(head).size < head.length) faults.push("a column stands twice");
  const keys = new Set<string>();
  for (const row of rows) {
    const line = Object.fromEntries(
      head.map((column, at) => [column, row[at] ?? ""]),
    ) as unknown as Line;
    const must = (column: string, pattern: RegExp) => {
      if (!pattern.test(line[column] ?? "")) faults.push(`${column} is "${line[column]}"`);
    };
    must("STRUCTURE", /^(dataflow|datastructure|dataprovision)$/);
    must("STRUCTURE_ID", structure);
    must("ACTION", /^[IARDM]$/);
    for (const dimension of sdmxDimensions) must(dimension, identifier);
    must("TIME_PERIOD", timePeriod);
    must("OBS_STATUS", /^[AM]$/);
    if (line.OBS_STATUS === "M") must("OBS_VALUE", /^$/);
    else must("OBS_VALUE", /^-?\d+(\.\d+)?(e[+-]\d+)?$/);
    const key = [...sdmxDimensions, "TIME_PERIOD"].map((column) => line[column]).join("|");
    if (keys.has(key)) faults.push(`${key} stands twice`);
    keys.add(key);
  }
  return faults;
}

async function linesOf(matter: Matter): Promise<readonly Line[]> {
  return parse(await madeText("series.sdmx.csv", matter), {
    columns: true,
    record_delimiter: "\r\n",
  }) as Line[];
}

describe("SDMX-CSV", () => {
  it("keeps the rules of the specification, whatever the texts say", async () => {
    await fc.assert(
      fc.asyncProperty(hostileWords, async (words) => {
        expect(faultsOf(await madeText("series.sdmx.csv", smallMatter(words)))).toEqual([]);
      }),
      {numRuns: 50},
    );
  });

  it("gives every figure back, and every gap as missing with its reason", async () => {
    await fc.assert(
      fc.asyncProperty(hostileWords, async (words) => {
        const matter = smallMatter(words);
        const lines = await linesOf(matter);
        const points = matter.answer.series.flatMap(({id, points}) =>
          points.map((point) => ({id, ...point})),
        );
        expect(lines).toHaveLength(points.length);
        points.forEach(({id, figure}, at) => {
          expect(lines[at]?.INDICATOR).toBe(sdmxId(id));
          if (isGap(figure)) {
            expect(lines[at]?.OBS_VALUE).toBe("");
            // UTF-8 has no half of a surrogate pair: U+FFFD stands for it.
            const why = figure.why.replaceAll(/\p{Surrogate}/gu, "\uFFFD");
            expect(fromCsvText(lines[at]?.COMMENT_OBS ?? "")).toBe(`${figure.what}: ${why}`);
          } else expect(Number(lines[at]?.OBS_VALUE)).toBe(figure.value);
        });
      }),
      {numRuns: 50},
    );
  });

  it("says years, months and spans of years in SDMX's words", async () => {
    const lines = await linesOf(smallMatter());
    expect(lines.map((line) => [line.FREQ, line.TIME_PERIOD])).toEqual([
      ["A", "2015"],
      ["A", "2016"],
      ["M", "2016-05"],
      ["A5", "2001-01-01/P5Y"],
    ]);
  });

  it("carries method, vintage, source, licence, version and day on every line", async () => {
    const [line] = await linesOf(smallMatter());
    expect(line).toMatchObject({
      METHOD: "made-up@3",
      VINTAGE: "2016",
      DATA_SOURCE: "dataset-trade-cow",
      AS_OF: "2026-06-01",
      DEMARCHE_VERSION: "0.1.0",
    });
    expect(line?.LICENCE).not.toBe("");
  });
});
