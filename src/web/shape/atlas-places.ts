import type {PartyId} from "../../api/index.ts";

/** ISO 3166-1 alpha-3 with the numeric code, by which the atlas (Natural Earth, 1:110 m) names its areas. */
const numericCodes = `
  AFG004 AGO024 ALB008 ARE784 ARG032 ARM051 ATA010 ATF260 AUS036 AUT040 AZE031 BDI108 BEL056
  BEN204 BFA854 BGD050 BGR100 BHS044 BIH070 BLR112 BLZ084 BOL068 BRA076 BRN096 BTN064 BWA072
  CAF140 CAN124 CHE756 CHL152 CHN156 CIV384 CMR120 COD180 COG178 COL170 CRI188 CUB192 CYP196
  CZE203 DEU276 DJI262 DNK208 DOM214 DZA012 ECU218 EGY818 ERI232 ESH732 ESP724 EST233 ETH231
  FIN246 FJI242 FLK238 FRA250 GAB266 GBR826 GEO268 GHA288 GIN324 GMB270 GNB624 GNQ226 GRC300
  GRL304 GTM320 GUY328 HND340 HRV191 HTI332 HUN348 IDN360 IND356 IRL372 IRN364 IRQ368 ISL352
  ISR376 ITA380 JAM388 JOR400 JPN392 KAZ398 KEN404 KGZ417 KHM116 KOR410 KWT414 LAO418 LBN422
  LBR430 LBY434 LKA144 LSO426 LTU440 LUX442 LVA428 MAR504 MDA498 MDG450 MEX484 MKD807 MLI466
  MMR104 MNE499 MNG496 MOZ508 MRT478 MWI454 MYS458 NAM516 NCL540 NER562 NGA566 NIC558 NLD528
  NOR578 NPL524 NZL554 OMN512 PAK586 PAN591 PER604 PHL608 PNG598 POL616 PRI630 PRK408 PRT620
  PRY600 PSE275 QAT634 ROU642 RUS643 RWA646 SAU682 SDN729 SEN686 SLB090 SLE694 SLV222 SOM706
  SRB688 SSD728 SUR740 SVK703 SVN705 SWE752 SWZ748 SYR760 TCD148 TGO768 THA764 TJK762 TKM795
  TLS626 TTO780 TUN788 TUR792 TWN158 TZA834 UGA800 UKR804 URY858 USA840 UZB860 VEN862 VNM704
  VUT548 YEM887 ZAF710 ZMB894 ZWE716
`;

const numericOf: ReadonlyMap<PartyId, string> = new Map(
  numericCodes
    .trim()
    .split(/\s+/)
    .map((pair) => [pair.slice(0, 3), pair.slice(3)]),
);

/** The atlas's code of a state; null where the atlas is too small to draw it. */
export function atlasCode(party: PartyId): string | null {
  return numericOf.get(party) ?? null;
}

/** Blocs stand at the seat of their secretariat: longitude, latitude in degrees. Those without one aren't drawn. */
const seats: Readonly<Record<PartyId, readonly [number, number]>> = {
  ASEAN: [106.8, -6.24],
  APEC: [103.78, 1.29],
  EAEU: [37.62, 55.76],
  EU: [4.38, 50.84],
  NATO: [4.43, 50.88],
  OIC: [39.17, 21.54],
  OPEC_PLUS: [16.37, 48.21],
  SCO: [116.46, 39.94],
};

export function seatOf(party: PartyId): readonly [number, number] | null {
  return seats[party] ?? null;
}

/**
 * Borders in dispute that the atlas draws as one side holds them, or not at all: longitude, latitude in degrees.
 * Crimea: the isthmus of Perekop and the strait of Kerch. Nine-dash line: the dashes of the Chinese map of 2009,
 * to about 20 km, after US Department of State, Limits in the Seas No. 143 (2014).
 */
export const disputedLines: readonly (readonly (readonly [number, number])[])[] = [
  [
    [33.55, 46.12],
    [34.4, 46.02],
    [34.95, 45.75],
  ],
  [
    [36.45, 45.45],
    [36.6, 45.05],
  ],
  [
    [109.4, 16.1],
    [109.8, 15.1],
  ],
  [
    [110.4, 12.4],
    [110.2, 11.4],
  ],
  [
    [108.2, 7.1],
    [108.3, 6.0],
  ],
  [
    [111.9, 3.5],
    [112.8, 3.8],
  ],
  [
    [115.6, 7.1],
    [116.3, 7.9],
  ],
  [
    [118.6, 10.9],
    [119.0, 11.9],
  ],
  [
    [119.1, 14.9],
    [119.1, 16.0],
  ],
  [
    [119.5, 18.2],
    [120.1, 19.0],
  ],
  [
    [121.2, 20.8],
    [121.9, 21.6],
  ],
];
