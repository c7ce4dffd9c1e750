import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {findMentions} from "../../../src/coding/find-mentions.ts";
import {readCandidates} from "../../../src/coding/read-candidates.ts";
import {scorerOf} from "../../../src/coding/scoring/linear-scorer.ts";
import {treesOf} from "../../../src/coding/scoring/model-of.ts";
import {chooseWays, weighWays} from "../../../src/coding/ways/choose-ways.ts";
import type {Way} from "../../../src/coding/ways/find-ways.ts";
import {sceneOf, scoreReadings} from "../../../src/coding/ways/scene.ts";
import {wayFeatureNames, wayFeatures} from "../../../src/coding/ways/way-features.ts";
import {reference} from "../../sources/real-reference.ts";

function sceneIn(text: string) {
  const readings = readCandidates(text, reference, findMentions(text, reference), []);
  return sceneOf(readings, scoreReadings(readings, scorerOf(reference)), [], reference);
}

const sides = ({sources, targets}: Way) => `${sources.join("+")}>${targets.join("+")}`;

describe("ways to read a sentence", () => {
  const {ways} = sceneIn("Turkey opposes the recognition of Somaliland by Israel.");

  it("have other sides than those settled on, the other way round among them", () => {
    const first = ways.filter(({reading, rank}) => reading === 0 && rank === 0);
    const settled = first.find(({kind}) => kind === "settled");
    expect(settled).toBeDefined();
    const {sources = [], targets = []} = settled ?? {};
    expect(first.map(sides)).toContain(`${targets.join("+")}>${sources.join("+")}`);
  });

  it("stand once for the same words, type and sides", () => {
    const met = ways.map((way) => `${way.reading} ${way.type} ${sides(way)}`);
    expect(new Set(met).size).toBe(met.length);
  });

  it("name somebody, and only who is named", () => {
    const named = new Set(
      findMentions("Turkey opposes the recognition of Somaliland by Israel.", reference).map(
        ({party}) => party,
      ),
    );
    for (const way of ways) {
      const parties = [...way.sources, ...way.targets];
      expect(parties.length).toBeGreaterThan(0);
      expect(parties.filter((party) => !named.has(party))).toEqual([]);
    }
  });

  it("are told to the trees by as many figures as these have names for, all finite", () => {
    const told = wayFeatures(sceneIn("China and Russia held talks on Iran in Geneva."));
    expect(told.length).toBeGreaterThan(3);
    for (const one of told) {
      expect(one.length).toBe(wayFeatureNames.length);
      expect([...one].every(Number.isFinite)).toBe(true);
    }
  });
});

describe("the ways that are told of", () => {
  const words =
    "Russia Ukraine Iran China attacks meets condemns said that and talks with sanctions on Berlin police will not troops".split(
      " ",
    );

  it("are of different words and types, likely enough, and three at most", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), {minLength: 1, maxLength: 14}), (some) => {
        const scene = sceneIn(some.join(" "));
        const trees = treesOf(reference);
        const weighed = weighWays(scene, trees);
        const low = {first: 0.1, further: 0.2};
        const least = {any: low, labelled: low};
        const chosen = chooseWays(weighed, scene.readings.sentence, trees, new Set(), least);
        expect(chosen.length).toBeLessThanOrEqual(3);
        expect(new Set(chosen.map(({way}) => way.type)).size).toBe(chosen.length);
        expect(new Set(chosen.map(({way}) => way.reading)).size).toBe(chosen.length);
        expect(chosen.slice(1).every(({chance}) => chance >= 0.2)).toBe(true);
        for (const {sides: sure} of chosen) {
          expect(sure.sources).toBeGreaterThan(0);
          expect(sure.sources).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
      {numRuns: 60},
    );
  });
});
