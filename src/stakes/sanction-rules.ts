import type {
  Cell,
  DatasetId,
  Measured,
  PartyId,
  Reach,
  SanctionYear,
  Sector,
  StateCode,
} from "../world/index.ts";
import {listWords, sentence, yearOf} from "../world/index.ts";
import {figureCell} from "./figure-cell.ts";
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

/** Years for which a partner's ended sanctions on the state are remembered: our choice, about a generation of officials. */
const remembered = 20;

/** Sanctions on one target in one year, of the kinds that reach into the scene's sector. */
interface InForce {
  readonly target: StateCode;
  readonly year: number;
  readonly rows: readonly SanctionYear[];
  readonly kinds: readonly Kind[];
  readonly senders: readonly PartyId[];
}

/** The newest year, not before `since`, in which any of the senders had such sanctions on the target. */
function newestInForce(
  {book, sector, rivals}: Scene,
  target: StateCode,
  since: number,
  isSender: (sender: PartyId) => boolean,
): InForce | null {
  const reaching = kindsOf[sector] ?? [];
  const all = book.sanctions.filter(
    (row) =>
      row.target === target &&
      row.year >= since &&
      isSender(row.sender) &&
      row.kinds.some((kind) => reaching.includes(kind)),
  );
  if (all.length === 0) return null;
  const year = Math.max(...all.map((row) => row.year));
  const rows = all.filter((row) => row.year === year);
  const ofWatch = (sender: PartyId) => Number(rivals.includes(sender));
  return {
    target,
    year,
    rows,
    kinds: reaching.filter((kind) => rows.some((row) => row.kinds.includes(kind))),
    senders: [...new Set(rows.map(({sender}) => sender))].sort(
      (a, b) => ofWatch(b) - ofWatch(a) || (a < b ? -1 : 1),
    ),
  };
}

/** "Trade and financial sanctions on Russia by European Union, United States and 6 others in 2021". */
function tell({name}: Scene, {target, year, kinds, senders}: InForce, last: boolean): string {
  const when = last ? `last in ${year}` : `in ${year}`;
  return sentence(
    `${listWords(kinds)} sanctions on ${name(target)} by ${listWords(senders.map(name), 2)} ${when}`,
  );
}

function figureOf(
  {target, year, rows, senders}: InForce,
  method: string,
  quote: string,
  through: readonly Reach[] = [],
): Measured {
  return {
    kind: "measured",
    value: senders.length,
    unit: "count",
    interval: null,
    intervalNote: "a complete count of the panel's senders of that year",
    method: {id: method, version: 1},
    coverage: "sanctions by the G7 states and the European Union only",
    vintage: String(year),
    evidence: [
      {
        kind: "rows",
        dataset: "sanctions-panel",
        where: [{column: "row", in: rows.map(({row}) => row)}],
        count: rows.length,
        quote,
        reaches: [
          {party: target, how: "column", by: `target: ${target}`},
          ...senders.map((party): Reach => ({party, how: "column", by: `sender: ${party}`})),
          ...through,
        ],
        vintage: String(year),
      },
    ],
  };
}

/** The newest year that the panel has, of all that the watch reads. */
function lastYearOf({book}: Scene): number {
  return book.sanctions.reduce((newest, {year}) => Math.max(newest, year), 0);
}

/** Sanctions of others on the partner: who deals with it may meet secondary measures. */
function onPartnerCells(scene: Scene): Cell[] {
  const {state, partner, partnerStates, rivals, book} = scene;
  const found = newestInForce(
    scene,
    partner,
    lastYearOf(scene),
    (sender) => sender !== state && !partnerStates.has(sender),
  );
  if (found === null) return [];
  const told = tell(scene, found, false);
  const figure = figureOf(found, "sanctions-on-partner", told);
  const about = [partner, ...found.senders.filter((sender) => rivals.includes(sender))];
  const text = `${told}${tellError(figure, book.asOf)}: secondary measures possible`;
  return [figureCell(text, about, figure)];
}

/** The partner's own sanctions on the state, in force or remembered. */
function byPartnerCells(scene: Scene): Cell[] {
  const {state, partner, partnerStates, book} = scene;
  const since = yearOf(book.asOf) - remembered;
  const found = newestInForce(scene, state, since, (sender) => partnerStates.has(sender));
  if (found === null) return [];
  const told = tell(scene, found, found.year < lastYearOf(scene));
  const through: Reach[] = found.senders.includes(partner)
    ? []
    : [{party: partner, how: "member-of", by: `sender: ${found.senders.join(", ")}`}];
  const figure = figureOf(found, "sanctions-by-partner", told, through);
  return [figureCell(`${told}${tellError(figure, book.asOf)}`, [state, partner], figure)];
}

/** Sanctions as the panel has them; a kind that it does not list is not claimed. */
export const sanctionRules: readonly StakeRule[] = [
  {
    id: "sanctions-by-partner",
    version: 1,
    side: "risks",
    looksAt: "the partner's sanctions on the state, of a kind that reaches into the sector",
    speaksWhen: "any in the last twenty years (our choice); the newest year is told",
    datasets,
    find: byPartnerCells,
  },
  {
    id: "sanctions-on-partner",
    version: 1,
    side: "risks",
    looksAt: "others' sanctions on the partner, of a kind that reaches into the sector",
    speaksWhen: "any in the newest year of the panel",
    datasets,
    find: onPartnerCells,
  },
];
