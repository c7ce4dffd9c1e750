import {existsSync, readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  type CodeScheme,
  loadReference,
  loadStateCodeSpans,
  stateCodesOf,
} from "../../../src/sources/index.ts";
import {day} from "../../../src/world/index.ts";
import {realDisk} from "../real-reference.ts";

const spans = loadStateCodeSpans(realDisk, ".");
const codes = stateCodesOf(spans);
const {states, blocs} = loadReference(realDisk, ".");
const today = day("2026-01-01");

describe("a code names the state of its day", () => {
  it.each<[CodeScheme, string, string, string | null]>([
    ["cow", "365", "1913-07-01", "RUS"],
    ["cow", "365", "1980-07-01", "SUN"],
    ["cow", "365", "2000-07-01", "RUS"],
    ["cow", "255", "1913-07-01", "DEU"],
    ["cow", "255", "2000-07-01", "DEU"],
    ["cow", "260", "1980-07-01", "DEU"],
    ["cow", "265", "1980-07-01", "DDR"],
    ["cow", "315", "1980-07-01", "CSK"],
    ["cow", "316", "2000-07-01", "CZE"],
    ["cow", "317", "2000-07-01", "SVK"],
    ["cow", "345", "1980-07-01", "YUG"],
    ["cow", "345", "2004-07-01", "SCG"],
    ["cow", "345", "2010-07-01", "SRB"],
    ["cow", "678", "1980-07-01", "YAR"],
    ["cow", "679", "2000-07-01", "YEM"],
    ["cow", "680", "1980-07-01", "YMD"],
    ["cow", "816", "1970-07-01", "VDR"],
    ["cow", "816", "1980-07-01", "VNM"],
    ["cow", "817", "1970-07-01", "RVN"],
    ["cow", "300", "1913-07-01", null],
    ["iso-numeric", "891", "2002-12-31", "YUG"],
    ["iso-numeric", "891", "2005-12-31", "SCG"],
    ["iso2", "CS", "1990-01-01", "CSK"],
    ["iso2", "CS", "2005-01-01", "SCG"],
    ["iso2", "CS", "2000-01-01", null],
    ["name", "Russia (Soviet Union)", "1985-01-01", "SUN"],
    ["name", "Russia (Soviet Union)", "2022-02-24", "RUS"],
  ])("%s %s on %s is %s", (scheme, code, on, state) => {
    expect(codes.resolve(scheme, code, day(on))).toBe(state);
  });
});

describe("Gleditsch and Ward number some states otherwise than the Correlates of War", () => {
  it.each<[string, string, string | null, string | null]>([
    ["260", "2000-07-01", "DEU", "DEU"],
    ["255", "2000-07-01", null, "DEU"],
    ["340", "2010-07-01", "SRB", null],
    ["345", "1980-07-01", "YUG", "YUG"],
    ["678", "2010-07-01", "YEM", "YAR"],
    ["679", "2010-07-01", null, "YEM"],
    ["816", "2010-07-01", "VNM", "VNM"],
    ["815", "1870-07-01", null, null],
    ["970", "2010-07-01", "KIR", "NRU"],
    ["971", "2010-07-01", "NRU", null],
    ["972", "2010-07-01", "TON", null],
    ["955", "2010-07-01", null, "TON"],
    ["850", "2010-07-01", "IDN", "IDN"],
  ])("%s on %s", (code, on, gw, cow) => {
    expect(codes.resolve("gw", code, day(on))).toBe(gw);
    expect(codes.resolve("cow", code, day(on))).toBe(cow);
  });
});

describe("names are known as publishers write them", () => {
  it.each([
    ["Korea, South", "KOR"],
    ["Democratic People's Republic of Korea", "PRK"],
    ["Democratic People’s Republic of Korea", "PRK"],
    ["Russian Federation", "RUS"],
    ["Viet Nam", "VNM"],
    ["VIETNAM", "VNM"],
    ["United States of America", "USA"],
    ["Türkiye", "TUR"],
    ["Turkiye", "TUR"],
    ["Turkey", "TUR"],
    ["Cote d'Ivoire", "CIV"],
    ["Côte d’Ivoire", "CIV"],
    ["Bosnia-Herzegovina", "BIH"],
    ["Bosnia & Herzegovina", "BIH"],
    ["St. Kitts and Nevis", "KNA"],
    ["The Gambia", "GMB"],
    ["Gambia, The", "GMB"],
    ["Congo", "COG"],
    ["Congo, Dem. Rep.", "COD"],
    ["DR Congo (Zaire)", "COD"],
    ["Occupied Palestinian Territory", "PSE"],
    ["European Union", "EU"],
    ["Kremlin", null],
    ["Korea", null],
    ["Europe", null],
    ["Other Asia, nes", null],
    ["", null],
    ["x".repeat(100_000), null],
  ])("%s", (name, state) => {
    expect(codes.resolve("name", name, today)).toBe(state);
  });
});

describe("codes of other lists", () => {
  it.each<[CodeScheme, string, string | null]>([
    ["cameo", "ROM", "ROU"],
    ["cameo", "ROU", "ROU"],
    ["cameo", "TMP", "TLS"],
    ["cameo", "EUR", null],
    ["cameo", "SEA", null],
    ["cameo", "WSB", null],
    ["iso2", "UK", "GBR"],
    ["iso2", "EL", "GRC"],
    ["iso2", "GR", "GRC"],
    ["iso-numeric", "8", "ALB"],
    ["iso-numeric", "008", "ALB"],
    ["iso-numeric", "842", "USA"],
    ["iso-numeric", "490", null],
    ["iso-numeric", "", null],
    ["fips", "RS", "RUS"],
    ["fips", "GM", "DEU"],
    ["fips", "we", "PSE"],
    ["fips", "OS", null],
    ["iso3", "TMP", "TLS"],
    ["iso3", "XXX", null],
    ["iso3", "constructor", null],
  ])("%s %s", (scheme, code, state) => {
    expect(codes.resolve(scheme, code, today)).toBe(state);
  });
});

it("every state that exists resolves in every scheme in which it has a code", () => {
  for (const state of states.filter((each) => each.existed.to === null)) {
    const written: [CodeScheme, string | null][] = [
      ["iso3", state.code],
      ["iso2", state.iso2],
      ["fips", state.fips],
      ["cow", state.cow === null ? null : String(state.cow)],
      ["name", state.name],
    ];
    for (const [scheme, code] of written)
      if (code !== null)
        expect([scheme, code, codes.resolve(scheme, code, today)]).toEqual([
          scheme,
          code,
          state.code,
        ]);
  }
});

it("every state with an ISO code has an ISO number", () => {
  const numbered = new Set(
    spans.filter((span) => span.scheme === "iso-numeric").map((span) => span.state),
  );
  const without = states.filter((state) => !numbered.has(state.code)).map((state) => state.code);
  expect(without).toEqual(["EAZ", "RVN", "VDR", "XKX"]);
});

it("codes name only parties of the reference", () => {
  const parties = new Set([...states.map((state) => state.code), ...blocs.map((bloc) => bloc.id)]);
  expect(spans.filter((span) => span.state !== null && !parties.has(span.state))).toEqual([]);
});

it("a code that would name two states on one day is refused", () => {
  const span = {scheme: "cow", code: "1", from: null, to: null} as const;
  expect(() =>
    stateCodesOf([
      {...span, state: "IDN"},
      {...span, state: "MYS"},
    ]),
  ).toThrow("cow 1 names two states on one day");
});

it("case, accents, punctuation and a leading article change nothing in a name", () => {
  const dressed = fc.constantFrom(
    (name: string) => name.toUpperCase(),
    (name: string) => name.normalize("NFD"),
    (name: string) => ` ${name.replaceAll(" ", "  ")}. `,
    (name: string) => `The ${name}`,
  );
  fc.assert(
    fc.property(fc.constantFrom(...states), dressed, (state, dress) => {
      expect(codes.resolve("name", dress(state.name), today)).toBe(state.code);
    }),
  );
});

const key = "../shared/data/memberships/cow_ccode_iso3.csv.gz";
it.skipIf(!existsSync(key))("a published key of COW codes says the same where it is right", () => {
  const pairs = gunzipSync(readFileSync(key)).toString("utf8").trim().split(/\r?\n/).slice(1);
  const otherwise = pairs
    .map((line) => line.split(",") as [string, string])
    .filter(([code, iso3]) => codes.resolve("cow", code, today) !== iso3)
    .map(([code, iso3]) => `${code} ${iso3} ${codes.resolve("cow", code, today)}`);
  expect(pairs.length).toBeGreaterThan(190);
  // 345 is Serbia today; the key takes South Yemen (680) for North Yemen.
  expect(otherwise).toEqual(["345 YUG SRB", "680 YAR YMD"]);
});
