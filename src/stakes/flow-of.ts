import type {Sector} from "../world/index.ts";
import {possessive} from "./possessive.ts";
import type {Scene} from "./scene.ts";
import type {Flow} from "./trade-share.ts";

/** What a sector's goods are called before "exports"; trade is all goods. */
const goodsOf: Readonly<Partial<Record<Sector, string>>> = {
  energy: "fuel ",
  agriculture: "farm and food ",
  technology: "machinery ",
};

/** "Indonesia's exports", "Indonesia's fuel exports". */
export function flowOf({state, sector, name}: Scene, flow: Flow): string {
  return `${possessive(name(state))} ${goodsOf[sector] ?? ""}${flow}`;
}
