import {describe, expect, it} from "vitest";
import {
  checkFlowTable,
  type FlowTableAsked,
  InputError,
  readFlowTable,
  readInputTable,
} from "../../../src/sources/index.ts";

const file = (text: string) => ({
  name: "m.csv",
  bytes: async function* () {
    yield Buffer.from(text);
  },
});
const nothing: FlowTableAsked = {year: null, columns: {}, further: []};
const read = (text: string, asked: Partial<FlowTableAsked> = {}) =>
  readFlowTable(file(text), {...nothing, ...asked});
const faultOf = async (work: () => Promise<unknown>) => {
  try {
    await work();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  throw new Error("nothing was refused");
};
const fault = (text: string, asked: Partial<FlowTableAsked> = {}) =>
  faultOf(async () => checkFlowTable(await read(text, asked)));

const square = "exporter,importer,value\nA,A,80\nA,B,20\nB,A,25\nB,B,60\n";

describe("readFlowTable", () => {
  it("puts rows into a square, names in order, absent pairs at 0", async () => {
    const {states, values, lines, sectors, year} = await read(
      "importer;exporter;trade\nB;B;60\nB;A;20\nA;A;80\n",
    );
    expect([states, sectors, year]).toEqual([["A", "B"], ["all"], null]);
    expect([...values]).toEqual([80, 20, 0, 60]);
    expect([...lines]).toEqual([4, 3, 0, 2]);
  });

  it("keeps one year, and the columns that are asked for", async () => {
    const text = "exporter,importer,year,trade,eu\nA,A,2000,8,0\nA,B,2000,2,1\nA,B,2005,3,NA\n";
    const {values, year, columns} = await read(text, {year: 2000, further: ["eu"]});
    expect([...values]).toEqual([8, 2, 0, 0]);
    expect([...(columns.get("eu") ?? [])]).toEqual([0, 1, 0, 0]);
    expect(year).toBe(2000);
    expect(await fault(text)).toBe("m.csv holds several years: 2000 in line 2, 2005 in line 4");
    expect(await fault(text, {year: 1999})).toContain("no rows of 1999");
    expect(await fault(text, {year: 2005, further: ["eu"]})).toContain(
      'line 4: eu: "NA" is no number',
    );
    expect(await fault(text, {year: 2000, further: ["nafta"]})).toContain('no column "nafta"');
  });

  it("names the row of what is wrong", async () => {
    expect(await fault(square.replace("20", "-20"))).toBe(
      "m.csv: line 3: value: A to B is -20: trade is 0 or more",
    );
    expect(await fault(square.replace("20", "much"))).toContain(
      'line 3: value: "much" is no number',
    );
    expect(await fault(`${square}A,B,1\n`)).toContain("line 6: A to B stands in line 3 already");
    expect(await fault(square.replace("A,B,20", "A,B"))).toContain("line 3: 2 cells");
    expect(await fault(square.replace("B,B,60\n", ""))).toBe(
      "m.csv: B (line 3) has no domestic trade, so what it makes is not known",
    );
    expect(await fault("a,b\n1,2\n")).toContain('no column "exporter"');
  });

  it("wants a producer and domestic trade in every sector", async () => {
    const goods = "exporter,importer,sector,value\nA,A,food,8\nB,B,food,6\nA,B,food,2\n";
    expect(await fault(`${goods}A,A,oil,0\nA,B,oil,0\n`)).toBe(
      "m.csv: nobody makes oil (line 5): every flow of it is 0",
    );
    expect(await fault(`${goods}A,B,oil,3\n`)).toBe(
      "m.csv: A exports oil (line 5) but has no domestic trade in it",
    );
    const {sectors} = await read(`${goods}A,B,oil,3\nA,A,oil,0\n`);
    expect(sectors).toEqual(["food", "oil"]);
  });

  it("stops early at a file that is too large, its memory bounded", async () => {
    let given = 0;
    const endless = {
      name: "endless.csv",
      bytes: async function* () {
        yield Buffer.from("exporter,importer,value\n");
        for (let i = 0; i < 1e6; i++) {
          given += 1;
          yield Buffer.from(`S${i},S${i},1\n`);
        }
      },
    };
    expect(await faultOf(() => readFlowTable(endless, nothing))).toContain(
      "line 602: exporter: more than 600 states",
    );
    expect(given).toBeLessThan(100_000);
  });
});

describe("readInputTable", () => {
  const inputs = (text: string) =>
    readInputTable(file(`state,sector,input,share\n${text}`), ["A", "B"], ["food", "oil"]);

  it("fills states without rows of their own from *", async () => {
    expect([...(await inputs("*,food,oil,0.2\nB,food,oil,0.3\n"))]).toEqual([
      0, 0.2, 0, 0, 0, 0.3, 0, 0,
    ]);
  });

  it("names the row of what is wrong", async () => {
    expect(await faultOf(() => inputs("A,fod,oil,0.2\n"))).toContain(
      'line 2: sector: "fod" is not in the matrix; did you mean food?',
    );
    expect(await faultOf(() => inputs("A,food,oil,2\n"))).toContain("line 2: share: is 2");
    expect(await faultOf(() => inputs("A,food,oil,0.7\nA,food,food,0.7\n"))).toContain(
      "inputs of food in A add up to 1.400",
    );
  });
});
