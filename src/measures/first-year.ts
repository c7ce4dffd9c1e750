/**
 * Yearly series begin here: a quarter of a century is what an answer can carry to a browser with the evidence of each
 * figure. Older rows stay in the ledger and can be exported.
 */
export const firstYear = 2000;
