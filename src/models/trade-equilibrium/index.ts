export * from "./solve-trade-equilibrium.ts";
