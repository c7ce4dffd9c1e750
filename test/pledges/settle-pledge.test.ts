import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {day, pledgeStages, type ToldStep} from "../../src/world/index.ts";
import {rule, settlePledge, step, thread} from "./small-thread.ts";

const settle = (...steps: ToldStep[]) => settlePledge(thread(steps), rule);

describe("how a commitment stands", () => {
  it("goes as far as its steps, in whatever order they are told", () => {
    expect(settle(step("contract", "2022"), step("said", "2020"))).toMatchObject({
      stage: "contract",
      standing: "open",
      opened: "2020-01-01",
      closed: null,
      years: 5,
    });
  });

  it("is kept when the whole of it has come, and has then the years that it took", () => {
    expect(settle(step("contract", "2012"), step("delivered", "2013"))).toMatchObject({
      stage: "delivered",
      standing: "kept",
      closed: "2013-01-01",
      years: 1,
      part: 1,
    });
  });

  it("stays where it stood while only a part has come, and says how much", () => {
    const begun = step("delivered", "2023", null);
    expect(settle(step("contract", "2022"), begun)).toMatchObject({
      stage: "contract",
      standing: "open",
      part: null,
    });
    expect(settle(step("contract", "2022"), begun, step("delivered", "2025", 0.07))).toMatchObject({
      stage: "contract",
      standing: "open",
      part: 0.07,
    });
    expect(settle(step("contract", "2022"))).toMatchObject({part: 0});
  });

  it("ends with a word that ends it, and is open again when it is taken up again", () => {
    const cancelled = [step("contract", "2018-02"), step("cancelled", "2021-12-22")];
    expect(settle(...cancelled)).toMatchObject({
      stage: "cancelled",
      standing: "ended",
      closed: "2021-12-22",
      overdue: null,
    });
    expect(settle(...cancelled, step("contract", "2023"))).toMatchObject({
      stage: "contract",
      standing: "open",
      closed: null,
    });
  });

  it("is not moved by what is told beside: the seller's word that it is not cancelled", () => {
    const told = step(null, "2025-10-29");
    expect(
      settle(step("contract", "2018-02"), step("cancelled", "2021-12-22"), told),
    ).toMatchObject({stage: "cancelled", standing: "ended"});
  });

  it("loses to nobody that it was kept once", () => {
    expect(
      settle(step("contract", "2001"), step("delivered", "2019"), step("cancelled", "2022")),
    ).toMatchObject({standing: "kept", closed: "2019-01-01"});
  });

  it("is overdue only while open, and only beyond the years of its rule, counted from the rule's stage", () => {
    expect(settle(step("contract", "2020"))?.overdue).toBeNull();
    expect(settle(step("contract", "2019"))?.overdue).toEqual({
      since: "2025-01-01",
      because: "test",
    });
    expect(settle(step("said", "2000"))?.overdue).toBeNull();
    expect(settle(step("said", "2000"), step("contract", "2021"))?.overdue).toBeNull();
    expect(settle(step("contract", "2001"), step("delivered", "2019"))?.overdue).toBeNull();
    expect(
      settle(step("contract", "2019-12-30"))?.overdue,
      "six years and a day are more than five",
    ).toMatchObject({since: "2024-12-30"});
  });

  it("is not ended by silence, and its age stops where its source does", () => {
    const old = settlePledge(
      thread([step("contract", "1990")], {knownUntil: day("2000-12-31")}),
      rule,
    );
    expect(old).toMatchObject({standing: "open", years: 10});
  });

  it("has no age where nobody knows when it began", () => {
    expect(settle(step("contract", ""))).toMatchObject({
      standing: "open",
      years: null,
      overdue: null,
    });
  });

  it("has no age where its source says that it was kept before it was given", () => {
    expect(settle(step("contract", "2005"), step("delivered", "2003"))).toMatchObject({
      standing: "kept",
    });
  });

  it("is none where nothing was promised", () => {
    expect(settle(step(null, "2020"))).toBeNull();
  });

  it("does not depend on the order in which its steps are told", () => {
    const some = fc.array(
      fc
        .tuple(fc.constantFrom(null, ...pledgeStages), fc.integer({min: 1990, max: 2025}))
        .map(([stage, year]) => step(stage, String(year))),
      {minLength: 1, maxLength: 6},
    );
    fc.assert(
      fc.property(some, (steps) => {
        const [one, other] = [settle(...steps), settle(...[...steps].reverse())];
        expect(other?.stage).toBe(one?.stage);
        expect(other?.standing).toBe(one?.standing);
        expect(other?.years).toBe(one?.years);
      }),
    );
  });
});
