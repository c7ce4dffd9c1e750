import type {Sector} from "../world/index.ts";

/** What a sector's goods are called in a sentence; a sector that is not here is not traded as goods of its own. */
export const goodsOf: Readonly<Partial<Record<Sector, string>>> = {
  trade: "",
  energy: "fuel",
  agriculture: "farm and food",
  technology: "machinery",
};

/** "exports", "fuel exports". */
export function flowWords(sector: Sector, flow: "exports" | "imports"): string {
  const goods = goodsOf[sector];
  return goods === undefined || goods === "" ? flow : `${goods} ${flow}`;
}
