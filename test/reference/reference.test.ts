import {existsSync, readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {geoDistance} from "d3-geo";
import {describe, expect, it} from "vitest";
import {loadCrosswalk, loadGrades} from "../../src/sources/index.ts";
import {
  type Capital,
  day,
  eventTypes,
  membersOf,
  nameOf,
  sectors,
  stateOf,
} from "../../src/world/index.ts";
import {realDisk, reference} from "../sources/real-reference.ts";

const members = (bloc: string, on: string) => membersOf(reference, bloc, day(on));

describe("states", () => {
  it("hold all 193 members of the United Nations and name their source", () => {
    expect(members("UN", "2025-12-31")).toHaveLength(193);
    expect(reference.states.filter((state) => state.source === "")).toEqual([]);
  });

  it("have a two-letter code each, none twice", () => {
    const codes = reference.states.flatMap((state) => state.iso2 ?? []);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toHaveLength(250);
  });

  it("date the dissolved ones and keep the ones in dispute", () => {
    expect(stateOf(reference, "SUN")?.existed).toEqual({from: "1922-12-30", to: "1991-12-26"});
    for (const code of ["YUG", "CSK", "DDR", "YMD", "SCG", "VDR"])
      expect(stateOf(reference, code)?.existed.to).not.toBeNull();
    for (const code of ["TWN", "PSE", "XKX", "HKG", "MAC"])
      expect(stateOf(reference, code)).toBeDefined();
  });

  it("can be read from a text by seat and adjective", () => {
    expect(stateOf(reference, "RUS")?.aliases).toContain("Kremlin");
    expect(stateOf(reference, "USA")?.aliases).toContain("White House");
    expect(stateOf(reference, "IDN")?.demonyms).toContain("Indonesians");
    expect(stateOf(reference, "MYS")?.region).toBe("South-eastern Asia");
  });
});

describe("capitals", () => {
  it("place every member of the United Nations", () => {
    const placed = new Set(reference.capitals.map(({state}) => state));
    expect(members("UN", "2025-12-31").filter((state) => !placed.has(state))).toEqual([]);
  });

  it("stand in states.csv under the same name, but for the cities that are states", () => {
    const other = reference.capitals.filter(
      ({state, capital}) => stateOf(reference, state)?.capital !== capital,
    );
    expect(other.map(({state}) => state)).toEqual(["HKG"]);
  });

  // CEPII measures from other cities (Rangoon, Almaty, Auckland) or, for Samoa, from the wrong side of the date line.
  const elsewhere = new Set(["WSM", "MMR", "GIN", "NZL", "COL"]);
  const cepii = "../shared/data/trade/dist_cepii.csv.gz";

  it.skipIf(!existsSync(cepii))(
    "lie as far from one another as CEPII has measured, within a hundred kilometres",
    () => {
      const places = new Map(reference.capitals.map((seat) => [seat.state, seat]));
      const [head = "", ...lines] = gunzipSync(readFileSync(cepii)).toString().trim().split("\n");
      const at = head.replace("\uFEFF", "").split(",").indexOf("distcap");
      const deviations = new Map<string, number[]>();
      for (const line of lines) {
        const cells = line.split(",");
        const [one, other] = [places.get(cells[0] ?? ""), places.get(cells[1] ?? "")];
        if (one === undefined || other === undefined || one === other) continue;
        const off = Math.abs(kilometres(one, other) - Number(cells[at]));
        deviations.set(one.state, [...(deviations.get(one.state) ?? []), off]);
      }
      expect(deviations.size).toBeGreaterThan(180);
      for (const [state, off] of deviations) {
        const median = off.sort((a, b) => a - b)[Math.floor(off.length / 2)];
        if (!elsewhere.has(state)) expect(median, state).toBeLessThan(100);
      }
    },
  );
});

/** Along the great circle, on a sphere of 6,371 km. */
function kilometres(one: Capital, other: Capital): number {
  return geoDistance([one.longitude, one.latitude], [other.longitude, other.latitude]) * 6371;
}

describe("memberships", () => {
  // Sizes as the bodies themselves published them on those days.
  it.each([
    ["EU", "1958-01-01", 6],
    ["EU", "2013-07-01", 28],
    ["EU", "2020-02-01", 27],
    ["NATO", "1949-08-24", 12],
    ["NATO", "2024-03-07", 32],
    ["ASEAN", "1967-08-08", 5],
    ["ASEAN", "2025-10-25", 10],
    ["ASEAN", "2025-10-26", 11],
    ["BRICS", "2010-01-01", 4],
    ["BRICS", "2025-01-05", 9],
    ["BRICS", "2025-01-06", 10],
    ["G7", "2025-01-01", 7],
    ["EAEU", "2016-01-01", 5],
    ["SCO", "2024-07-04", 10],
    ["APEC", "2000-01-01", 21],
    ["RCEP", "2023-06-02", 14],
    ["CPTPP", "2024-12-15", 12],
    ["OIC", "2025-06-01", 57],
    ["NONALIGNED", "2012-01-01", 120],
    ["QUAD", "2021-01-01", 4],
    ["AUKUS", "2021-09-15", 3],
    ["UN", "1945-12-31", 51],
  ])("%s on %s has %d", (bloc, on, count) => {
    expect(members(bloc, on)).toHaveLength(count);
  });

  it("tell partners from members", () => {
    const rolesOf = (state: string) =>
      reference.memberships
        .filter((one) => one.bloc === "BRICS" && one.state === state)
        .map(({role, from}) => `${role} ${from}`);
    expect(rolesOf("MYS")).toEqual(["partner 2025-01-01"]);
    expect(rolesOf("VNM")).toEqual(["partner 2025-06-13"]);
    expect(rolesOf("IDN")).toEqual(["member 2025-01-06"]);
  });

  it("never overlap in the same role and always name a source", () => {
    for (const one of reference.memberships) {
      expect(one.source.length).toBeGreaterThan(10);
      const overlap = reference.memberships.filter(
        (other) =>
          other !== one &&
          other.bloc === one.bloc &&
          other.state === one.state &&
          other.role === one.role &&
          other.from <= one.from &&
          (other.to === null || other.to > one.from),
      );
      expect(overlap).toEqual([]);
    }
  });
});

describe("the West", () => {
  it("is the EU and the G7 of the day and five states", () => {
    const west = members("WEST", "2025-01-01");
    expect(west).toHaveLength(27 + 4 + 5);
    for (const state of ["AUS", "NZL", "NOR", "CHE", "ISL", "USA", "JPN", "GBR", "DEU"])
      expect(west).toContain(state);
  });

  it("keeps Britain when it leaves the EU, by the G7, and does not hold Poland before 2004", () => {
    expect(members("WEST", "2020-06-01")).toContain("GBR");
    expect(members("WEST", "2004-04-30")).not.toContain("POL");
    expect(members("WEST", "2004-05-01")).toContain("POL");
    const gbr = reference.memberships.filter((one) => one.bloc === "WEST" && one.state === "GBR");
    expect(gbr.map(({from, to}) => `${from} ${to}`)).toEqual(["1973-01-01 null"]);
  });

  it("has a name and an alternative", () => {
    expect(nameOf(reference, "WEST")).toBe("the West");
    expect(members("WEST_NATO", "2025-01-01")).toHaveLength(36);
  });
});

describe("codebook, crosswalk, sectors, actions, scales", () => {
  it("describe every type and every sector once", () => {
    expect(reference.codebook.map((entry) => entry.type).sort()).toEqual([...eventTypes].sort());
    expect(reference.sectors.map((entry) => entry.id).sort()).toEqual([...sectors].sort());
  });

  it("agree with the crosswalk but for 163, which stands under SANCTION", () => {
    const crosswalk = loadCrosswalk(realDisk, ".");
    const roots = reference.codebook.flatMap((entry) =>
      entry.cameoRoots.map((root) => ({root, type: entry.type})),
    );
    const typeOf = (code: string) =>
      roots
        .filter(({root}) => code.startsWith(root))
        .sort((a, b) => b.root.length - a.root.length)[0]?.type;
    const differing = [...crosswalk].filter(([code, type]) => typeOf(code) !== type);
    expect(crosswalk.size).toBeGreaterThan(290);
    expect(differing.map(([code]) => code)).toEqual(["163"]);
  });

  it("offer actions for the five focus areas, trade models only for trade", () => {
    expect(reference.actions.length).toBeGreaterThanOrEqual(14);
    expect([...new Set(reference.actions.map((action) => action.focus))].sort()).toEqual([
      "Diplomatic Engagement",
      "Diversification",
      "Economic Collaboration",
      "Multilateral Platforms",
      "Security Cooperation",
    ]);
    const parties = new Set([
      "$state",
      "$power",
      ...reference.states.map((state) => state.code),
      ...reference.blocs.map((bloc) => bloc.id),
    ]);
    expect(reference.actions.length).toBeGreaterThanOrEqual(25);
    for (const action of reference.actions) {
      expect(action.whoseChoice.filter((party) => !parties.has(party))).toEqual([]);
      if (action.basis === "trade-equilibrium") expect(action.sectors).toContain("trade");
      else expect(action.precedentWords.length).toBeGreaterThan(0);
    }
  });

  it("have seven bands without a hole and twelve marks", () => {
    expect(reference.likelihood).toHaveLength(7);
    expect(reference.likelihood.map((band) => band.high).slice(0, -1)).toEqual(
      reference.likelihood.map((band) => band.low).slice(1),
    );
    expect(
      loadGrades(realDisk, ".")
        .map((grade) => grade.mark)
        .join(""),
    ).toBe("ABCDEF123456");
  });
});

describe("offices", () => {
  it("say who speaks for whom on a day", () => {
    const holder = (state: string, office: string, on: string) =>
      reference.offices.find(
        (one) =>
          one.state === state &&
          one.office === office &&
          one.from <= on &&
          (one.to === null || one.to > on),
      )?.person;
    expect(holder("RUS", "President", "2022-02-24")).toBe("Vladimir Putin");
    expect(holder("IDN", "President", "2024-10-19")).toBe("Joko Widodo");
    expect(holder("MYS", "Prime Minister", "2025-08-05")).toBe("Anwar Ibrahim");
    for (const state of [
      "IDN",
      "MYS",
      "RUS",
      "USA",
      "CHN",
      "JPN",
      "AUS",
      "EU",
      "GBR",
      "FRA",
      "DEU",
      "VNM",
      "KAZ",
      "IND",
    ])
      expect(reference.offices.filter((one) => one.state === state).length).toBeGreaterThan(2);
  });
});
