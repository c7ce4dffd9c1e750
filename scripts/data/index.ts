import {agreementMembers, agreements} from "./agreements.ts";
import {armsDeliveries, armsOrders, militarySpending} from "./arms.ts";
import {energy2020, energyRussia} from "./energy.ts";
import {eventRows, gdeltPairs, icewsPairs} from "./events.ts";
import {fdi} from "./investment.ts";
import {leaders} from "./leaders.ts";
import type {Recipe} from "./recipe.ts";
import {ofacSdn, sanctionsPanel} from "./sanctions.ts";
import {gdp, tradeCow, tradeMatrix, tradePartners, tradeSections} from "./trade.ts";
import {unResolutions, unVotes} from "./un-votes.ts";

export {type Built, buildDataset, openKitchen, type Recipe} from "./recipe.ts";

/** One recipe for each dataset that the ledger carries, in the order of `carriedDatasetIds`. */
export const recipes: readonly Recipe[] = [
  unVotes,
  unResolutions,
  tradeCow,
  tradeMatrix,
  tradeSections,
  tradePartners,
  gdp,
  armsOrders,
  armsDeliveries,
  militarySpending,
  energyRussia,
  energy2020,
  fdi,
  agreements,
  agreementMembers,
  leaders,
  ofacSdn,
  sanctionsPanel,
  gdeltPairs,
  icewsPairs,
  eventRows,
];
