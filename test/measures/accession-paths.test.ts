import {describe, expect, it} from "vitest";
import {accessionPaths, measure} from "../../src/measures/index.ts";
import {day, isGap, type Reference} from "../../src/world/index.ts";
import {smallBook} from "../ledger/small-book.ts";
import {founding, reference} from "./real-book.ts";

const pathOf = (state: string, organisation: string, on = "2026-11-24", of = reference) =>
  accessionPaths(of, [state], day(on)).find((one) => one.organisation === organisation);
const stepsOf = (...of: Parameters<typeof pathOf>) =>
  pathOf(...of)?.steps.map(({on, role}) => `${on} ${role}`);

describe("the way to an organisation", () => {
  it("goes from application to partner to member, each step with its day and source", () => {
    expect(stepsOf("MYS", "BRICS")).toEqual([
      "2024-07-28 applicant",
      "2024-10-17 told",
      "2025-01-01 partner",
    ]);
    expect(pathOf("MYS", "BRICS")?.standing).toBe("partner");
    expect(pathOf("IDN", "BRICS")?.standing).toBe("member");
    expect(pathOf("IDN", "CPTPP")).toMatchObject({standing: "applicant", daysToMembership: null});
    for (const {steps} of accessionPaths(reference, founding.states, day("2026-11-24")))
      for (const {evidence} of steps)
        expect(evidence.kind === "reference" && evidence.source.length).toBeGreaterThan(5);
  });

  it("shows only what was known on the day", () => {
    expect(stepsOf("MYS", "BRICS", "2024-08-01")).toEqual(["2024-07-28 applicant"]);
    expect(pathOf("MYS", "BRICS", "2024-01-01")).toBeUndefined();
  });

  it("tells that a member left and came back", () => {
    expect(stepsOf("IDN", "UN")).toEqual([
      "1950-09-28 member",
      "1965-01-20 left",
      "1966-09-28 member",
    ]);
    expect(pathOf("IDN", "UN", "1965-06-01")?.standing).toBe("outside");
  });

  it("counts the days to membership where both days are known", () => {
    const made: Reference = {
      ...reference,
      memberships: [
        ["applicant", "2020-01-01", "2020-03-01"],
        ["partner", "2020-03-01", "2021-01-01"],
        ["member", "2021-01-01", null],
      ].map(([role, from, to]) => ({
        bloc: "SCO",
        state: "IDN",
        role: role as "applicant",
        from: day(String(from)),
        to: to === null ? null : day(String(to)),
        source: "a founding act",
      })),
    };
    expect(stepsOf("IDN", "SCO", "2026-11-24", made)).toEqual([
      "2020-01-01 applicant",
      "2020-03-01 partner",
      "2021-01-01 member",
    ]);
    expect(pathOf("IDN", "SCO", "2026-11-24", made)?.daysToMembership).toBe(366);
  });

  it("is none for a state that never stood to an organisation, or is unknown", () => {
    expect(pathOf("IDN", "NATO")).toBeUndefined();
    expect(accessionPaths(reference, ["XXX"], day("2026-11-24"))).toEqual([]);
  });
});

describe("bodies in common", () => {
  const figure = (state: string, partner: string, period: string) => {
    const book = smallBook({asOf: day("2026-11-24")});
    const series = measure(book, founding, reference, ["shared-bodies"]);
    const one = series.find(({id}) => id === `shared-bodies/${state}/${partner}`);
    const found = one?.points.find((point) => point.period === period)?.figure;
    if (found === undefined || isGap(found)) throw new Error(`no ${state} ${partner} ${period}`);
    return found;
  };

  it("count those to which both belonged at the time, each with the row that says so", () => {
    expect(figure("IDN", "RUS", "2020").coverage).not.toMatch(/BRICS/);
    const now = figure("IDN", "RUS", "2026");
    expect(now.coverage).toMatch(/BRICS/);
    expect(now.evidence).toHaveLength(now.value);
    expect(
      now.evidence.some((one) => one.kind === "reference" && one.key === "BRICS/IDN/2025-01-06"),
    ).toBe(true);
  });

  it("take a bloc for inside where at least half of its members are", () => {
    expect(figure("IDN", "EU", "2026").coverage).toMatch(
      /organisations: United Nations; each of 27 members 1$/,
    );
  });
});
