/** The sectors that the founding text speaks of, and the rest. */
export const sectors = [
  "energy",
  "defence",
  "trade",
  "agriculture",
  "technology",
  "diplomacy",
  "other",
] as const;
export type Sector = (typeof sectors)[number];
