export {buildSectorEconomy, type SectorData, type SectorEconomy} from "./sector-economy.ts";
export type {SectorShock} from "./sector-shock.ts";
export {type SectorWelfare, sectorWelfare} from "./sector-welfare.ts";
export {settleSectorEconomy} from "./settle-sector-economy.ts";
export {type SectorEquilibrium, solveSectorEquilibrium} from "./solve-sector-equilibrium.ts";
