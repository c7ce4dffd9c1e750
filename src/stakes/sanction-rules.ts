import {listWords} from "../ledger/index.ts";
import type {Cell, DatasetId, Measured, PartyId, SanctionYear, Sector} from "../world/index.ts";
import {figureCell} from "./figure-cell.ts";
import {stateReach} from "./partner-reach.ts";
import type {Scene} from "./scene.ts";
import type {StakeRule} from "./stake-rule.ts";
import {tellError} from "./tell-figure.ts";

type Kind = SanctionYear["kinds"][number];

const datasets: readonly DatasetId[] = ["sanctions-panel"];

/** Kinds of sanctions that reach into a sector: what a deal in it would need to move, pay or license. */
const kindsOf: Readonly<Partial<Record<Sector, readonly Kind[]>>> = {
  energy: ["trade", "financial"],
  defence: ["arms", "military"],
  trade: ["trade", "financial"],
  technology: ["trade", "financial"],
};

/** Rows of the newest year that the panel has, of the kinds that reach into the scene's sector. */
function rowsInForce(scene: Scene, ours: (row: SanctionYear) => boolean): SanctionYear[] {
  const kinds = kindsOf[scene.sector] ?? [];
  const newest = Math.max(0, ...scene.book.sanctions.map(({year}) => year));
  return scene.book.sanctions.filter(
    (row) => row.year === newest && ours(row) && row.kinds.some((kind) => kinds.includes(kind)),
  );
}

function countOf(
  rows: readonly SanctionYear[],
  id: string,
  value: number,
  quote: string,
  reaches: Measured["evidence"][number]["reaches"],
): Measured {
  const vintage = String(rows[0]?.year ?? "");
  return {
    kind: "measured",
    value,
    unit: "count",
    interval: null,
    intervalNote: "a complete count of the panel's rows of that year",
    method: {id, version: 1},
    coverage: "sanctions by the G7 states and the European Union only",
    vintage,
    evidence: [
      {
        kind: "rows",
        dataset: "sanctions-panel",
        where: [{column: "row", in: rows.map(({row}) => row)}],
        count: rows.length,
        quote,
        reaches,
        vintage,
      },
    ],
  };
}

function kindWords(scene: Scene, rows: readonly SanctionYear[]): string {
  const kinds = (kindsOf[scene.sector] ?? []).filter((kind) =>
    rows.some((row) => row.kinds.includes(kind)),
  );
  return listWords(kinds);
}

/** Sanctions of others on the partner: who deals with it may meet secondary measures. */
function onPartnerCells(scene: Scene): Cell[] {
  const {state, partner, name, book, rivals} = scene;
  const rows = rowsInForce(
    scene,
    ({sender, target}) =>
      target === partner && sender !== state && !scene.partnerStates.has(sender),
  );
  if (rows.length === 0) return [];
  const senders = [...new Set(rows.map(({sender}) => sender))].sort(
    (a, b) => Number(rivals.includes(b)) - Number(rivals.includes(a)) || (a < b ? -1 : 1),
  );
  const year = rows[0]?.year;
  const told = `${listWords(senders.map(name), 2)} had ${kindWords(scene, rows)} sanctions on ${name(partner)} in ${year}`;
  const reaches = [
    {party: partner, how: "column", by: `target: ${partner}`} as const,
    ...senders.map((party) => ({party, how: "column", by: `sender: ${party}`}) as const),
  ];
  const figure = countOf(rows, "sanctions-on-partner", senders.length, told, reaches);
  const about: PartyId[] = [partner, ...senders.filter((sender) => rivals.includes(sender))];
  const text = `${told}${tellError(figure, book.asOf)}: secondary measures may reach who deals with it`;
  return [figureCell(text, about, figure)];
}

/** Sanctions between the two themselves. */
function betweenCells(scene: Scene): Cell[] {
  const {state, partner, name, book} = scene;
  const rows = rowsInForce(
    scene,
    ({sender, target}) =>
      target === state && (sender === partner || scene.partnerStates.has(sender)),
  );
  if (rows.length === 0) return [];
  const senders = [...new Set(rows.map(({sender}) => sender))].sort();
  const told = `${listWords(senders.map(name), 2)} had ${kindWords(scene, rows)} sanctions on ${name(state)} in ${rows[0]?.year}`;
  const reaches = [
    stateReach(scene, "target"),
    ...senders.map((party) => ({party, how: "column", by: `sender: ${party}`}) as const),
    ...(senders.includes(partner)
      ? []
      : [{party: partner, how: "member-of", by: `sender: ${senders.join(", ")}`} as const]),
  ];
  const figure = countOf(rows, "sanctions-between", senders.length, told, reaches);
  return [figureCell(`${told}${tellError(figure, book.asOf)}`, [state, partner], figure)];
}

/** Sanctions as the panel has them in its newest year; a kind that it does not list is not claimed. */
export const sanctionRules: readonly StakeRule[] = [
  {
    id: "sanctions-between",
    version: 1,
    side: "risks",
    looksAt: "the partner's sanctions on the state in the newest year of the panel",
    speaksWhen: "any of a kind that reaches into the sector",
    datasets,
    find: betweenCells,
  },
  {
    id: "sanctions-on-partner",
    version: 1,
    side: "risks",
    looksAt: "sanctions by others on the partner in the newest year of the panel",
    speaksWhen: "any of a kind that reaches into the sector (a member's alone are not a bloc's)",
    datasets,
    find: onPartnerCells,
  },
];
