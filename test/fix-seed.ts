import fc from "fast-check";

/**
 * Properties are tried on the same cases each time, so that a change is judged by what it changes.
 * `SEED=any npm test` draws other cases, and `SEED=<number>` those of that seed.
 */
const {SEED: seed} = process.env;
if (seed !== "any") fc.configureGlobal({seed: seed === undefined ? 20260101 : Number(seed)});
