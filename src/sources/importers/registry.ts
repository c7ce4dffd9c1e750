import {InputError} from "../input-error.ts";
import {nearestName} from "../nearest-name.ts";
import {eventImporterIds} from "./event-registry.ts";
import type {Importer} from "./importer.ts";

/** Every importer by its id. Each is loaded when it is asked for, so that a command that imports nothing loads none. */
const loaders: Readonly<Record<string, () => Promise<Importer>>> = {
  "un-votes-undl": async () => (await import("./un-votes-undl.ts")).unVotesUndl,
  "un-votes-matrix": async () => (await import("./un-votes-matrix.ts")).unVotesMatrix,
  "un-votes-voeten": async () => (await import("./un-votes-voeten.ts")).unVotesVoeten,
  "ideal-points": async () => (await import("./ideal-points.ts")).idealPoints,
  "trade-cow": async () => (await import("./trade-cow.ts")).tradeCow,
  "trade-unctad": async () => (await import("./trade-unctad.ts")).tradeUnctad,
  "trade-comtrade": async () => (await import("./trade-comtrade.ts")).tradeComtrade,
  "trade-baci": async () => (await import("./trade-baci.ts")).tradeBaci,
  "distances-cepii": async () => (await import("./distances-cepii.ts")).distancesCepii,
  "arms-sipri-register": async () => (await import("./arms-sipri-register.ts")).armsSipriRegister,
  "military-spending-sipri": async () =>
    (await import("./military-spending-sipri.ts")).militarySpendingSipri,
  "energy-crea": async () => (await import("./energy-crea.ts")).energyCrea,
  "energy-institute": async () => (await import("./energy-institute.ts")).energyInstitute,
  "fdi-imf": async () => (await import("./fdi-imf.ts")).fdiImf,
  "gdelt-pairs": async () => (await import("./gdelt-pairs.ts")).gdeltPairs,
  "icews-pairs": async () => (await import("./icews-pairs.ts")).icewsPairs,
  "sanctions-gsdb": async () => (await import("./sanctions-gsdb.ts")).sanctionsGsdb,
  "ofac-sdn-history": async () => (await import("./ofac-sdn-history.ts")).ofacSdnHistory,
  "ofac-sdn-csv": async () => (await import("./ofac-sdn-csv.ts")).ofacSdnCsv,
  "ofac-advanced-xml": async () => (await import("./ofac-advanced-xml.ts")).ofacAdvancedXml,
  "eu-list": async () => (await import("./eu-list.ts")).euList,
  "eu-list-csv": async () => (await import("./eu-list-csv.ts")).euListCsv,
  "uk-list": async () => (await import("./uk-list.ts")).ukList,
  "un-list": async () => (await import("./un-list.ts")).unList,
  "opensanctions-targets": async () =>
    (await import("./opensanctions-targets.ts")).openSanctionsTargets,
  "opensanctions-ftm": async () => (await import("./opensanctions-ftm.ts")).openSanctionsFtm,
  "agreements-desta": async () => (await import("./agreements-desta.ts")).agreementsDesta,
  "agreements-huggo": async () => (await import("./agreements-huggo.ts")).agreementsHuggo,
  "alliances-atop": async () => (await import("./alliances-atop.ts")).alliancesAtop,
  "igo-cow": async () => (await import("./igo-cow.ts")).igoCow,
  "leaders-archigos": async () => (await import("./leaders-archigos.ts")).leadersArchigos,
};

export const importerIds: readonly string[] = Object.keys(loaders);

/** @throws InputError when there is no importer of that id; it names the nearest one, which may be one of events. */
export async function loadImporter(id: string): Promise<Importer> {
  const load = Object.hasOwn(loaders, id) ? loaders[id] : undefined;
  if (load !== undefined) return await load();
  const near = nearestName(
    id,
    new Map([...importerIds, ...eventImporterIds].map((known) => [known, known])),
  );
  throw new InputError(
    `no importer "${id}"`,
    near === null ? "list them with `demarche import --list`" : `did you mean ${near}?`,
  );
}
