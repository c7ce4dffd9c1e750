/**
 * What becomes of a deficit, spending less output. "additive": it keeps its value in units of world output.
 * "multiplicative": spending stays in proportion to income, as in GE_GRAVITY (Baier, Yotov & Zylkin 2019).
 * "balanced": the same, with one factor on all spending so that the world spends what it earns (Campos, Reggio &
 * Timini 2024). "closed": every state spends what it earns (Dekle, Eaton & Kortum 2008).
 */
export const deficitRules = ["additive", "multiplicative", "balanced", "closed"] as const;
export type DeficitRule = (typeof deficitRules)[number];
