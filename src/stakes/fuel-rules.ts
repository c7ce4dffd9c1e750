import type {Cell, DatasetId, Series} from "../world/index.ts";
import {marketBounds} from "./market-rules.ts";
import {newestCell} from "./newest-cell.ts";
import {possessive} from "./possessive.ts";
import {detailOf, type Scene} from "./scene.ts";
import type {StakeRule} from "./stake-rule.ts";
import {supplyBounds} from "./supply-rules.ts";
import type {Flow} from "./trade-share.ts";

const matrix: readonly DatasetId[] = ["energy-2020"];
const months: readonly DatasetId[] = ["energy-russia"];

/** Series of one fuel each: what stands after the direction in their id names it. */
function fuelsIn(scene: Scene, flow: Flow): readonly Series[] {
  return scene
    .series("energy-2020-share", scene.state, scene.partner)
    .filter((series) => detailOf(series).startsWith(`${flow}-`));
}

/** "oil products" for "oil-products" and "oil_products"; LNG is an abbreviation. */
function fuelName(word: string): string {
  return word === "lng" ? "LNG" : word.replaceAll(/[-_]/g, " ");
}

function fuelCells(
  scene: Scene,
  flow: Flow,
  speaks: (share: number) => boolean,
  meaning: string,
): Cell[] {
  const {state, partner, name} = scene;
  const verb = flow === "imports" ? "sold" : "took";
  return fuelsIn(scene, flow).flatMap((series) => {
    const fuel = fuelName(detailOf(series).slice(flow.length + 1));
    return newestCell(
      scene,
      [series],
      [state, partner],
      speaks,
      ({value, when}) =>
        `${name(partner)} ${verb} ${value} of ${possessive(name(state))} ${fuel} ${flow}, by quantity, ${when}: ${meaning}`,
    );
  });
}

/** Fuels one by one: from the matrix of a year, and from the months in which a seller's sales are known. */
export const fuelRules: readonly StakeRule[] = [
  {
    id: "fuel-seller",
    version: 1,
    side: "benefits",
    looksAt: "the partner's share in the state's imports of each fuel, by quantity",
    speaksWhen: "at 5 % and more (our choice)",
    datasets: matrix,
    find: (scene) =>
      fuelCells(scene, "imports", (share) => share >= supplyBounds.counts, "a seller that counts"),
  },
  {
    id: "fuel-bought",
    version: 1,
    side: "benefits",
    looksAt: "tonnes of each fuel that the state bought from the partner, newest year known",
    speaksWhen: "above zero; a year with unknown months is a floor",
    datasets: months,
    find: (scene) => {
      const {state, partner, name} = scene;
      return scene
        .series("russian-fuel", state, partner)
        .filter(({unit}) => unit === "tonne")
        .flatMap((series) =>
          newestCell(
            scene,
            [series],
            [state, partner],
            (tonnes) => tonnes > 0,
            ({value, when}) =>
              `${name(state)} bought at least ${value} of ${fuelName(detailOf(series))} from ${name(partner)} ${when}: a trade to build on`,
          ),
        );
    },
  },
  {
    id: "fuel-market",
    version: 1,
    side: "benefits",
    looksAt: "the partner's share in the state's exports of each fuel, by quantity",
    speaksWhen: "at 5 % and more (our choice)",
    datasets: matrix,
    find: (scene) =>
      fuelCells(scene, "exports", (share) => share >= marketBounds.counts, "a market that counts"),
  },
  {
    id: "fuel-reliance",
    version: 1,
    side: "risks",
    looksAt: "the partner's share in the state's imports of each fuel, by quantity",
    speaksWhen: "at 25 % and more (our choice)",
    datasets: matrix,
    find: (scene) =>
      fuelCells(
        scene,
        "imports",
        (share) => share >= supplyBounds.reliant,
        "reliance on one seller",
      ),
  },
  {
    id: "fuel-exposure",
    version: 1,
    side: "risks",
    looksAt: "the partner's share in the state's exports of each fuel, by quantity",
    speaksWhen: "at 10 % and more (our choice)",
    datasets: matrix,
    find: (scene) =>
      fuelCells(
        scene,
        "exports",
        (share) => share >= marketBounds.exposed,
        "exposed to its tariffs and demand",
      ),
  },
];
