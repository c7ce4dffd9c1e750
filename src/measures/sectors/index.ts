export {type Dealing, dealings} from "./count-sectors.ts";
export {listSectorMonths, type SectorMonthRow} from "./list-sector-months.ts";
export {indexMonths, type MonthEvents} from "./month-events.ts";
export {type MovedMonth, type MovedMonths, monthsLookedAt, movedMonths} from "./moved-months.ts";
export {sectorRecipes, sectorSeries, trackMoves} from "./sector-months.ts";
export {
  type SectorPosture,
  type SectorRank,
  sectorPostures,
  sectorRanks,
} from "./sector-postures.ts";
export {type GroupTask, type GroupTracked, trackGroup} from "./track-group.ts";
export {
  planSectors,
  type SectorsPlan,
  type SectorsTracked,
  statesBehind,
  trackSectors,
} from "./track-sectors.ts";
