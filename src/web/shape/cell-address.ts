import type {
  AccessionPath,
  Answer,
  HedgingJudgement,
  Move,
  MoveRow,
  PartyId,
  Posture,
  Stake,
} from "../../api/index.ts";
import {type Note, noteOfCell, noteOfFigure, withRole} from "./note.ts";

/**
 * Addresses of cells, points and claims within an answer. They stand in the page's own address, so they name what is
 * meant ("stake/IDN/RUS/energy/benefits/0"), never a position on the page. An id of another room stands last,
 * because it may hold any sign.
 */
export const addressOf = {
  move: (id: string) => `move/${id}`,
  focus: (row: Pick<MoveRow, "country" | "partner" | "sector">) =>
    `focus/${row.country}/${row.partner}/${row.sector}`,
  stake: (
    stake: Pick<Stake, "country" | "partner" | "sector">,
    side: "benefits" | "risks",
    index: number,
  ) => `stake/${stake.country}/${stake.partner}/${stake.sector}/${side}/${index}`,
  action: (option: string) => `action/${option}`,
  side: (option: string, side: "gains" | "loses") => `side/${side}/${option}`,
  outcome: (option: string, index: number) => `outcome/${index}/${option}`,
  figure: (series: string, period: string) => `figure/${period}/${series}`,
  posture: (posture: Pick<Posture, "state" | "a" | "b" | "period">, what: "a" | "b" | "tilt") =>
    `posture/${posture.state}/${posture.a}/${posture.b}/${posture.period}/${what}`,
  claim: (article: string, index: number) => `claim/${index}/${article}`,
  article: (id: string) => `article/${id}`,
  pledge: (id: string) => `pledge/${id}`,
  hedging: (
    judgement: Pick<HedgingJudgement, "state" | "a" | "b">,
    indicator: string,
    power: PartyId,
  ) => `hedging/${judgement.state}/${judgement.a}/${judgement.b}/${indicator}/${power}`,
  path: (path: Pick<AccessionPath, "state" | "organisation">, step: number) =>
    `path/${path.state}/${path.organisation}/${step}`,
  founding: (state: string, index: number) => `founding/${state}/${index}`,
  rate: (id: string, figure: RateFigure) => `rate/${figure}/${id}`,
};

const rateFigures = ["keptIn5", "keptIn10", "medianYears", "medianYearsToFirst"] as const;

/** A figure of a row of the table of rates. */
export type RateFigure = (typeof rateFigures)[number];

/** A pledge, or a figure of the table of rates. */
export type PledgePlace =
  | {readonly kind: "pledge"; readonly id: string}
  | {readonly kind: "rate"; readonly id: string; readonly figure: RateFigure};

/** What a part of the page asks for by itself, beside the answer: the margin asks for it again. */
export type MeasuredPlace =
  | {
      readonly kind: "hedging";
      readonly state: string;
      readonly a: PartyId;
      readonly b: PartyId;
      readonly indicator: string;
      readonly power: PartyId;
    }
  | {
      readonly kind: "path";
      readonly state: string;
      readonly organisation: PartyId;
      readonly step: number;
    }
  | {readonly kind: "founding"; readonly state: string; readonly index: number};

export type PlaceOf<Kind extends MeasuredPlace["kind"]> = Extract<MeasuredPlace, {kind: Kind}>;

/** The first `count` parts of an address, and all the rest as one. */
function split(address: string, count: number): readonly string[] {
  const parts = address.split("/");
  return [...parts.slice(0, count), parts.slice(count).join("/")];
}

/** The id of the article at an address; null where the address is no article's. */
export function articleAt(address: string): string | null {
  const [kind, id = ""] = split(address, 1);
  return kind === "article" && id !== "" ? id : null;
}

/** The pledge or rate at an address; null where the address is neither. */
export function pledgeAt(address: string): PledgePlace | null {
  const [kind, rest = ""] = split(address, 1);
  if (kind === "pledge") return {kind, id: rest};
  if (kind !== "rate") return null;
  const [name, id = ""] = split(rest, 1);
  const figure = rateFigures.find((one) => one === name);
  return figure === undefined ? null : {kind, id, figure};
}

/** The signal, step or verdict at an address; null where the address is none of these. */
export function measuredAt(address: string): MeasuredPlace | null {
  const [kind, state = "", ...rest] = address.split("/");
  switch (kind) {
    case "hedging": {
      const [a = "", b = "", indicator = "", power = ""] = rest;
      return {kind, state, a, b, indicator, power};
    }
    case "path": {
      const [organisation = "", step] = rest;
      return {kind, state, organisation, step: Number(step)};
    }
    case "founding":
      return {kind, state, index: Number(rest[0])};
    default:
      return null;
  }
}

/** The move at an address; null where the address is no move's, or this answer has none there. */
export function findMove(answer: Answer, address: string): Move | null {
  const [kind, id = ""] = split(address, 1);
  if (kind !== "move") return null;
  return answer.ledgerMoves.find((one) => one.id === id) ?? null;
}

/** What stands at an address; null when this answer has nothing there. */
export function findNote(
  answer: Answer,
  names: Readonly<Record<PartyId, string>>,
  address: string,
): Note | null {
  const [kind, rest = ""] = split(address, 1);
  switch (kind) {
    case "move": {
      const cell = answer.moves.flatMap((row) => row.moves).find((one) => one.moveId === rest);
      if (cell) return noteOfCell(cell);
      const move = answer.ledgerMoves.find((one) => one.id === rest);
      if (move === undefined) return null;
      const {summary, sources, targets, evidence, grade} = move;
      const about = [...new Set([...sources, ...targets])];
      return {
        title: summary,
        about,
        evidence: withRole(evidence, null),
        figure: null,
        gap: null,
        grade,
        because: null,
      };
    }
    case "focus": {
      const [country, partner, sector] = rest.split("/");
      const row = answer.moves.find(
        (one) => one.country === country && one.partner === partner && one.sector === sector,
      );
      return row ? noteOfCell(row.focus) : null;
    }
    case "stake":
      return stakeNote(answer, rest);
    case "action": {
      const option = answer.options.find((one) => one.id === rest);
      return option ? noteOfCell(option.action) : null;
    }
    case "side": {
      const [side, id] = split(rest, 1);
      const option = answer.options.find((one) => one.id === id);
      return option && (side === "gains" || side === "loses") ? noteOfCell(option[side]) : null;
    }
    case "outcome": {
      const [index, id] = split(rest, 1);
      const cell = answer.options.find((one) => one.id === id)?.outcomes[Number(index)];
      return cell ? noteOfCell(cell) : null;
    }
    case "figure":
      return figureNote(answer, rest);
    case "posture":
      return postureNote(answer, names, rest);
    case "claim":
      return claimNote(answer, rest);
    default:
      return null;
  }
}

function stakeNote(answer: Answer, rest: string): Note | null {
  const [country, partner, sector, side, index] = rest.split("/");
  const stake = answer.stakes.find(
    (one) => one.country === country && one.partner === partner && one.sector === sector,
  );
  if (side !== "benefits" && side !== "risks") return null;
  const cell = stake?.[side][Number(index)];
  return cell ? noteOfCell(cell) : null;
}

function figureNote(answer: Answer, rest: string): Note | null {
  const [period = "", id] = split(rest, 1);
  const series = answer.series.find((one) => one.id === id);
  const point = series?.points.find((one) => one.period === period);
  if (series === undefined || point === undefined) return null;
  const about = series.partner === null ? [series.state] : [series.state, series.partner];
  return noteOfFigure(`${series.title}, ${period}`, about, point.figure, series.note);
}

function postureNote(
  answer: Answer,
  names: Readonly<Record<PartyId, string>>,
  rest: string,
): Note | null {
  const [state, a, b, period, what] = rest.split("/");
  const posture = answer.postures.find(
    (one) => one.state === state && one.a === a && one.b === b && one.period === period,
  );
  if (posture === undefined) return null;
  const name = (party: PartyId) => names[party] ?? party;
  const power = what === "b" ? posture.b : posture.a;
  const figure =
    what === "tilt" ? posture.tilt : what === "b" ? posture.engagementB : posture.engagementA;
  const title =
    what === "tilt"
      ? `Tilt of ${name(posture.state)} between ${name(posture.a)} and ${name(posture.b)}, ${posture.period}`
      : `Engagement of ${name(posture.state)} with ${name(power)}, ${posture.period}`;
  return noteOfFigure(title, [posture.state, power], figure, posture.note);
}

function claimNote(answer: Answer, rest: string): Note | null {
  const [index, id] = split(rest, 1);
  const verdict = answer.verdicts.find((one) => one.articleId === id)?.verdicts[Number(index)];
  if (verdict === undefined) return null;
  const {claim, because} = verdict;
  const evidence = [
    ...withRole([claim.evidence], "the claim"),
    ...withRole(verdict.for, "speaks for it"),
    ...withRole(verdict.against, "speaks against it"),
    ...withRole(verdict.past ?? [], "the past said"),
  ];
  return {
    title: claim.text,
    about: claim.about,
    evidence,
    figure: null,
    gap: null,
    grade: null,
    because,
  };
}
