import {check} from "@placemarkio/check-geojson";
import fc from "fast-check";
import type {FeatureCollection, Position} from "geojson";
import {describe, expect, it} from "vitest";
import {joinAcrossWorld} from "../../src/exports/join-across-world.ts";
import {hostileWords} from "./hostile-words.ts";
import {madeText} from "./make-export.ts";
import {smallMatter} from "./matters.ts";

const collection = async (words?: string) =>
  check(await madeText("moves.geojson", smallMatter(words))) as FeatureCollection;

describe("GeoJSON", () => {
  it("is valid by an independent checker, whatever the texts say", async () => {
    await fc.assert(
      fc.asyncProperty(hostileWords, async (words) => {
        const {features} = await collection(words);
        expect(features).toHaveLength(smallMatter(words).answer.ledgerMoves.length);
      }),
      {numRuns: 50},
    );
  });

  it("draws a line between two capitals, longitude first", async () => {
    const {features} = await collection();
    const [from, to] = [
      [106.83, -6.17],
      [37.61, 55.75],
    ];
    expect(features.find(({id}) => id === "linked")?.geometry).toEqual({
      type: "LineString",
      coordinates: [from, to],
    });
  });

  it("cuts the line from Washington to Jakarta at the antimeridian", async () => {
    const {features} = await collection();
    const geometry = features.find(({id}) => id === "ocean")?.geometry;
    expect(geometry?.type).toBe("MultiLineString");
    const [west, east] = (geometry as {coordinates: Position[][]}).coordinates;
    expect(west?.at(-1)?.[0]).toBe(-180);
    expect(east?.[0]?.[0]).toBe(180);
    expect(west?.at(-1)?.[1]).toBe(east?.[0]?.[1]);
  });

  it("shows a joint move of several as points, and a move of blocs nowhere", async () => {
    const {features} = await collection();
    expect(features.find(({id}) => id === "summit")?.geometry).toMatchObject({
      type: "MultiPoint",
      coordinates: [expect.any(Array), expect.any(Array), expect.any(Array)],
    });
    const bloc = features.find(({id}) => id === "bloc");
    expect(bloc?.geometry).toBeNull();
    expect(bloc?.properties).toMatchObject({unplaced: ["ASEAN", "EU"]});
  });

  it("says who wrote it, as of when and by which methods", async () => {
    const {demarche} = (await collection()) as FeatureCollection & {demarche: unknown};
    expect(demarche).toMatchObject({demarche: "0.1.0", asOf: "2026-06-01"});
    expect((demarche as {methods: string[]}).methods).toEqual(
      expect.arrayContaining(["made-up@3", "link-reports@2", "test@1"]),
    );
  });
});

describe("a line on the map", () => {
  const place = fc.tuple(
    fc.integer({min: -17999, max: 17999}).map((hundredths) => hundredths / 100),
    fc.integer({min: -9000, max: 9000}).map((hundredths) => hundredths / 100),
  );

  it("stays on the map, goes the short way, and keeps its ends", () => {
    fc.assert(
      fc.property(place, place, (from, to) => {
        const lines = joinAcrossWorld(from, to);
        const points = lines.flat();
        expect(points[0]).toEqual(from);
        expect(points.at(-1)).toEqual(to);
        let travelled = 0;
        for (const line of lines) {
          const [start = NaN, end = NaN] = line.map(([longitude]) => longitude);
          expect(Math.abs(start)).toBeLessThanOrEqual(180);
          expect(Math.abs(end)).toBeLessThanOrEqual(180);
          travelled += Math.abs(end - start);
        }
        expect(travelled).toBeLessThanOrEqual(180.000001);
      }),
    );
  });

  it("crosses at the latitude of the straight line", () => {
    expect(joinAcrossWorld([170, 10], [-170, 20])).toEqual([
      [
        [170, 10],
        [180, 15],
      ],
      [
        [-180, 15],
        [-170, 20],
      ],
    ]);
  });
});
