import {z} from "zod";
import {clipRaw, fileLines} from "./file-lines.ts";
import {ForeignFile} from "./foreign-file.ts";
import type {Imported, Importer, StateCodes} from "./importer.ts";
import {listedPartyRow, wholeDay} from "./listed-party.ts";
import {openSanctionsCard, partyKinds} from "./opensanctions-targets.ts";

/** A value is text, or in the nested files an entity in the place of its id. */
const value = z.union([z.string(), z.looseObject({id: z.string().optional()})]);

/** An entity of FollowTheMoney; only what a list needs of it, as a schema of its model has a hundred properties. */
const entity = z.looseObject({
  id: z.string().min(1),
  caption: z.string().optional(),
  schema: z.string().min(1),
  properties: z.record(z.string(), z.array(value)),
  datasets: z.array(z.string()).optional(),
  first_seen: z.string().nullish(),
  target: z.boolean().optional(),
});
type Entity = z.infer<typeof entity>;

/**
 * OpenSanctions' entities as JSON lines, flat (entities.ftm.json) or with what they point at inside (targets.nested.json).
 * Kept are the targets under a sanction that are persons, bodies, vessels or aircraft; relations, addresses and sanctions that stand as
 * entities of their own are passed over.
 * Layout: https://www.opensanctions.org/docs/entities/ and https://followthemoney.tech.
 */
export const openSanctionsFtm: Importer = {
  ...openSanctionsCard,
  id: "opensanctions-ftm",
  version: 1,
  title: "OpenSanctions, FollowTheMoney entities",
  reads:
    "entities.ftm.json or targets.nested.json of one OpenSanctions collection, always the same: what it no longer has is retracted",
  read: async function* (file, codes) {
    let entities = 0;
    for await (const {first, lines} of fileLines(file.bytes())) {
      const found: Imported[] = [];
      for (const [at, line] of lines.entries()) {
        if (typeof line === "string" && line.trim() === "") continue;
        const one = typeof line === "string" ? readLine(line, first + at, codes) : line;
        if (one === null) entities += 1;
        else if ("kind" in one) {
          if (one.kind === "row") entities += 1;
          found.push(one);
        } else found.push(reject(first + at, one.why, one.raw));
      }
      // A file of which the first thousand lines hold no entity is none of OpenSanctions'.
      if (entities === 0 && first + lines.length > 1000) throw noEntities(file.name);
      if (found.length > 0) yield found;
    }
    if (entities === 0) throw noEntities(file.name);
  },
};

const noEntities = (name: string) =>
  new ForeignFile(
    `${name} holds no FollowTheMoney entity`,
    "give entities.ftm.json or targets.nested.json, one entity a line",
  );

const reject = (line: number, why: string, raw: string) =>
  ({kind: "reject", line, column: null, why, raw: clipRaw(raw)}) as const;

/** A row, a reject, or null for an entity that is no party on a list. */
function readLine(text: string, line: number, codes: StateCodes): Imported | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return reject(line, "no JSON", text);
  }
  const read = entity.safeParse(parsed);
  if (!read.success) {
    const where = read.error.issues[0]?.path.map(String).join(".") ?? "";
    return reject(line, `no FollowTheMoney entity${where === "" ? "" : ` (${where})`}`, text);
  }
  const one = read.data;
  const kind = partyKinds.get(one.schema);
  const listed = words(one, "topics").some((topic) => /^sanction(?:\.|$)/.test(topic));
  if (one.target !== true || kind === undefined || !(listed || isSanctioned(one))) return null;
  const names = words(one, "name");
  const party = {
    line,
    list: "opensanctions",
    listId: one.id,
    kind,
    name: one.caption ?? names[0] ?? "",
    aliases: [...names, ...words(one, "alias"), ...words(one, "weakAlias")],
    programmes: programmesOf(one),
    nationalities: [
      ...words(one, "nationality"),
      ...words(one, "citizenship"),
      ...words(one, "country"),
      ...words(one, "jurisdiction"),
      ...words(one, "flag"),
    ],
    births: words(one, "birthDate"),
    addresses: [...words(one, "address"), ...inner(one, "addressEntity", "full")],
    identifiers: identifiers.flatMap((property) =>
      words(one, property).map((number) => `${property} ${number}`),
    ),
    listedOn: wholeDay(one.first_seen ?? ""),
    remarks: [...words(one, "position"), ...words(one, "notes")],
  };
  return listedPartyRow(party, () => text, codes, "iso2");
}

/** Nested files hold the sanctions themselves. */
const isSanctioned = (one: Entity) => valuesOf(one, "sanctions").length > 0;

/** Properties of FollowTheMoney that number a party. */
const identifiers = [
  "passportNumber",
  "idNumber",
  "taxNumber",
  "registrationNumber",
  "innCode",
  "ogrnCode",
  "leiCode",
  "swiftBic",
  "imoNumber",
  "mmsi",
  "callSign",
];

const valuesOf = (one: Entity, property: string) =>
  Object.hasOwn(one.properties, property) ? (one.properties[property] ?? []) : [];

const words = (one: Entity, property: string) =>
  valuesOf(one, property).filter((each) => typeof each === "string");

/** A property of the entities that stand inside a property. */
const inner = (one: Entity, property: string, of: string) =>
  valuesOf(one, property).flatMap((each) => {
    const nested = typeof each === "string" ? null : entity.safeParse(each);
    return nested?.success === true ? words(nested.data, of) : [];
  });

/** Programmes that the entity or a sanction inside it names, else the lists on which it stands. */
function programmesOf(one: Entity): readonly string[] {
  const named = [
    ...words(one, "programId"),
    ...inner(one, "sanctions", "programId"),
    ...inner(one, "sanctions", "program"),
  ];
  return named.length > 0 ? named : (one.datasets ?? []);
}
