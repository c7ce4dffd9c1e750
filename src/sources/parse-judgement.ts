import {createHash} from "node:crypto";
import {z} from "zod";
import {
  canonicalJson,
  claimKinds,
  type Day,
  eventTypes,
  isDay,
  isState,
  type Judgement,
  modes,
  pledgeStages,
  type Reference,
  type Said,
  sectors,
} from "../world/index.ts";
import {InputError} from "./input-error.ts";

/** One line of text without control characters, so that it prints as it was written. */
const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1, {error: "is empty"})
    .max(longest, {error: `has more than ${longest} characters`})
    .refine((text) => !/\p{Cc}/u.test(text), {error: "has a control character or a second line"});
const id = z.string().regex(/^[\w:.-]{4,80}$/, {error: "is no id"});
const parties = z.array(line(40)).max(100);
const ids = (least: number) =>
  z
    .array(id)
    .min(least, {error: `names fewer than ${least} ${least === 1 ? "thing" : "things"}`})
    .max(50, {error: "names more than 50 things"});

const recoded = z.discriminatedUnion("field", [
  z.strictObject({field: z.literal("type"), value: z.enum(eventTypes)}),
  z.strictObject({field: z.literal("mode"), value: z.enum(modes)}),
  z.strictObject({field: z.literal("sectors"), value: z.array(z.enum(sectors)).min(1)}),
  z.strictObject({field: z.enum(["sources", "targets"]), value: parties}),
  z.strictObject({
    field: z.literal("when"),
    value: z.string().refine(isDay, {error: "is no day (YYYY-MM-DD)"}),
  }),
  z.strictObject({field: z.literal("symmetric"), value: z.boolean()}),
  z.strictObject({field: z.literal("stage"), value: z.enum([...pledgeStages, "told"])}),
]);

const whoAndWhy = {author: line(80), reason: line(500)};

/** What a person sends; the day, the order and the id are the ledger's to give. */
export const judgementSchema = z.discriminatedUnion("kind", [
  z.strictObject({kind: z.enum(["accept", "reject"]), about: ids(1), ...whoAndWhy}),
  z.strictObject({kind: z.literal("recode"), about: ids(1), change: recoded, ...whoAndWhy}),
  z.strictObject({kind: z.enum(["same-move", "not-same"]), about: ids(2), ...whoAndWhy}),
  z.strictObject({
    kind: z.literal("source-grade"),
    source: line(120),
    claims: z.enum(claimKinds),
    reliability: z.enum(["A", "B", "C", "D", "E", "F"]),
    ...whoAndWhy,
  }),
]);

/** A judgement as a person gave it, checked, without its place in the ledger. */
export type GivenJudgement = Said & Pick<Judgement, "author" | "reason">;

/**
 * Checks what a person, a page or another program gives as a judgement. Whether the ids name anything is not asked
 * here.
 * @throws InputError
 */
export function parseJudgement(raw: unknown, reference: Reference): GivenJudgement {
  const checked = judgementSchema.safeParse(raw);
  if (!checked.success)
    throw new InputError(
      `no judgement: ${firstLine(checked.error)}`,
      "see `demarche judge --help`, or /api/openapi.json",
    );
  const {data} = checked;
  if (
    data.kind === "recode" &&
    (data.change.field === "sources" || data.change.field === "targets")
  )
    for (const party of data.change.value)
      if (!isParty(party, reference))
        throw new InputError(
          `no state or bloc "${party}"`,
          "name parties by code, e.g. IDN, RUS, EU",
        );
  return data as GivenJudgement;
}

function isParty(party: string, reference: Reference): boolean {
  return isState(reference, party) || reference.blocs.some((one) => one.id === party);
}

function firstLine({issues}: z.ZodError): string {
  const [issue] = issues;
  if (issue === undefined) return "unreadable";
  const where = issue.path.join(".");
  return where === "" ? issue.message : `${where} ${issue.message}`;
}

/** The judgement with its day and its place after the author's last one, and the id that they give it. */
export function judgementOf(
  given: GivenJudgement,
  recordedOn: Day,
  follows: string | null,
): Judgement {
  const content = {...given, recordedOn, follows};
  const hash = createHash("sha256").update(canonicalJson(content));
  return {...content, id: hash.digest("hex").slice(0, 16)};
}
