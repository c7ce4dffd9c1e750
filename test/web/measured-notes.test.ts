import {describe, expect, it} from "vitest";
import {addressOf, measuredAt} from "../../src/web/shape/cell-address.ts";
import {claimNote, pathNote, signalNote} from "../../src/web/shape/measured-notes.ts";
import {day, type Evidence, gap} from "../../src/world/index.ts";

const evidence: Evidence = {
  kind: "reference",
  table: "memberships",
  key: "BRICS/IDN/2025-01-06",
  quote: "IDN, member of BRICS from 2025-01-06.",
  source: "a founding act",
  reaches: [],
};
const nameOf = (party: string) => ({IDN: "Indonesia", RUS: "Russia"})[party] ?? party;
const at = (address: string) => {
  const place = measuredAt(address);
  if (place === null) throw new Error(`nothing at ${address}`);
  return place;
};

const hedging = [
  {
    state: "IDN",
    a: "RUS",
    b: "USA",
    basis: "judgement",
    reading: "too little known",
    because: "",
    signals: [
      {indicator: "arms", power: "RUS", says: "none", text: "0 %", evidence: [evidence]},
      {
        indicator: "access",
        power: "RUS",
        says: gap("access", "nobody keeps a register", "articles"),
        text: "not known",
        evidence: [],
      },
    ],
  },
] as const;
const paths = [
  {
    state: "IDN",
    organisation: "BRICS",
    standing: "member",
    daysToMembership: null,
    steps: [{role: "member", on: day("2025-01-06"), precision: "month", text: "member", evidence}],
  },
] as const;
const claims = [
  {
    state: "IDN",
    claim: "It moves closer to Russia.",
    said: "closer",
    mode: "stated",
    verdict: "stale",
    because: "It is old.",
    evidence: [evidence],
  },
] as const;

describe("what the margin asks for again", () => {
  it("is found by the address that the page writes", () => {
    const address = addressOf.hedging(hedging[0], "arms", "RUS");
    const place = at(address);
    if (place.kind !== "hedging") throw new Error(address);
    expect(signalNote({hedging}, place, nameOf)).toMatchObject({
      title: "arms, Indonesia and Russia",
      because: "No tie: 0 %",
      evidence: [{evidence}],
    });

    const path = at(addressOf.path(paths[0], 0));
    if (path.kind !== "path") throw new Error("no path");
    expect(pathNote({paths}, path, nameOf)).toMatchObject({
      title: "Indonesia and BRICS, 2025-01",
      evidence: [{evidence}],
    });

    const claim = at(addressOf.founding("IDN", 0));
    if (claim.kind !== "founding") throw new Error("no claim");
    expect(claimNote({claims}, claim, nameOf)).toMatchObject({because: "stale. It is old."});
  });

  it("says what is missing where an indicator is not known", () => {
    const place = at("hedging/IDN/RUS/USA/access/RUS");
    if (place.kind !== "hedging") throw new Error("no signal");
    expect(signalNote({hedging}, place, nameOf)).toMatchObject({
      gap: {why: "nobody keeps a register"},
      because: null,
      evidence: [],
    });
  });

  it("is nothing at an address that is torn or of another day", () => {
    for (const address of [
      "hedging",
      "hedging/IDN/RUS/USA/arms/CHN",
      "hedging/BRA/RUS/USA/arms/RUS",
    ]) {
      const place = at(address);
      expect(place.kind === "hedging" && signalNote({hedging}, place, nameOf)).toBeNull();
    }
    for (const address of ["path/IDN/BRICS/soon", "path/IDN/NATO/0", "path"]) {
      const place = at(address);
      expect(place.kind === "path" && pathNote({paths}, place, nameOf)).toBeNull();
    }
    for (const address of ["founding/IDN/99", "founding/IDN/-1", "founding/XXX/0", "founding"]) {
      const place = at(address);
      expect(place.kind === "founding" && claimNote({claims}, place, nameOf)).toBeNull();
    }
    expect(measuredAt("figure/2014/un-agreement/IDN/RUS")).toBeNull();
  });
});
