import {describe, expect, it} from "vitest";
import {buildTradeMatrix, putRestTogether, restOfWorld} from "../../src/models/index.ts";
import {isGap} from "../../src/world/index.ts";
import {smallBook, smallReference, smallWatch} from "../options/small-world.ts";

const built = (book = smallBook()) => {
  const matrix = buildTradeMatrix(book, smallWatch, smallReference());
  if (isGap(matrix)) throw new Error(matrix.why);
  return matrix;
};

describe("buildTradeMatrix", () => {
  it("sets domestic flows to twice GDP less exports", () => {
    const {states, flows, year} = built();
    expect(year).toBe(2016);
    const i = states.indexOf("AAA");
    const row = flows.subarray(i * states.length, (i + 1) * states.length);
    expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(2 * 500, 9);
  });

  it("takes GDP from military spending where gdp lacks a state, and says so", () => {
    const matrix = built();
    expect(matrix.gdpFrom.get("BBB")?.dataset).toBe("military-spending");
    // 24 of spending at a share of 0.02 is 1,200 in 2023 US$.
    expect(matrix.gdp[matrix.states.indexOf("BBB")]).toBeCloseTo((1200 * 98.2) / 122.3, 9);
    expect(matrix.assumptions.join(" ")).toContain("GDP of BBB: constant 2023 US$");
  });

  it("lists states without GDP and states that would sell nothing at home", () => {
    const {states, leftOut} = built();
    expect(states).not.toContain("NOG");
    expect(states).not.toContain("HUB");
    expect(leftOut.map(({what}) => what.slice(0, 3))).toEqual(["HUB", "NOG"]);
    expect(leftOut[0]?.why).toContain("re-exports");
  });

  it("fills exporters that reported nothing from mirror data of a year nearby, and names them", () => {
    const book = smallBook();
    const silent = {...book, matrix: book.matrix.filter(({exporter}) => exporter !== "DDD")};
    const alone = built(silent);
    expect(alone.states).not.toContain("DDD");
    expect(alone.leftOut.find(({what}) => what.startsWith("DDD"))?.why).toContain(
      "reported no exports for 2016",
    );
    const flow = {exporter: "DDD", importer: "BBB", valueUsd: 33, rows: 4};
    const filled = built({...silent, mirrored: [{...flow, year: 2015}]});
    const cell = filled.states.indexOf("DDD") * filled.states.length + filled.states.indexOf("BBB");
    expect(filled.flows[cell]).toBe(33);
    expect(filled.rowsPerFlow[cell]).toBe(4);
    expect(filled.mirroredFrom).toEqual(new Map([["DDD", 2015]]));
    expect(filled.flags.join(" ")).toMatch(/Mirror filling: 1 exporters .*2015: DDD/);
    expect(built({...silent, mirrored: [{...flow, year: 2005}]}).states).not.toContain("DDD");
  });

  it("is a gap when the dataset is taken away", () => {
    const gone = buildTradeMatrix(
      {...smallBook(), matrix: [], datasets: new Set()},
      smallWatch,
      smallReference(),
    );
    expect(isGap(gone) && gone.why).toContain("not in the ledger");
  });

  it("puts small states together without losing trade or output", () => {
    const matrix = built();
    const together = putRestTogether(matrix, []);
    expect(together.regions).toEqual(matrix.states);
    const many = {
      ...matrix,
      ...grow(70),
    };
    const regions = putRestTogether(many, ["S069"]);
    expect(regions.regions.at(-1)).toBe(restOfWorld);
    expect(regions.regions).toContain("S069");
    expect(regions.regions.length).toBe(42);
    const total = (of: Float64Array) => of.reduce((a, b) => a + b, 0);
    expect(total(regions.flows) / total(many.flows)).toBeCloseTo(1, 12);
  });
});

function grow(n: number) {
  const states = Array.from({length: n}, (_, i) => `S${String(i).padStart(3, "0")}`);
  const gdp = Float64Array.from(states, (_, i) => 1000 - i);
  const flows = Float64Array.from({length: n * n}, (_, k) => {
    const i = Math.floor(k / n);
    return k % (n + 1) === 0 ? 2 * (1000 - i) - (n - 1) : 1;
  });
  return {states, gdp, flows};
}
