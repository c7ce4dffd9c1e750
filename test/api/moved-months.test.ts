import {writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {createApi} from "../../src/api/index.ts";
import {measureBooks} from "../../src/cli/house.ts";
import {seedOf, standardDraws} from "../../src/math/index.ts";
import type {MovedMonth} from "../../src/measures/index.ts";
import {day} from "../../src/world/index.ts";
import {foundingLedger} from "../pipeline/founding-ledger.ts";
import {codes} from "../store/events/event-ledger.ts";

const today = day("2026-12-24");
const states = ["Indonesia", "Malaysia", "Russian Federation", "United States", "China", "France"];
const months = 42;
/** The month from which Indonesia and Russia accuse each other six times as often. */
const worseFrom = 34;

/** An invented file in ICEWS's layout: each month every state praises every other some five times, and accuses it some four. */
function inventedFile(): string {
  const head =
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude";
  const lines = [head];
  const random = standardDraws(seedOf("invented file", 1));
  const around = (mean: number) =>
    Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()));
  const add = (month: number, source: string, target: string, code: string) => {
    const on = `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-11`;
    lines.push(
      `${lines.length}\t${on}\tMinistry\t\t${source}\tMade up\t${code}\t1\tMinistry\t\t${target}\t1\t1\tA Made-up Wire\t\t\t\t\t\t`,
    );
  };
  for (let month = 0; month < months; month++)
    for (const source of states)
      for (const target of states) {
        if (source === target) continue;
        const quarrel =
          [source, target].includes("Indonesia") && [source, target].includes("Russian Federation");
        for (let k = around(5); k > 0; k--) add(month, source, target, "051");
        const accused = quarrel && month >= worseFrom ? 24 : 4;
        for (let k = around(accused); k > 0; k--) add(month, source, target, "111");
      }
  return `${lines.join("\n")}\n`;
}

describe("what moved this month, over HTTP", () => {
  let house: Awaited<ReturnType<typeof foundingLedger>>;
  let app: ReturnType<typeof createApi>;
  const ask = async (path: string) => (await app.request(`/api${path}`)).json();
  beforeAll(async () => {
    house = await foundingLedger();
    const path = join(dirname(house.path), "events.2023.tab");
    writeFileSync(path, inventedFile());
    await house.ledger.importEvents({
      importerId: "icews-events",
      paths: [path],
      recordedOn: day("2026-12-20"),
      codes,
      isTrial: false,
      progress: () => {},
    });
    const books = measureBooks(house.path);
    app = createApi({...house, today: () => today, log: console.error, books});
  });
  afterAll(() => house?.ledger.close());

  it("is told from imported event files by their last month, with what was known then", async () => {
    const {months: sources} = await ask("/change");
    expect(sources.map(({source}: {source: string}) => source)).toContain("icews");
    const {moved} = sources.find(({source}: {source: string}) => source === "icews");
    const told = moved.filter(({announced}: MovedMonth) => announced);
    expect(told).toMatchObject([
      {
        state: "IDN",
        partner: "RUS",
        kind: "conflict",
        month: "2026-06",
        direction: "rise",
        likeliest: {month: "2025-11"},
      },
    ]);
  });

  it("is not told of a day before the file was known", async () => {
    const {months: sources} = await ask("/change?asOf=2026-12-19");
    expect(sources.map(({source}: {source: string}) => source)).not.toContain("icews");
  });
});
