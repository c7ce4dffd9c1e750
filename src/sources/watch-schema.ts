import {z} from "zod";
import {sectors} from "../world/index.ts";

const party = z.string().min(1);
const state = z.string().min(1);

/** A watch as a user writes it; what the words mean stands in the descriptions, which the published JSON Schema carries. */
export const watchSchema = z
  .strictObject({
    name: z.string().min(1).describe("What the watch is called."),
    states: z
      .array(state)
      .min(1)
      .describe("States that are followed, as ISO 3166-1 alpha-3 codes: IDN, MYS."),
    powers: z
      .array(party)
      .min(1)
      .describe("States or blocs towards which they are followed: RUS, USA, EU."),
    optionalPowers: z
      .array(party)
      .default([])
      .describe("Powers that are shown only where there is room."),
    aggregates: z
      .array(party)
      .default([])
      .describe("Aggregates such as WEST, shown only with their dispersion."),
    sectors: z
      .array(z.enum(sectors))
      .min(1)
      .default([...sectors])
      .describe("Sectors that are followed; all of them when left out."),
  })
  .describe("A Demarche watch: these states, towards these powers, in these sectors.");

/** The JSON Schema that `schema/watch.schema.json` publishes. */
export function watchJsonSchema(): Record<string, unknown> {
  return {
    title: "Demarche watch",
    ...z.toJSONSchema(watchSchema, {io: "input", target: "draft-7"}),
  };
}
