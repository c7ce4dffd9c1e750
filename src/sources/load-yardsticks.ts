import {z} from "zod";
import type {Yardstick} from "../world/index.ts";
import {readCsv, type TextDisk} from "./read-table.ts";

const number = z
  .string()
  .transform((text) => (text === "" ? null : Number(text)))
  .refine((value) => value === null || Number.isFinite(value), "no number");
const flag = z.enum(["0", "1"]).transform((text) => text === "1");

const row = z.strictObject({
  year: z.coerce.number().int(),
  state: z.string().regex(/^[A-Z]{3}$/),
  ideal_point: number,
  fbic_rus: number,
  fbic_chn: number,
  pact_usa: flag,
  pact_rus: flag,
  pact_chn: flag,
});

/**
 * Reads what others publish of the same states: `reference/yardsticks.csv`, cut by `scripts/cut-yardsticks.ts`.
 * @throws Error naming file and fault: a broken reference file is a fault of ours.
 */
export function loadYardsticks(disk: TextDisk, root: string): readonly Yardstick[] {
  return readCsv(disk, root, "reference/yardsticks.csv", row).map((one) => ({
    year: one.year,
    state: one.state,
    idealPoint: one.ideal_point,
    influence: {RUS: one.fbic_rus, CHN: one.fbic_chn},
    pact: {USA: one.pact_usa, RUS: one.pact_rus, CHN: one.pact_chn},
  }));
}
