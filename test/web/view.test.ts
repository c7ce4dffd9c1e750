import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {optionOrders} from "../../src/web/shape/order-options.ts";
import {kindWords, stages, standings} from "../../src/web/shape/pledge-board.ts";
import {drawChoices, mostScenarios, mostShocks} from "../../src/web/shape/scenario-address.ts";
import {
  fieldsOf,
  type KindId,
  type ShockDraft,
  shockKinds,
} from "../../src/web/shape/scenario-kinds.ts";
import {groupings} from "../../src/web/shape/source-rows.ts";
import {flowKinds, readView, type View, writeView} from "../../src/web/view.ts";

const party = fc.stringMatching(/^[A-Z][A-Z0-9_]{0,15}$/);
const draft: fc.Arbitrary<ShockDraft> = fc
  .constantFrom(...(Object.keys(shockKinds) as KindId[]))
  .chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      undone: fc.boolean(),
      values: fc
        .record(Object.fromEntries(fieldsOf(kind).map((field) => [field.key, setOf(field.kind)])))
        .map((all) =>
          Object.fromEntries(Object.entries(all).filter(([, values]) => values.length > 0)),
        ),
    }),
  );
/** What a reader may set in a field: any texts, in any number but for a figure, of which there is one. */
const setOf = (kind: string) =>
  fc.array(fc.string({minLength: 1, maxLength: 12}), {maxLength: kind === "number" ? 1 : 3});
const view: fc.Arbitrary<View> = fc.record({
  asOf: fc.option(fc.stringMatching(/^\d{4}-\d{2}-\d{2}$/)),
  country: fc.option(party),
  partner: fc.option(party),
  sector: fc.option(fc.stringMatching(/^[a-z]{1,20}$/)),
  pair: fc.option(fc.tuple(party, party).filter(([a, b]) => a !== b)),
  dyad: fc.option(fc.tuple(party, party).filter(([a, b]) => a !== b)),
  towards: fc.option(party),
  order: fc.constantFrom(...optionOrders),
  flows: fc.constantFrom(...flowKinds),
  find: fc.option(fc.string({minLength: 1, maxLength: 100})),
  health: fc.option(fc.constantFrom("answers", "fails", "quiet", "unchecked")),
  by: fc.constantFrom(...groupings),
  standing: fc.option(fc.constantFrom(...standings)),
  stage: fc.option(fc.constantFrom(...stages)),
  kind: fc.option(fc.constantFrom(...(Object.keys(kindWords) as (keyof typeof kindWords)[]))),
  track: fc.option(fc.stringMatching(/^[a-z0-9-]{1,60}$/)),
  overdue: fc.boolean(),
  evidence: fc.option(fc.string({minLength: 1})),
  scenario: fc.option(
    fc.record({
      base: fc.constantFrom("ledger" as const, "own" as const),
      draws: fc.constantFrom(...drawChoices),
      figure: fc.stringMatching(/^[a-z-]{1,20}$/),
      scenarios: fc.array(fc.array(draft, {minLength: 1, maxLength: 3}), {
        minLength: 1,
        maxLength: mostScenarios,
      }),
    }),
  ),
});

describe("the view in the address", () => {
  it("is read back as it was written", () => {
    fc.assert(
      fc.property(view, (one) => {
        expect(readView(writeView(one))).toEqual(one);
      }),
    );
  });

  it("is nothing for the plain page", () => {
    expect(writeView(readView(""))).toBe("");
  });

  it("opens a lone tariff from a short link, and keeps no more shocks than have room", () => {
    const [[tariff] = []] = readView("?scenario=USA-IDN-10").scenario?.scenarios ?? [];
    expect(tariff).toEqual({
      kind: "tariff",
      undone: false,
      values: {by: ["USA"], on: ["IDN"], points: ["10"]},
    });
    const many = Array.from({length: 50}, () => "ban~by-RUS~to-EU").join("!");
    expect(readView(`?scenario=${many}`).scenario?.scenarios[0]?.length).toBe(mostShocks);
  });

  it("leaves out what a stranger's link has wrong, and never fails", () => {
    const asked =
      "?asOf=yesterday&country=<b>&sector=ENERGY&pair=RUS-RUS&dyad=IDN-&flows=none&scenario=USA-IDN-999&health=toString&by=colour&standing=lost&stage=begun&kind=toString&track=../x&overdue=1";
    expect(readView(asked)).toEqual(readView(""));
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readView(`?${text}`)).toBeTruthy();
      }),
    );
  });
});
