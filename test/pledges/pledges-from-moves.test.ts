import {describe, expect, it} from "vitest";
import {gatherPledges} from "../../src/pledges/index.ts";
import {day, gap, type Move} from "../../src/world/index.ts";
import {smallMove} from "../options/small-world.ts";
import {reference} from "../sources/real-reference.ts";

const asOf = day("2026-11-24");
const nothing = {asOf, armsOrders: [], agreements: [], sanctions: []};
let made = 0;

/** A report of Indonesia and Russia on energy, unless said otherwise. */
function told(summary: string, when: string, over: Partial<Move> = {}): Move {
  made += 1;
  return smallMove({
    id: `told-${made}`,
    from: "article",
    type: "AGREE",
    mode: "done",
    sectors: ["energy"],
    sources: ["IDN"],
    targets: ["RUS"],
    summary,
    when: when === "" ? gap("when", "nobody says", "a date") : day(when),
    precision: "day",
    specimen: false,
    ...over,
  });
}

const words = (...moves: Move[]) =>
  gatherPledges({commitments: nothing, moves}, reference).pledges.filter(
    ({kind, steps}) =>
      kind === "word" && steps.every(({evidence}) => evidence[0]?.kind !== "reference"),
  );

const plan = () =>
  told("Indonesia and Russia plan a floating reactor off Bangka island.", "2024-01-10", {
    mode: "planned",
  });

describe("a commitment that reports tell of", () => {
  it("opens with what is planned, and moves on with what is signed and comes", () => {
    const [pledge, ...others] = words(
      plan(),
      told(
        "Indonesia and Russia sign a memorandum on the floating reactor at Bangka.",
        "2024-06-01",
      ),
      told("Russia and Indonesia sign a contract for the Bangka floating reactor.", "2025-02-01"),
      told("The floating reactor of Russia was delivered to Bangka.", "2026-05-01"),
    );
    expect(others).toEqual([]);
    expect(pledge?.steps.map(({stage}) => stage)).toEqual([
      "said",
      "memorandum",
      "contract",
      "delivered",
    ]);
    expect(pledge).toMatchObject({standing: "kept", stage: "delivered", closed: "2026-05-01"});
    expect(pledge?.steps[1]?.because).toEqual([
      "the same parties",
      "the same sector: energy",
      "the same matter: floati…, reacto…, bangka…",
    ]);
  });

  it("opens with a signature that nobody had announced", () => {
    expect(
      words(told("Indonesia and Russia sign a memorandum on hydrogen pipes.", "2025-01-01")),
    ).toEqual([expect.objectContaining({stage: "memorandum", standing: "open"})]);
  });

  it.each([
    ["other parties", {targets: ["CHN"]}],
    ["a third party", {targets: ["RUS", "CHN"]}],
    ["another sector", {sectors: ["defence"] as const}],
    ["no day", {when: gap("when", "nobody says", "a date")}],
  ])("is not moved by a report of %s", (_, over) => {
    const found = words(
      plan(),
      told("A contract for the floating reactor at Bangka is signed.", "2024-06-01", over),
    );
    expect(found.map(({steps}) => steps.length)).toEqual([1, 1]);
  });

  it("is one with a contract that was told before it, and does not take that back", () => {
    const [one, ...others] = words(
      plan(),
      told("A contract for the floating reactor at Bangka is signed.", "2023-12-31"),
    );
    expect(others).toEqual([]);
    expect(one).toMatchObject({stage: "contract", opened: "2023-12-31"});
    expect(one?.steps.map(({stage}) => stage)).toEqual(["contract", "said"]);
  });

  it("is not moved by a report on another matter between the same two", () => {
    const found = words(
      plan(),
      told("Russia signs a contract for coal with Indonesia.", "2024-06-01"),
    );
    expect(found.map(({steps}) => steps.length)).toEqual([1, 1]);
  });

  it("is moved by none that fits two commitments alike", () => {
    const found = words(
      told("A floating reactor is planned off Bangka.", "2024-01-10", {mode: "planned"}),
      told("A floating reactor is proposed for Bangka, Indonesia.", "2024-01-11", {
        mode: "proposed",
        id: "second",
        sources: ["RUS"],
        targets: ["IDN"],
        sectors: ["technology"],
      }),
      told("A contract for the floating reactor at Bangka.", "2024-06-01", {
        sectors: ["energy", "technology"],
      }),
    );
    expect(found.map(({steps}) => steps.length)).toEqual([1, 1, 1]);
  });

  it("ends when it is denied or called off", () => {
    const denied = told(
      "Indonesia denies a plan for a floating reactor off Bangka.",
      "2024-02-01",
      {
        mode: "denied",
      },
    );
    expect(words(plan(), denied)[0]).toMatchObject({stage: "denied", standing: "ended"});
    const off = told("The floating reactor of Bangka is cancelled.", "2024-02-01");
    expect(words(plan(), off)[0]).toMatchObject({stage: "cancelled", standing: "ended"});
  });

  it("is opened by no threat, no hypothesis and no single party", () => {
    expect(
      words(
        told("Russia threatens Indonesia.", "2024-01-01", {type: "THREATEN", mode: "announced"}),
        told("A reactor would be built.", "2024-01-01", {mode: "hypothetical"}),
        told("Indonesia plans a reactor.", "2024-01-01", {mode: "planned", targets: []}),
      ),
    ).toEqual([]);
  });

  it("keeps a specimen apart from what is counted", () => {
    const found = words(
      {...plan(), specimen: true},
      told("A contract for the floating reactor at Bangka is signed.", "2024-06-01"),
    );
    expect(found.map(({specimen, steps}) => [specimen, steps.length])).toEqual([
      [true, 1],
      [false, 1],
    ]);
  });
});
