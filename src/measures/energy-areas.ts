/**
 * Areas in which the publisher puts states that have no row of their own, by UN region (BP Statistical Review of
 * World Energy 2021, trade movements and definitions of regions).
 */
const areas: Readonly<Record<string, readonly string[]>> = {
  "South-eastern Asia": ["Other Asia Pacific"],
  "Southern Asia": ["Other Asia Pacific"],
  "Eastern Asia": ["Other Asia Pacific"],
  "Australia and New Zealand": ["Australasia", "Other Asia Pacific"],
  "Central Asia": ["Other CIS", "CIS"],
  "Western Asia": ["Middle East", "Other Middle East", "Other Middle East & Africa"],
  "Northern Europe": ["Europe", "Other EU", "Rest of Europe"],
  "Western Europe": ["Europe", "Other EU", "Rest of Europe"],
  "Southern Europe": ["Europe", "Other EU", "Rest of Europe"],
  "Eastern Europe": ["Europe", "Other EU", "Rest of Europe", "Other CIS"],
  "South America": ["S. & Cent. America", "Other S. & Cent. America"],
  "Central America": ["S. & Cent. America", "Other S. & Cent. America"],
  Caribbean: ["S. & Cent. America", "Other S. & Cent. America"],
};

/** Area names under which a state of a region may stand; none where the publisher's areas are not known to us. */
export function areasOf(region: string): readonly string[] {
  return areas[region] ?? [];
}
