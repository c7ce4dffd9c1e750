export * from "./trade-equilibrium/index.ts";
