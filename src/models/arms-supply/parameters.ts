/** Kinds of what carries people or weapons, by SIPRI's description. */
export const platformKinds = [
  "combat aircraft",
  "other aircraft",
  "helicopter",
  "ship",
  "vehicle",
] as const;
export type PlatformKind = (typeof platformKinds)[number];

/** Years between which a thing is taken to leave service, and who says so. */
export interface ServiceLife {
  readonly low: number;
  readonly high: number;
  readonly source: string;
}

const ships: ServiceLife = {
  low: 25,
  high: 40,
  source:
    "Naval Sea Systems Command, memorandum of 25 April 2018, as quoted by Navy Matters on 23 July 2018: 25 years for a littoral combat ship, 35 to 40 for a destroyer, 40 for a landing ship",
};
const others: ServiceLife = {
  low: 20,
  high: 40,
  source: "our choice: 30 years, ten more or fewer; SIPRI records no end of service",
};

/** How long each kind serves. The register says when a thing came, never when it left. */
export const serviceLives: Readonly<Record<PlatformKind, ServiceLife>> = {
  "combat aircraft": others,
  "other aircraft": others,
  helicopter: others,
  ship: ships,
  vehicle: others,
};

/**
 * Buyers of Russian arms that the United States put under sanctions for it (section 231 of the Countering America's
 * Adversaries Through Sanctions Act of 2 August 2017): China's Equipment Development Department on 20 September 2018 and
 * Turkey's Presidency of Defense Industries on 14 December 2020 (US Department of State, statements of those days; entered
 * from knowledge, not opened again).
 */
export const designatedBuyers = {seller: "RUS", buyers: ["CHN", "TUR"], since: 2018} as const;

/**
 * States that Russia delivered arms to from 2018 to 2025: SIPRI's trend-indicator values, register of 18 May 2026, as
 * carried; the test counts them again.
 */
export const buyersOfRussianArms = {count: 48, from: 2018, to: 2025} as const;
