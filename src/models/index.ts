export * from "./arms-supply/index.ts";
export * from "./energy-supply/index.ts";
export * from "./forecast/index.ts";
export * from "./gravity/index.ts";
export * from "./ideal-points/index.ts";
export * from "./questions/index.ts";
export * from "./sector-equilibrium/index.ts";
export * from "./trade-equilibrium/index.ts";
