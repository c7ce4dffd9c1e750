import type {PartyId, Shock} from "../../api/index.ts";

/** One thing that a form asks of a shock. */
export type ShockField = {readonly key: string; readonly label: string} & (
  | {readonly kind: "parties"; readonly optional?: boolean}
  | {readonly kind: "sectors"}
  | {
      readonly kind: "number";
      readonly unit: string;
      readonly min: number;
      readonly max: number;
      readonly step: number;
      /** null where no figure can be cited: the reader must give one. */
      readonly usual: number | null;
    }
  | {
      readonly kind: "text";
      readonly hint: string;
      /** May stay empty as long as the numbers are the usual ones: those are cited by whoever works the shock out. */
      readonly ofOwnNumbers: boolean;
    }
  | {readonly kind: "flag"}
  | {
      readonly kind: "choice";
      /** Values with their words; the first is the usual one. */
      readonly options: readonly (readonly [value: string, words: string])[];
    }
);

/** What the reader set of a shock: for each field the values in it. A field left empty is not there. */
export interface ShockDraft {
  readonly kind: KindId;
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** Kept, and not worked out. */
  readonly undone: boolean;
}

interface ShockKindShown {
  readonly label: string;
  /** What it does and where its size comes from. */
  readonly says: string;
  readonly fields: readonly ShockField[];
  readonly shock: (read: DraftReader) => Shock;
  readonly tell: (read: DraftReader, names: (key: string) => string) => string;
}

/** Reads a draft's fields by their kind. */
export interface DraftReader {
  readonly list: (key: string) => string[];
  readonly number: (key: string) => number;
  readonly text: (key: string) => string;
  readonly flag: (key: string) => boolean;
}

const parties = (key: string, label: string, optional = false): ShockField => ({
  key,
  label,
  kind: "parties",
  optional,
});
const percent = (
  key: string,
  label: string,
  [min, max]: readonly [number, number],
  usual: number | null,
): ShockField => ({key, label, kind: "number", unit: "%", min, max, step: 1, usual});
const sectors: ShockField = {key: "sectors", label: "in sectors", kind: "sectors"};
const source: ShockField = {
  key: "source",
  label: "Source of the size",
  kind: "text",
  hint: "paper, law, dataset or judgement",
  ofOwnNumbers: true,
};
const fuel: ShockField = {
  key: "fuel",
  label: "fuel",
  kind: "choice",
  options: [
    ["all-fuels", "all fuels together"],
    ["crude-oil", "crude oil"],
    ["oil-products", "oil products"],
    ["coal", "coal"],
    ["lng", "LNG"],
    ["pipeline-gas", "pipeline gas"],
  ],
};
type Fuel = NonNullable<Shock["fuel"]>;
const fuelOf = (read: DraftReader) => (read.text("fuel") || "all-fuels") as Fuel;
const fuelWords = (read: DraftReader) => fuelOf(read).replaceAll("-", " ").replace("lng", "LNG");
/** Sizes that the server carries and cites: a reader's own take their place, with a source. */
const carried = {beta: -0.1268, discount: 12, probability: 0.042, loss: 3.2} as const;
const cites =
  "What stands here is carried and cited under “Its parameters”; a figure of your own needs its source.";
const isCarried = (read: DraftReader, ...keys: (keyof typeof carried)[]) =>
  keys.every((key) => read.number(key) === carried[key]);

/** Named sides of a shock; a side that is left empty is not said. */
const sides = (read: DraftReader, keys: Readonly<Record<string, "exporters" | "importers">>) =>
  Object.fromEntries(
    Object.entries(keys).flatMap(([key, side]) => {
      const found = read.list(key);
      return found.length === 0 ? [] : [[side, found]];
    }),
  );
const inSectors = (read: DraftReader) => {
  const found = read.list("sectors");
  return found.length === 0 ? {} : {sectors: found};
};
const between = (read: DraftReader): {between: [string[], string[]]} => ({
  between: [read.list("a"), read.list("b")],
});
const asOne = (text: string) => text as KindId;

/** Every kind of shock that the page offers. To add one: an entry here. */
export const shockKinds = {
  tariff: {
    label: "Tariff",
    says: "Added to the border price on top of what stands; the importer spends its revenue.",
    fields: [
      parties("by", "laid by"),
      parties("on", "on goods from"),
      percent("points", "added tariff", [0, 100], 10),
      {key: "answered", label: "answered with the same", kind: "flag"},
      sectors,
    ],
    shock: (read) => ({
      tariffPoints: read.number("points"),
      ...sides(read, {by: "importers", on: "exporters"}),
      ...(read.flag("answered") ? {answered: true} : {}),
      ...inSectors(read),
    }),
    tell: (read, names) =>
      `Tariff of ${read.number("points")} points by ${names("by")} on ${names("on")}${read.flag("answered") ? ", answered" : ""}`,
  },
  enter: {
    label: "Trade agreement entered",
    says: "Trade costs fall both ways as with accession to the European Union: flows × exp(0.224), standard error 0.071 (PPML on the data of Baier, Yotov & Zylkin 2019). A shallower agreement does less.",
    fields: [parties("a", "between"), parties("b", "and"), sectors],
    shock: (read) => ({agreement: "enter", ...between(read), ...inSectors(read)}),
    tell: (_, names) => `Agreement between ${names("a")} and ${names("b")}`,
  },
  leave: {
    label: "Trade agreement left",
    says: "The same effect taken away: flows × exp(−0.224), standard error 0.071 (PPML on the data of Baier, Yotov & Zylkin 2019).",
    fields: [parties("a", "between"), parties("b", "and"), sectors],
    shock: (read) => ({agreement: "leave", ...between(read), ...inSectors(read)}),
    tell: (_, names) => `Agreement between ${names("a")} and ${names("b")} left`,
  },
  embargo: {
    label: "Embargo",
    says: "All trade between the two sides ends, once and for good.",
    fields: [parties("a", "between"), parties("b", "and"), sectors],
    shock: (read) => ({embargo: "complete", ...between(read), ...inSectors(read)}),
    tell: (_, names) => `Embargo between ${names("a")} and ${names("b")}`,
  },
  partial: {
    label: "Embargo, partial",
    says: `Flows × exp(β), once and never through the elasticity again. ${cites}`,
    fields: [
      parties("a", "between"),
      parties("b", "and"),
      {
        key: "beta",
        label: "effect on flows, β",
        kind: "number",
        unit: "",
        min: -5,
        max: -0.01,
        step: 0.01,
        usual: carried.beta,
      },
      source,
      sectors,
    ],
    shock: (read) => ({
      embargo: "partial",
      ...(isCarried(read, "beta")
        ? {}
        : {effectOfEmbargo: read.number("beta"), source: read.text("source")}),
      ...between(read),
      ...inSectors(read),
    }),
    tell: (read, names) =>
      `Partial embargo between ${names("a")} and ${names("b")}, β ${String(read.number("beta")).replace("-", "−")}`,
  },
  ban: {
    label: "Export ban",
    says: "What the one sells to the other ends; the other way stays.",
    fields: [parties("by", "by"), parties("to", "to"), sectors],
    shock: (read) => ({
      flowFactor: 0,
      ...sides(read, {by: "exporters", to: "importers"}),
      ...inSectors(read),
    }),
    tell: (_, names) => `Export ban by ${names("by")} to ${names("to")}`,
  },
  cap: {
    label: "Price cap",
    says: `Sellers get that much less for what they sold in the base year; who buys keeps the difference, or who is named. Quantities move only with incomes. ${cites}`,
    fields: [
      parties("on", "on goods from"),
      parties("by", "sold to"),
      percent("discount", "discount", [1, 99], carried.discount),
      parties("rents", "the difference goes to", true),
      source,
      sectors,
    ],
    shock: (read) => {
      const [rentsTo] = read.list("rents");
      return {
        ...(isCarried(read, "discount")
          ? {discountPercent: "observed" as const}
          : {discountPercent: read.number("discount"), source: read.text("source")}),
        ...sides(read, {on: "exporters", by: "importers"}),
        ...(rentsTo === undefined ? {} : {rentsTo}),
        ...inSectors(read),
      };
    },
    tell: (read, names) =>
      `Price cap on ${names("on")} sold to ${names("by")}, discount ${read.number("discount")} %`,
  },
  sanction: {
    label: "Payment or secondary sanction",
    says: `A cost of probability times loss, collected by no one. ${cites}`,
    fields: [
      parties("a", "between"),
      parties("b", "and"),
      {
        key: "probability",
        label: "probability of being hit",
        kind: "number",
        unit: "",
        min: 0,
        max: 1,
        step: 0.01,
        usual: carried.probability,
      },
      percent("loss", "loss when hit, of the value", [1, 1000], carried.loss),
      source,
      sectors,
    ],
    shock: (read) => ({
      sanction: {
        ...(isCarried(read, "probability") ? {} : {probability: read.number("probability")}),
        ...(isCarried(read, "loss") ? {} : {lossPercent: read.number("loss")}),
      },
      ...(isCarried(read, "probability", "loss") ? {} : {source: read.text("source")}),
      ...between(read),
      ...inSectors(read),
    }),
    tell: (read, names) =>
      `Sanctions risk between ${names("a")} and ${names("b")}, ${read.number("probability")} × ${read.number("loss")} %`,
  },
  supplier: {
    label: "Energy supplier lost or replaced",
    says: "Oil is one market: where all lose the seller its price moves first (three published pairs of short-run elasticities), where some turn away others take its place. Of all fuels together what it sold ends, and who is named sells as much instead. A single fuel but oil needs a matrix with sectors; contracts are not known.",
    fields: [
      parties("seller", "seller lost"),
      parties("by", "lost to", true),
      fuel,
      percent("lost", "of what it sold", [1, 100], 100),
      parties("instead", "replaced by", true),
      sectors,
    ],
    shock: (read) => ({
      supplier: "lost",
      fuel: fuelOf(read),
      supplyPercent: read.number("lost"),
      ...sides(read, {seller: "exporters", by: "importers"}),
      ...(read.list("instead").length === 0 ? {} : {replacedBy: read.list("instead")}),
      ...inSectors(read),
    }),
    tell: (read, names) =>
      `${names("seller")} lost as a seller of ${fuelWords(read)} to ${read.list("by").length === 0 ? "all" : names("by")}${read.number("lost") === 100 ? "" : `, ${read.number("lost")} % of it`}${read.list("instead").length === 0 ? "" : `, replaced by ${names("instead")}`}`,
  },
  gain: {
    label: "Energy supplier gained",
    says: "The seller sells more of a fuel, and the others make way in proportion. All fuels together on the ledger’s matrix; a single fuel needs a matrix with sectors.",
    fields: [
      parties("seller", "seller"),
      parties("by", "to"),
      fuel,
      percent("more", "more, of what they buy of it", [1, 100], 10),
      sectors,
    ],
    shock: (read) => ({
      supplier: "gained",
      fuel: fuelOf(read),
      supplyPercent: read.number("more"),
      ...sides(read, {seller: "exporters", by: "importers"}),
      ...inSectors(read),
    }),
    tell: (read, names) =>
      `${names("seller")} sells ${names("by")} ${read.number("more")} % more of the ${fuelWords(read)} that they buy`,
  },
  cost: {
    label: "Transport or other trade cost",
    says: "A cost that no one collects, both ways: a detour, a rule, freight. Below 0 it is a saving.",
    fields: [
      parties("a", "between"),
      parties("b", "and"),
      percent("cost", "added cost", [-50, 200], 10),
      sectors,
    ],
    shock: (read) => ({costPercent: read.number("cost"), ...between(read), ...inSectors(read)}),
    tell: (read, names) =>
      `Trade cost ${signedPercent(read.number("cost"))} between ${names("a")} and ${names("b")}`,
  },
  productivity: {
    label: "Productivity",
    says: "More made of the same inputs; below 0 less, as after a bad harvest.",
    fields: [parties("in", "in"), percent("change", "change", [-50, 100], 5), sectors],
    shock: (read) => ({
      productivityPercent: read.number("change"),
      states: read.list("in"),
      ...inSectors(read),
    }),
    tell: (read, names) => `Productivity ${signedPercent(read.number("change"))} in ${names("in")}`,
  },
} as const satisfies Readonly<Record<string, ShockKindShown>>;

export type KindId = keyof typeof shockKinds;

export function kindOf(id: string): KindId | null {
  return Object.hasOwn(shockKinds, id) ? asOne(id) : null;
}

export function fieldsOf(kind: KindId): readonly ShockField[] {
  return shockKinds[kind].fields;
}

function signedPercent(value: number): string {
  return `${value < 0 ? "−" : "+"}${Math.abs(value)} %`;
}

function readerOf({values}: ShockDraft): DraftReader {
  const list = (key: string) => [...(values[key] ?? [])];
  const text = (key: string) => list(key)[0] ?? "";
  return {
    list,
    text,
    number: (key) => (text(key) === "" ? Number.NaN : Number(text(key))),
    flag: (key) => text(key) === "yes",
  };
}

/** What is missing before a shock can be worked out, in words; null where nothing is. */
export function missingIn(draft: ShockDraft): string | null {
  const read = readerOf(draft);
  for (const field of fieldsOf(draft.kind)) {
    const {key, label} = field;
    if (field.kind === "parties" && field.optional !== true && read.list(key).length === 0)
      return `“${label}” names nobody`;
    if (
      field.kind === "text" &&
      read.text(key).trim() === "" &&
      !(field.ofOwnNumbers && isUsual(draft))
    )
      return `“${label}” is empty: a figure of your own needs one`;
    if (field.kind !== "number") continue;
    const value = read.number(key);
    if (Number.isNaN(value)) return `“${label}” is no number`;
    if (value < field.min || value > field.max)
      return `“${label}” goes from ${field.min} to ${field.max}`;
  }
  return null;
}

function isUsual({kind, values}: ShockDraft): boolean {
  return fieldsOf(kind).every(
    (field) => field.kind !== "number" || Number(values[field.key]?.[0]) === field.usual,
  );
}

/** "Tariff of 10 points by United States on Indonesia". */
export function tellDraft(draft: ShockDraft, nameOf: (party: PartyId) => string): string {
  const read = readerOf(draft);
  const names = (key: string) => read.list(key).map(nameOf).join(", ") || "…";
  return (shockKinds[draft.kind] as ShockKindShown).tell(read, names);
}

/** A draft in which nothing is missing, as the API takes it. */
export function shockOf(draft: ShockDraft, nameOf: (party: PartyId) => string): Shock {
  return {name: tellDraft(draft, nameOf), ...shockKinds[draft.kind].shock(readerOf(draft))};
}

/** A shock of a kind as it is first offered: its usual size, and nobody named. */
export function freshDraft(kind: KindId): ShockDraft {
  return {
    kind,
    undone: false,
    values: Object.fromEntries(
      fieldsOf(kind).flatMap((field) =>
        field.kind === "number" && field.usual !== null ? [[field.key, [String(field.usual)]]] : [],
      ),
    ),
  };
}

/** The same draft with one field set; an empty one is taken out. */
export function withValue(draft: ShockDraft, key: string, found: readonly string[]): ShockDraft {
  const {[key]: _, ...others} = draft.values;
  return {...draft, values: found.length === 0 ? others : {...others, [key]: found}};
}
