import type {Sector, StateCode} from "../world/index.ts";
import type {Known} from "./gather-known.ts";
import type {Direction, FlowsByPartner} from "./index-flows.ts";

/** A watched sector that stands for some SITC sections of goods, but not for all of them. */
export interface GoodsSector {
  readonly id: Sector;
  readonly name: string;
  readonly sections: readonly number[];
}

/** SITC has ten sections; a sector with all of them is trade itself. */
const allSections = 10;

export function goodsSectors({watch, reference}: Known): GoodsSector[] {
  return reference.sectors
    .filter(
      ({id, sitcSections}) =>
        watch.sectors.includes(id) && sitcSections.length > 0 && sitcSections.length < allSections,
    )
    .map(({id, name, sitcSections}) => ({id, name: name.toLowerCase(), sections: sitcSections}));
}

export interface SectionFlows {
  readonly flows: FlowsByPartner;
  /** How many rows the flows of these partners stand in: one a section. */
  rowsOf(partners: readonly StateCode[]): number;
}

/** A sector's flows, its sections added up by partner. */
export function sectionFlows(
  known: Known,
  {sections}: GoodsSector,
  asked: {readonly state: StateCode; readonly direction: Direction; readonly year: number},
): SectionFlows {
  const flows = new Map<StateCode, number>();
  const rows = new Map<StateCode, number>();
  for (const section of sections) {
    for (const [partner, usd] of known.flows().of({dataset: "trade-sections", section, ...asked})) {
      flows.set(partner, (flows.get(partner) ?? 0) + usd);
      rows.set(partner, (rows.get(partner) ?? 0) + 1);
    }
  }
  return {
    flows,
    rowsOf: (partners) => partners.reduce((sum, partner) => sum + (rows.get(partner) ?? 0), 0),
  };
}
