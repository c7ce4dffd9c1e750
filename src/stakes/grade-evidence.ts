import type {DatasetId, Evidence, Grade} from "../world/index.ts";

type Standing = Pick<Grade, "reliability" | "credibility"> & {readonly reason: string};

const statistics = (reason: string): Standing => ({reliability: "B", credibility: 2, reason});

/** What a dataset's rows are worth for the kind of claim that they make; our judgement, one reason each. */
const standings: Readonly<Record<DatasetId, Standing>> = {
  "un-votes": {
    reliability: "A",
    credibility: 1,
    reason: "the Assembly's own record of its votes",
  },
  "un-resolutions": {reliability: "A", credibility: 1, reason: "the UN's own list of resolutions"},
  "trade-cow": statistics("customs figures as importers report them, compiled by researchers"),
  "trade-matrix": statistics("customs figures as exporters report them to UN Comtrade"),
  "trade-sections": statistics("UNCTAD's matrix of customs figures by kind of goods"),
  "trade-partners": {
    reliability: "B",
    credibility: 3,
    reason: "Factbook shares: rounded, the largest partners only, origin of the figure not given",
  },
  gdp: statistics("national accounts, compiled"),
  "arms-orders": statistics("SIPRI: several open sources for each deal, numbers partly estimates"),
  "arms-deliveries": statistics("SIPRI: volume of deliveries, spread over the years of each deal"),
  "military-spending": statistics("SIPRI: budgets as governments report them, partly estimates"),
  "energy-russia": statistics("monthly customs figures from UN Comtrade and Eurostat"),
  "energy-2020": statistics("an industry review's matrix of one year"),
  fdi: statistics("positions as economies report them, some mirrored from the counterpart"),
  agreements: statistics("collected from treaty texts by researchers"),
  "agreement-members": statistics("collected from treaty texts by researchers"),
  leaders: statistics("compiled by researchers"),
  "ofac-sdn": {reliability: "A", credibility: 1, reason: "the sanctioning office's own list"},
  "sanctions-panel": statistics("sanctions coded by researchers by year and kind"),
  "gdelt-pairs": {reliability: "C", credibility: 4, reason: "attention and tone, by machine"},
  "icews-pairs": {
    reliability: "C",
    credibility: 3,
    reason: "events coded by machine from news (ICEWS)",
  },
  "event-rows": {
    reliability: "F",
    credibility: 6,
    reason: "coded by machine, the article not opened",
  },
  "trade-products": statistics("customs figures by product, as reported or reconciled"),
  distances: statistics("measured between cities by researchers (CEPII)"),
  "ideal-points": statistics("estimated by researchers from the Assembly's votes"),
  alliances: statistics("collected from treaty texts by researchers"),
  "igo-memberships": statistics("compiled by researchers from yearbooks"),
  "listed-parties": {reliability: "A", credibility: 1, reason: "the sanctioning office's own list"},
};

const byHand = statistics("entered by hand from the source named");

/** The grade of a figure is that of the weakest dataset behind it. `null`: nothing in it can be graded. */
export function gradeOfEvidence(evidence: readonly Evidence[]): Grade | null {
  const met = new Set<Standing>();
  for (const one of evidence) {
    if (one.kind === "rows") met.add(standings[one.dataset]);
    if (one.kind === "searched") for (const dataset of one.datasets) met.add(standings[dataset]);
    if (one.kind === "reference") met.add(byHand);
  }
  const weakest = [...met].sort(
    (a, b) => b.reliability.localeCompare(a.reliability, "en") || b.credibility - a.credibility,
  )[0];
  if (weakest === undefined) return null;
  const {reliability, credibility} = weakest;
  return {reliability, credibility, reasons: [...new Set([...met].map(({reason}) => reason))]};
}
