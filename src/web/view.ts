import type {PartyId} from "../api/index.ts";
import {type OptionOrder, optionOrders} from "./shape/order-options.ts";
import {kindWords, type PledgeChoice, stages, standings} from "./shape/pledge-board.ts";
import {type Desk, readDesk, writeDesk} from "./shape/scenario-address.ts";
import {type Grouping, groupings, type Health, healthWords} from "./shape/source-rows.ts";

/** Which dealings the map draws. */
export const flowKinds = ["trade", "votes", "arms"] as const;
export type FlowKind = (typeof flowKinds)[number];

/** All that the reader chose. It stands in the address, so that a pasted link reopens the same page. */
export interface View extends PledgeChoice {
  readonly asOf: string | null;
  readonly country: string | null;
  readonly partner: PartyId | null;
  readonly sector: string | null;
  readonly pair: readonly [PartyId, PartyId] | null;
  /** The watched state and the power of which all series are shown on one axis. */
  readonly dyad: readonly [PartyId, PartyId] | null;
  /** The power whose options are shown. */
  readonly towards: PartyId | null;
  /** By what options are sorted. */
  readonly order: OptionOrder;
  readonly flows: FlowKind;
  /** Address of the cell whose evidence is open; see `shape/cell-address.ts`. */
  readonly evidence: string | null;
  /** Scenarios of the reader's own; see `shape/scenario-address.ts`. */
  readonly scenario: Desk | null;
  /** Words, health and grouping by which the reader looks for sources. */
  readonly find: string | null;
  readonly health: Health | null;
  readonly by: Grouping;
}

/** What narrows and turns the whole page; opening evidence, setting up a scenario or looking for sources or pledges leaves it alone. */
export type Choice = Pick<
  View,
  "asOf" | "country" | "partner" | "sector" | "pair" | "dyad" | "towards" | "order" | "flows"
>;

const partyPattern = /^[A-Z][A-Z0-9_]{0,15}$/;
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** Reads a view from a query string. What is not understood is left out, never an error. */
export function readView(search: string): View {
  const query = new URLSearchParams(search);
  const matching = (key: string, pattern: RegExp) => {
    const value = query.get(key);
    return value !== null && pattern.test(value) ? value : null;
  };
  return {
    asOf: matching("asOf", dayPattern),
    country: matching("country", partyPattern),
    partner: matching("partner", partyPattern),
    sector: matching("sector", /^[a-z]{1,20}$/),
    pair: readPair(query.get("pair")),
    dyad: readPair(query.get("dyad")),
    towards: matching("towards", partyPattern),
    order: optionOrders.find((one) => one === query.get("order")) ?? "catalogue",
    flows: flowKinds.find((kind) => kind === query.get("flows")) ?? "trade",
    evidence: query.get("evidence"),
    scenario: readDesk(query.get("scenario")),
    find: matching("find", /^.{1,100}$/su),
    health: readHealth(query.get("health")),
    by: groupings.find((one) => one === query.get("by")) ?? "country",
    standing: standings.find((one) => one === query.get("standing")) ?? null,
    stage: stages.find((one) => one === query.get("stage")) ?? null,
    kind: readKind(query.get("kind")),
    track: matching("track", /^[a-z0-9-]{1,60}$/),
    overdue: query.get("overdue") === "yes",
  };
}

function readHealth(text: string | null): Health | null {
  return text !== null && Object.hasOwn(healthWords, text) ? (text as Health) : null;
}

function readKind(text: string | null): View["kind"] {
  return text !== null && Object.hasOwn(kindWords, text) ? (text as View["kind"]) : null;
}

function readPair(text: string | null): View["pair"] {
  const [a, b, more] = (text ?? "").split("-");
  if (a === undefined || b === undefined || more !== undefined || a === b) return null;
  return partyPattern.test(a) && partyPattern.test(b) ? [a, b] : null;
}

/** The query string of a view, "" for the plain page. `readView` reads it back. */
export function writeView(view: View): string {
  const {scenario} = view;
  const parts: readonly (readonly [string, string | null])[] = [
    ["asOf", view.asOf],
    ["country", view.country],
    ["partner", view.partner],
    ["sector", view.sector],
    ["pair", view.pair?.join("-") ?? null],
    ["dyad", view.dyad?.join("-") ?? null],
    ["towards", view.towards],
    ["order", view.order === "catalogue" ? null : view.order],
    ["flows", view.flows === "trade" ? null : view.flows],
    ["scenario", scenario && writeDesk(scenario)],
    ["find", view.find],
    ["health", view.health],
    ["by", view.by === "country" ? null : view.by],
    ["standing", view.standing],
    ["stage", view.stage],
    ["kind", view.kind],
    ["track", view.track],
    ["overdue", view.overdue ? "yes" : null],
    ["evidence", view.evidence],
  ];
  const written = parts.flatMap(([key, value]) =>
    value === null
      ? []
      : [`${key}=${encodeURIComponent(value).replaceAll("%2F", "/").replaceAll("%3A", ":")}`],
  );
  return written.length === 0 ? "" : `?${written.join("&")}`;
}
