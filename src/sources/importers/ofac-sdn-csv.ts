import {InputError} from "../input-error.ts";
import {ForeignFile} from "./foreign-file.ts";
import type {Importer, ImportFile, RejectedRow, StateCodes} from "./importer.ts";
import {
  birthDate,
  joinParts,
  type ListedParty,
  listedPartyRow,
  type PartyKind,
} from "./listed-party.ts";
import {ofacTerms} from "./ofac-terms.ts";
import type {TableRecord} from "./table-record.ts";
import {openTable} from "./table-rows.ts";

/** Columns of sdn.csv, alt.csv and add.csv, which have no header (OFAC, "SDN data specification", dat_spec.txt). */
const headers = {
  sdn: [
    "ent_num",
    "SDN_Name",
    "SDN_Type",
    "Program",
    "Title",
    "Call_Sign",
    "Vess_type",
    "Tonnage",
    "GRT",
    "Vess_flag",
    "Vess_owner",
    "Remarks",
  ],
  alt: ["ent_num", "alt_num", "alt_type", "alt_name", "alt_remarks"],
  add: [
    "ent_num",
    "Add_num",
    "Address",
    "City/State/Province/Postal Code",
    "Country",
    "Add_remarks",
  ],
} as const;

type Part = keyof typeof headers;

const kinds: ReadonlyMap<string, PartyKind> = new Map([
  ["", "entity"],
  ["individual", "person"],
  ["vessel", "vessel"],
  ["aircraft", "aircraft"],
]);

/**
 * The United States' list of specially designated nationals, as the three files that belong together.
 * Layout: OFAC, "Specially Designated Nationals List, Data Formats & Data Schemas", delimited files.
 */
export const ofacSdnCsv: Importer = {
  id: "ofac-sdn-csv",
  version: 1,
  title: "US list of specially designated nationals (sdn.csv, alt.csv, add.csv)",
  reads: "sdn.csv, best given together with alt.csv (aliases) and add.csv (addresses)",
  ...ofacTerms,
  datasets: ["listed-parties"],
  whole: true,
  scope: {list: "us-sdn"},
  joinsFiles: true,
  read: async function* (file, codes) {
    const parts = await sortParts([file, ...(file.beside ?? [])], codes);
    const aliases = await readBeside(parts.alt, "alt", codes);
    const addresses = await readBeside(parts.add, "add", codes);
    yield [...aliases.rejects, ...addresses.rejects];
    for await (const batch of recordsOf(parts.sdn, "sdn", codes))
      yield batch.map((one) => {
        if (one.kind === "reject") return one;
        const id = one.text("ent_num");
        const party = partyOf(one, aliases.byParty.get(id) ?? [], addresses.byParty.get(id) ?? []);
        return listedPartyRow(party, () => one.raw, codes);
      });
  },
};

interface Parts {
  readonly sdn: ImportFile;
  readonly alt: ImportFile | null;
  readonly add: ImportFile | null;
}

/** Tells the files apart by their number of columns, as a name says little of a file that was downloaded twice. */
async function sortParts(files: readonly ImportFile[], codes: StateCodes): Promise<Parts> {
  const found: Partial<Record<Part, ImportFile>> = {};
  for (const file of files) {
    const part = await partOf(file, codes);
    if (part === null)
      throw new ForeignFile(
        `${file.name} is none of sdn.csv (12 columns), alt.csv (5) and add.csv (6)`,
        "give the files as OFAC publishes them, without a header",
      );
    if (found[part] !== undefined)
      throw new InputError(
        `${file.name} and ${found[part].name} are both ${part}.csv`,
        "give one of each",
      );
    found[part] = file;
  }
  if (found.sdn === undefined)
    throw new InputError(
      `${files.map((file) => file.name).join(", ")}: sdn.csv is missing`,
      "give it with them: the names stand in it",
    );
  return {sdn: found.sdn, alt: found.alt ?? null, add: found.add ?? null};
}

/** Which part a file is, by the first of its first lines that fits one. */
async function partOf(file: ImportFile, codes: StateCodes): Promise<Part | null> {
  for (const part of ["sdn", "alt", "add"] as const)
    for await (const batch of recordsOf(file, part, codes)) {
      if (batch.slice(0, 20).some((one) => one.kind === "record")) return part;
      break;
    }
  return null;
}

async function* recordsOf(file: ImportFile, part: Part, codes: StateCodes) {
  const header = headers[part];
  const {batches} = await openTable(file, [{columns: header, header}], codes);
  // The files end with the end-of-file sign of DOS.
  for await (const batch of batches) yield batch.filter((one) => one.raw !== "\u001a");
}

async function readBeside(file: ImportFile | null, part: Part, codes: StateCodes) {
  const byParty = new Map<string, TableRecord[]>();
  const rejects: RejectedRow[] = [];
  if (file === null) return {byParty, rejects};
  for await (const batch of recordsOf(file, part, codes))
    for (const one of batch) {
      if (one.kind === "reject") {
        rejects.push({...one, why: `${file.name}: ${one.why}`});
        continue;
      }
      const id = one.text("ent_num");
      const known = byParty.get(id);
      if (known === undefined) byParty.set(id, [one]);
      else known.push(one);
    }
  return {byParty, rejects};
}

/** "-0-" stands for nothing. */
const cell = (record: TableRecord, column: string) => {
  const text = record.text(column);
  return text === "-0-" ? "" : text;
};

function partyOf(
  record: TableRecord,
  aliases: readonly TableRecord[],
  addresses: readonly TableRecord[],
): ListedParty {
  const remarks = readRemarks(cell(record, "Remarks"));
  const labelled = (label: string, column: string) => {
    const value = cell(record, column);
    return value === "" ? [] : [`${label} ${value}`];
  };
  return {
    line: record.line,
    list: "us-sdn",
    listId: record.text("ent_num"),
    kind: kinds.get(cell(record, "SDN_Type").toLowerCase()) ?? null,
    name: cell(record, "SDN_Name"),
    aliases: [...aliases.map((alias) => cell(alias, "alt_name")), ...remarks.aliases],
    programmes: cell(record, "Program").split(/\]\s*\[|[[\]]/),
    nationalities: remarks.nationalities,
    births: remarks.births,
    addresses: addresses.map((address) =>
      joinParts(
        ["Address", "City/State/Province/Postal Code", "Country"].map((part) =>
          cell(address, part),
        ),
      ),
    ),
    identifiers: [...remarks.identifiers, ...labelled("call sign", "Call_Sign")],
    remarks: [
      cell(record, "Title"),
      ...labelled("vessel type", "Vess_type"),
      ...labelled("flag", "Vess_flag"),
      ...labelled("owner", "Vess_owner"),
      ...remarks.others,
    ],
  };
}

/** How OFAC calls papers and numbers; a part of a remark that begins with one of these is an identifier. */
const identifierLabels = [
  "Passport",
  "Diplomatic Passport",
  "C.R. No",
  "RIF",
  "BIK",
  "D-U-N-S",
  "Istanbul Chamber",
  "National ID",
  "Identification Number",
  "Tax ID",
  "Registration",
  "Company Number",
  "SSN",
  "Cedula",
  "Vessel Registration",
  "C.U.I.T",
  "RUC",
  "NIT",
  "D.N.I",
  "Business Registration",
  "Business Number",
  "Commercial Registry",
  "Trade License",
  "SWIFT",
  "Digital Currency",
  "MMSI",
  "Aircraft Manufacturer's Serial",
  "Aircraft Tail",
  "License",
  "Driver",
  "Birth Certificate",
  "Organization Code",
  "Unified Social",
  "Legal Entity",
  "UK Company",
  "Enterprise",
  "File Number",
  "V.A.T",
  "Public Registration",
  "Romanian",
  "Economic Register",
  "Government Gazette",
  "Chamber of Commerce",
  "Central Registration",
  "Electoral Registry",
  "Folio",
  "Matricula",
  "Refugee ID",
  "Residency",
  "Stateless",
  "Travel Document",
  "Turkish",
  "Numero",
  "Citizen's Card",
  "I.F.E",
  "C.U.R.P",
  "R.F.C",
  "Email",
  "Phone",
  "Website",
];
const identifier = new RegExp(
  `^(?:alt\\. )?(?:${identifierLabels.map((label) => label.replaceAll(".", "\\.")).join("|")})\\b`,
  "i",
);

/** OFAC packs what it knows of a party into one sentence of parts: "DOB 03 May 1961; nationality Iraq; Passport A1 (Iraq)." */
function readRemarks(text: string) {
  const births: string[] = [];
  const nationalities: string[] = [];
  const aliases: string[] = [];
  const identifiers: string[] = [];
  const others: string[] = [];
  for (const part of text.replace(/\.$/, "").split(/;\s*/)) {
    const clean = part.trim();
    const born = /^(?:alt\. )?DOB (.+)$/.exec(clean);
    const birth = born === null ? null : birthDate(born[1] ?? "");
    const citizen = /^(?:alt\. )?(?:nationality(?: of registration)?|citizen) (.+)$/i.exec(clean);
    const alias = /^a\.k\.a\. '(.+)'$/.exec(clean);
    if (birth !== null) births.push(birth);
    else if (citizen !== null) nationalities.push(citizen[1] ?? "");
    else if (alias !== null) aliases.push(alias[1] ?? "");
    else if (identifier.test(clean)) identifiers.push(clean.replace(/^alt\. /, ""));
    else others.push(clean);
  }
  return {births, nationalities, aliases, identifiers, others};
}
