import {z} from "zod";
import {deficitRules, tradedFuels} from "../../world/index.ts";

const oneOrMore = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
const finite = z.number();
const percent = finite.gt(-100, "a change of −100 % or less leaves nothing");
const elasticity = finite.positive("an elasticity must be above 0");

/** Keys of a shock of which exactly one says what changes. */
export const shockKinds = [
  "effect",
  "flowFactor",
  "costPercent",
  "tariffPoints",
  "tariffPercent",
  "productivityPercent",
  "discountPercent",
  "agreement",
  "embargo",
  "sanction",
  "supplier",
] as const;
export type ShockKind = (typeof shockKinds)[number];

const oneShock = z.strictObject({
  name: z.string().min(1).optional().describe("What it is called; `--without` takes it out."),
  source: z
    .string()
    .min(1)
    .optional()
    .describe("Where its size comes from: paper, law, judgement."),
  exporters: oneOrMore
    .optional()
    .describe("Whose sales change: codes as in the matrix, or a bloc."),
  importers: oneOrMore.optional().describe("Whose purchases change."),
  among: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe("Every pair of two different members, both ways."),
  between: z
    .tuple([oneOrMore, oneOrMore])
    .optional()
    .describe("Two sides: every pair across, both ways."),
  states: oneOrMore.optional().describe("For productivityPercent: where."),
  sectors: oneOrMore.optional().describe("Only these sectors; all without it."),
  column: z
    .string()
    .min(1)
    .optional()
    .describe(
      "A column of the matrix by which the size is multiplied, row by row, such as a dummy.",
    ),
  effect: finite.optional().describe("β: the flow is multiplied by exp(β), wages and prices held."),
  flowFactor: finite
    .nonnegative("a factor must be 0 or more")
    .optional()
    .describe("The flow is multiplied by it, wages and prices held; 0 ends it."),
  costPercent: percent
    .optional()
    .describe("Trade cost that nobody collects, in per cent: flow × (1 + cost)^−θ."),
  tariffPoints: percent.optional().describe("Percentage points on top of the tariff that stands."),
  tariffPercent: percent.optional().describe("The tariff after the change, in per cent."),
  answered: z.boolean().optional().describe("With a tariff: the other side lays on the same."),
  productivityPercent: percent
    .optional()
    .describe("More made of the same inputs, in per cent; in `sectors` where named."),
  discountPercent: z
    .union([finite.gt(0).lt(100), z.literal("observed")])
    .optional()
    .describe(
      "A price cap: exporters get so much less for what they sold in the base year; observed: a carried, cited discount.",
    ),
  rentsTo: z
    .string()
    .min(1)
    .optional()
    .describe("With discountPercent: who keeps the difference; the importers without it."),
  agreement: z
    .enum(["enter", "leave"])
    .optional()
    .describe("Trade costs as deep integration changes them; `depth` is its β."),
  depth: finite.positive().optional().describe("With agreement: β, instead of the carried one."),
  embargo: z
    .enum(["complete", "partial"])
    .optional()
    .describe(
      "complete: the flows end. partial: × exp(β), once; β is carried and cited without effectOfEmbargo.",
    ),
  effectOfEmbargo: finite
    .negative()
    .optional()
    .describe("With a partial embargo: your own β, below 0, with its source."),
  sanction: z
    .strictObject({
      probability: finite.min(0).max(1).optional(),
      lossPercent: finite.positive().max(1000).optional(),
    })
    .optional()
    .describe(
      "Payment or secondary sanction: a cost of probability × loss, in per cent of the value. What is left out is carried and cited; what is given needs its source.",
    ),
  supplier: z
    .enum(["lost", "gained"])
    .optional()
    .describe(
      "A seller of fuel (`exporters`) is lost to `importers`, or to all where none are named; or sells them more.",
    ),
  fuel: z.enum(tradedFuels).optional().describe("With supplier: which fuel."),
  supplyPercent: finite
    .positive()
    .max(100, "no more than all of it")
    .optional()
    .describe(
      "With supplier: how much of what the seller sold is lost (100 without it); gained: of all that the importers buy.",
    ),
  replacedBy: oneOrMore
    .optional()
    .describe("With a lost supplier: who sells as much in its place, as they sell already."),
  standardError: finite
    .positive()
    .optional()
    .describe("Of effect, depth or effectOfEmbargo, for draws."),
});

const shock = oneShock.superRefine((given, context) => {
  const say = (message: string) => context.addIssue({code: "custom", message});
  const kinds = shockKinds.filter((kind) => given[kind] !== undefined);
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1)
    return say(
      `${kinds.length === 0 ? "says nothing that changes" : `says ${kinds.join(" and ")} at once`}: name one of ${shockKinds.join(", ")}`,
    );
  const onlyWith = (
    key:
      | "answered"
      | "rentsTo"
      | "depth"
      | "effectOfEmbargo"
      | "fuel"
      | "supplyPercent"
      | "replacedBy",
    of: boolean,
  ) => {
    if (given[key] !== undefined && !of) say(`${key} does not go with ${kind}`);
  };
  onlyWith("answered", kind === "tariffPoints");
  onlyWith("rentsTo", kind === "discountPercent");
  onlyWith("depth", kind === "agreement");
  onlyWith("effectOfEmbargo", given.embargo === "partial");
  onlyWith("fuel", kind === "supplier");
  onlyWith("supplyPercent", kind === "supplier");
  onlyWith("replacedBy", given.supplier === "lost");
  if (kind === "supplier") {
    if (given.fuel === undefined) say(`a supplier needs its fuel: ${tradedFuels.join(", ")}`);
    if ((given.exporters === undefined || given.among) ?? given.between ?? given.column)
      say("a supplier is named in exporters, its buyers in importers");
    if (
      given.supplier === "gained" &&
      (given.importers === undefined || given.supplyPercent === undefined)
    )
      say("a gained supplier needs importers and supplyPercent: how much of what they buy");
  }
  if (given.effectOfEmbargo !== undefined && given.source === undefined)
    say("a β of your own (effectOfEmbargo) needs its source; leave both out for the carried one");
  const ownRisk = given.sanction?.probability ?? given.sanction?.lossPercent;
  if (ownRisk !== undefined && given.source === undefined)
    say(
      "a probability or a loss of your own needs its source; leave them out for the carried ones",
    );
  const places = [given.among, given.between, given.exporters ?? given.importers];
  const named = places.filter((place) => place !== undefined).length;
  if (kind === "productivityPercent") {
    if (named > 0 || given.states === undefined) say("productivityPercent is of `states`");
  } else {
    if (given.states !== undefined) say(`${kind} is of exporters and importers, not of states`);
    if (named > 1) say("name exporters and importers, or among, or between");
    if (named === 0 && given.column === undefined)
      say("name exporters, importers, among, between or a column: where does it change?");
  }
});

const elasticities = z.union([
  elasticity,
  z.record(z.string().min(1), elasticity).describe("By sector; `others` for those not named."),
]);

/** A scenario as a user writes it; `docs/scenario.md` explains it and is printed with these descriptions. */
export const shockFileSchema = z
  .strictObject({
    name: z.string().min(1).optional().describe("What the scenario is called."),
    model: z
      .strictObject({
        theta: elasticities
          .optional()
          .describe("θ: one per cent more trade cost lowers a flow by θ per cent. 4 without it."),
        sigma: finite
          .gt(1, "σ must be above 1")
          .optional()
          .describe("σ, the elasticity of substitution, instead of θ = σ − 1."),
        thetaLogSd: finite
          .nonnegative()
          .optional()
          .describe("For draws: standard deviation of ln θ; 0.25 without it."),
        deficits: z.enum(deficitRules).optional().describe("What becomes of trade deficits."),
        supplyElasticity: finite
          .nonnegative("ψ must be 0 or more")
          .optional()
          .describe("ψ: output grows by ψ per cent when its real price rises by one per cent."),
        incomes: z.enum(["move", "held"]).optional().describe("held: conditional equilibrium."),
        unit: z
          .string()
          .min(1)
          .optional()
          .describe(
            "A state whose consumer prices are the unit of value; world output without it.",
          ),
      })
      .default({}),
    base: z
      .strictObject({
        year: z.number().int().optional().describe("The year of the matrix to start from."),
        columns: z
          .strictObject({
            exporter: z.string().min(1).optional(),
            importer: z.string().min(1).optional(),
            value: z.string().min(1).optional(),
            year: z.string().min(1).optional(),
            sector: z.string().min(1).optional(),
          })
          .default({})
          .describe("What the columns of the matrix are called, where not so."),
        tariffColumn: z
          .string()
          .min(1)
          .optional()
          .describe("A column with the tariffs that stand, in per cent."),
        closeDeficits: z
          .boolean()
          .optional()
          .describe("First close all trade deficits, then hold the change against that base."),
        fit: z
          .strictObject({
            output: z.string().min(1).describe("Column with the exporter's output."),
            spending: z.string().min(1).describe("Column with the importer's spending."),
            costs: z
              .record(z.string().min(1), finite)
              .describe("Columns of trade costs with their gravity coefficients."),
          })
          .optional()
          .describe("Start from the flows that structural gravity expects, not from those given."),
      })
      .default({columns: {}}),
    shocks: z
      .array(shock)
      .describe("What changes; may be empty where `deficits: closed` is the change."),
  })
  .superRefine(({model, shocks}, context) => {
    if (shocks.length === 0 && model.deficits !== "closed")
      context.addIssue({code: "custom", path: ["shocks"], message: "name at least one shock"});
    if (model.theta !== undefined && model.sigma !== undefined)
      context.addIssue({
        code: "custom",
        path: ["model"],
        message: "say theta or sigma, not both: θ = σ − 1",
      });
  });

export type ShockFile = z.infer<typeof shockFileSchema>;
export type Shock = ShockFile["shocks"][number];

/** The JSON Schema that `schema/scenario.schema.json` publishes. */
export function shockJsonSchema(): Record<string, unknown> {
  return {
    title: "Demarche scenario",
    ...z.toJSONSchema(shockFileSchema, {io: "input", target: "draft-7"}),
  };
}
