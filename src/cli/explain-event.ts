import {
  type Amount,
  type Article,
  type CodedEvent,
  type EventPart,
  type EventPeriod,
  isGap,
  type Stretch,
} from "../world/index.ts";

/** Width of the names in front of the lines. */
const margin = 10;

/** One event with all that moved it, as lines: its parts with their places in the text, then the words and rules. */
export function explainEvent(event: CodedEvent, {text}: Article): string[] {
  const {type, quad, mode, subMode, evidence, period, where, saidBy, amounts, coder} = event;
  const quoted = ({start, end}: Stretch) => `“${oneLine(text.slice(start, end))}” ${start}–${end}`;
  const of = (part: EventPart["part"]) => event.parts.filter((one) => one.part === part);
  const line = (name: string, words: string) => `  ${name.padEnd(margin)}${words}`;
  const side = (name: "source" | "target") => {
    const parties = event[`${name}s`];
    const reached = evidence.reaches
      .filter(({party, how}) => how !== "named" && parties.includes(party))
      .map(({party, by}) => `${party} by ${by}`);
    const said = [...of(name).map(quoted), ...reached].join("; ");
    return line(name, `${parties.join(", ") || "nobody named"}${said === "" ? "" : `: ${said}`}`);
  };
  return [
    `${type} ${mode}${isGap(subMode) ? "" : `, ${subMode}`} (${quad})`,
    line("passage", quoted(evidence)),
    line("event", of("event").map(quoted).join("; ") || "no words are kept"),
    side("source"),
    side("target"),
    line("sectors", event.sectors.join(", ")),
    line(
      "when",
      isGap(period) ? `not known: ${period.why}` : `${periodWords(period)}: ${quoted(period)}`,
    ),
    line(
      "where",
      isGap(where)
        ? `not known: ${where.why}`
        : `${where.name}${where.party === null ? "" : ` (${where.party})`}: ${quoted(where)}`,
    ),
    ...amounts.map((amount) => line("amount", `${amountWords(amount)}: ${quoted(amount)}`)),
    line(
      "said by",
      isGap(saidBy)
        ? `the article itself: ${saidBy.why}`
        : `${saidBy.speaker ?? "nobody named"}, ${saidBy.voice}: ${quoted(saidBy)}`,
    ),
    line("sure", sureWords(event)),
    ...event.because.map((why, i) => line(i === 0 ? "why" : "", why)),
    line("coder", `${coder.id}@${coder.version}`),
  ];
}

function periodWords({from, to, origin}: EventPeriod): string {
  const days = from === to ? String(from) : `${from ?? "…"} to ${to ?? "…"}`;
  return origin === "stated" ? days : `${days}, counted from the day of publication`;
}

function amountWords({kind, value, unit, per}: Amount): string {
  const counted = kind === "money" ? (unit ?? "of a currency that is not told") : (unit ?? kind);
  return `${kind} ${value} ${counted}${per === null ? "" : ` a ${per}`}`;
}

function sureWords({confidence, sure}: CodedEvent): string {
  const whole = confidence === null ? "not stated" : confidence.toFixed(2);
  const fields = Object.entries(sure).map(([field, value]) => `${field} ${value.toFixed(2)}`);
  return [whole, ...fields].join("; ");
}

/** Text from outside on one line, without what could steer a terminal. */
function oneLine(words: string): string {
  return words.replaceAll(/[\s\p{Cc}]+/gu, " ");
}
