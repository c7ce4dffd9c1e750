import {createHash} from "node:crypto";
import type {PledgeAlert} from "../pledges/index.ts";
import type {Day, Evidence, Watch} from "../world/index.ts";
import {isGap, sentence} from "../world/index.ts";
import {escapeHtml} from "./escape-html.ts";
import {evidenceSource} from "./evidence-source.ts";

const titles: Readonly<Record<PledgeAlert["kind"], string>> = {
  opened: "New",
  advanced: "Advanced",
  ended: "Ended",
  overdue: "Overdue",
  "set-back": "Set back",
  gone: "Gone",
};

/**
 * Alerts of pledges as an Atom feed (RFC 4287). An entry's id is its alert's, so that a reader tells it once however often
 * the feed is asked; a day without an hour stands as its midnight in UTC.
 * @param origin of the server, for links to the page
 */
export function pledgeFeed(
  {until, alerts}: {readonly until: Day; readonly alerts: readonly PledgeAlert[]},
  {watch, origin}: {readonly watch: Pick<Watch, "name">; readonly origin: string},
): string {
  const entries = alerts.map((alert) => entryOf(alert, origin));
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${urn(hashed(`pledges of ${watch.name}`))}</id>
  <title>${xml(`Pledges: ${watch.name}`)}</title>
  <updated>${midnight(alerts[0]?.on ?? until)}</updated>
  <author><name>Demarche</name></author>
  <link rel="self" type="application/atom+xml" href="${xml(`${origin}/api/pledges/alerts.atom`)}"/>
  <link rel="alternate" type="text/html" href="${xml(`${origin}/#pledges`)}"/>
${entries.join("\n")}
</feed>
`;
}

function entryOf({id, on, kind, text, pledge, steps}: PledgeAlert, origin: string): string {
  const told = (steps.length > 0 ? steps : pledge.steps.slice(-1)).map(
    ({when, text: what, evidence}) =>
      `${isGap(when) ? "undated" : when}: ${what} (${sourcesOf(evidence)})`,
  );
  const page = `${origin}/?evidence=pledge/${encodeURIComponent(pledge.id)}`;
  return `  <entry>
    <id>${urn(id)}</id>
    <title>${xml(`${titles[kind]}: ${pledge.text}`)}</title>
    <updated>${midnight(on)}</updated>
    <category term="${kind}"/>
    <link rel="alternate" type="text/html" href="${xml(page)}"/>
    <content type="text">${xml([sentence(text), ...told].join("\n"))}</content>
  </entry>`;
}

const sourcesOf = (evidence: readonly Evidence[]) =>
  [...new Set(evidence.map(evidenceSource))].join("; ");

const midnight = (day: Day) => `${day}T00:00:00Z`;

const hashed = (text: string) => createHash("sha256").update(text).digest("hex");

/** A UUID of version 8 (RFC 9562) from the first 32 hex digits of a hash. */
function urn(hex: string): string {
  const [a, b, c, d, e] = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(13, 16),
    hex.slice(17, 20),
    hex.slice(20, 32),
  ];
  return `urn:uuid:${a}-${b}-8${c}-a${d}-${e}`;
}

/** As HTML is made safe, and without the two characters that XML alone forbids; lines stay lines. */
const xml = (text: string) =>
  text
    .split("\n")
    .map((line) => escapeHtml(line.replaceAll(/[\uFFFE\uFFFF]/g, "")))
    .join("\n");
