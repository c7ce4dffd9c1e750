import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {optionOrders} from "../../src/web/shape/order-options.ts";
import {kindWords, stages, standings} from "../../src/web/shape/pledge-board.ts";
import {groupings} from "../../src/web/shape/source-rows.ts";
import {flowKinds, highestTariff, readView, type View, writeView} from "../../src/web/view.ts";

const party = fc.stringMatching(/^[A-Z][A-Z0-9_]{0,15}$/);
const view: fc.Arbitrary<View> = fc.record({
  asOf: fc.option(fc.stringMatching(/^\d{4}-\d{2}-\d{2}$/)),
  country: fc.option(party),
  partner: fc.option(party),
  sector: fc.option(fc.stringMatching(/^[a-z]{1,20}$/)),
  pair: fc.option(fc.tuple(party, party).filter(([a, b]) => a !== b)),
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
      importer: party,
      exporter: party,
      percent: fc.integer({min: 0, max: highestTariff}),
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

  it("leaves out what a stranger's link has wrong, and never fails", () => {
    const asked =
      "?asOf=yesterday&country=<b>&sector=ENERGY&pair=RUS-RUS&flows=none&scenario=USA-IDN-999&health=toString&by=colour&standing=lost&stage=begun&kind=toString&track=../x&overdue=1";
    expect(readView(asked)).toEqual(readView(""));
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readView(`?${text}`)).toBeTruthy();
      }),
    );
  });
});
