import {describe, expect, it} from "vitest";
import {orderOptions, orderWords, strengthWords} from "../../src/options/index.ts";
import * as page from "../../src/web/shape/order-options.ts";
import {type Cell, type Option, optionOrders, strengths} from "../../src/world/index.ts";

const cell = {
  text: "",
  about: [],
  evidence: [],
  figure: null,
  gap: null,
  grade: null,
} as unknown as Cell;
const option = (id: string, more: Partial<Option>): Option => ({
  ...{id, entry: id, towards: null, focus: "Diversification", action: cell, whoseChoice: []},
  ...{basis: "judgement" as const, strength: "opinion" as const, mechanism: "", assumptions: []},
  ...{outcomes: [], gains: cell, loses: cell, cost: {text: "", source: ""}, precedents: 0},
  ...{reversibility: {ease: "slow" as const, because: ""}, dominatedBy: null},
  ...more,
});
const worth = (value: number): Partial<Option> => ({
  ...{basis: "trade-equilibrium", strength: "modelled"},
  outcomes: [{...cell, figure: {value} as Cell["figure"]}],
});
const options = [
  option("a", {precedents: 2}),
  option("b", {strength: "precedents", precedents: 3, reversibility: {ease: "hard", because: ""}}),
  option("c", {strength: "precedents", precedents: 9, focus: "Multilateral Platforms"}),
  option("d", worth(-0.1)),
  option("e", worth(0.2)),
  option("f", {strength: "precedents", precedents: 1, reversibility: {ease: "easy", because: ""}}),
];
const ids = (order: (typeof optionOrders)[number]) =>
  orderOptions(options, order).map(({strength, options: own}) => [
    strength,
    own.map(({id}) => id).join(""),
  ]);

describe("options in order", () => {
  it("are sorted within groups of one strength, which never mix", () => {
    expect(ids("catalogue")).toEqual([
      ["modelled", "de"],
      ["precedents", "bfc"],
      ["opinion", "a"],
    ]);
    expect(ids("income")).toEqual([
      ["modelled", "ed"],
      ["precedents", "bcf"],
      ["opinion", "a"],
    ]);
    expect(ids("precedents")).toEqual([
      ["modelled", "de"],
      ["precedents", "cbf"],
      ["opinion", "a"],
    ]);
    expect(ids("undone")).toEqual([
      ["modelled", "de"],
      ["precedents", "fcb"],
      ["opinion", "a"],
    ]);
  });

  it("are the same on the page as at the command line", () => {
    expect([page.optionOrders, page.orderWords, page.strengthWords]).toEqual([
      ...[optionOrders, orderWords, strengthWords],
    ]);
    expect(Object.keys(strengthWords)).toEqual([...strengths]);
    for (const order of optionOrders)
      expect(page.orderOptions(options, order)).toEqual(orderOptions(options, order));
  });
});
