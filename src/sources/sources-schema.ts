import {z} from "zod";
import {reliabilities, sourceKinds} from "../world/index.ts";

const letter = z.enum(reliabilities);
const line = z.string().trim().min(1).max(500);

/** A source as a user writes it; the descriptions are carried by the published JSON Schema. */
export const sourceSchema = z.strictObject({
  id: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens")
    .describe("Its name in commands: antara-en."),
  title: line.describe("What it calls itself."),
  kind: z
    .enum(sourceKinds)
    .describe(
      "feed (RSS, Atom, RDF, JSON Feed), sitemap, page, gdelt (lastupdate.txt), folder, or warc (WARC and WACZ files).",
    ),
  at: z
    .string()
    .trim()
    .min(1)
    .max(2000)
    .describe("An http(s) address; for folder and warc a path on this machine."),
  language: z
    .string()
    .regex(/^[a-z]{2}$/, "must be two letters of ISO 639-1, or null")
    .nullable()
    .describe("ISO 639-1; null where it writes in several."),
  country: z
    .string()
    .min(1)
    .nullable()
    .describe("ISO 3166-1 alpha-3 of the state whose it is; null for an organisation of states."),
  owner: line.describe("Who owns or runs it."),
  stateControlled: z.boolean().describe("Whether a state or a ruling party directs what it says."),
  reliability: z
    .strictObject({
      letter: letter.describe("On facts: A (reliable) to E, F where it cannot be judged."),
      onOwnPosition: letter.describe("On what its owner's own position is."),
      reason: line.describe("Why, in a sentence."),
    })
    .describe("Admiralty grade; somebody's judgement."),
  licence: line.describe("What its publisher's terms allow."),
  everyMinutes: z
    .int()
    .min(5)
    .max(43_200)
    .describe("How often it is looked at, in minutes (5 to 43,200)."),
  seenAt: line.describe("Where its address was seen written."),
});

/** The JSON Schema that `schema/sources.schema.json` publishes. */
export function sourcesJsonSchema(): Record<string, unknown> {
  return {
    title: "Demarche sources",
    description: "A list of places that `demarche collect` reads again and again.",
    ...z.toJSONSchema(z.array(sourceSchema), {io: "input", target: "draft-7"}),
  };
}
