import type {Amount, EventPart, EventPeriod} from "../../api/index.ts";

/** What each part of an event is called. */
export const partWords: Readonly<Record<EventPart["part"], string>> = {
  event: "Act",
  source: "Source",
  target: "Target",
  when: "When",
  where: "Where",
  amount: "Amount",
};

/** "2025-03-01 to 2025-03-31, counted from the day of publication". */
export function periodWords({from, to, origin}: EventPeriod): string {
  const days = from === to ? String(from) : `${from ?? "…"} to ${to ?? "…"}`;
  return origin === "stated" ? days : `${days}, counted from the day of publication`;
}

/** "money: 2,100,000,000 USD", "ships: 6 frigates". */
export function amountWords({kind, value, unit, per}: Amount): string {
  const counted = kind === "money" ? (unit ?? "of a currency that is not told") : (unit ?? kind);
  return `${kind}: ${value.toLocaleString("en-GB")} ${counted}${per === null ? "" : ` a ${per}`}`;
}
