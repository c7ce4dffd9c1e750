import type {Evidence, Gap, Measured} from "../world/index.ts";
import {isGap} from "../world/index.ts";
import {aboutOf} from "./about.ts";
import {type CitedSource, licenceOf, sourceFinder} from "./cited-sources.ts";
import type {Matter} from "./matter.ts";
import {addressOf} from "./safe-origin.ts";

/** Things of which the JSON Lines have one a line. */
export const lineNames = ["moves", "events", "stakes", "options", "series", "verdicts"] as const;
export type LineName = (typeof lineNames)[number];

interface Line {
  readonly record: string;
  readonly of: object;
  readonly evidence: readonly Evidence[];
}

/**
 * One thing of the ledger a line, whole, with its evidence, the sources that this evidence cites, and the version and
 * day: a line that is cut out and pasted elsewhere still says where it comes from.
 */
export function jsonLines(matter: Matter, name: LineName): string {
  const {asOf, demarche} = aboutOf(matter);
  const sources = sourceFinder(matter);
  return linesOf(matter, name)
    .map(({record, of, evidence}) => {
      const line = {record, ...of, cites: sources(evidence).map(sourceNote), asOf, demarche};
      return `${JSON.stringify(line)}\n`;
    })
    .join("");
}

function linesOf({answer, events}: Matter, name: LineName): readonly Line[] {
  switch (name) {
    case "moves":
      return answer.ledgerMoves.map((move) => ({
        record: "move",
        of: move,
        evidence: move.evidence,
      }));
    case "events":
      return events.map((event) => ({
        record: "event",
        of: event,
        evidence: [event.evidence],
      }));
    case "stakes":
      return answer.stakes.map((stake) => ({
        record: "stake",
        of: stake,
        evidence: [...stake.benefits, ...stake.risks].flatMap(cellEvidence),
      }));
    case "options":
      return answer.options.map((option) => ({
        record: "option",
        of: option,
        evidence: [option.action, ...option.outcomes].flatMap(cellEvidence),
      }));
    case "series":
      return answer.series.map((series) => ({
        record: "series",
        of: series,
        evidence: series.points.flatMap(({figure}) => figureEvidence(figure)),
      }));
    case "verdicts":
      return answer.verdicts.flatMap(({verdicts, ...text}) =>
        verdicts.map((verdict) => ({
          record: "verdict",
          of: {...text, ...verdict},
          evidence: [
            verdict.claim.evidence,
            ...verdict.for,
            ...verdict.against,
            ...(verdict.past ?? []),
          ],
        })),
      );
  }
}

function cellEvidence(cell: {evidence: readonly Evidence[]; figure: Measured | null}) {
  return [...cell.evidence, ...(cell.figure?.evidence ?? [])];
}

function figureEvidence(figure: Measured | Gap): readonly Evidence[] {
  return isGap(figure) ? [] : figure.evidence;
}

/** What a line says of a source that it cites. `licence` is null where we do not know it. */
function sourceNote(source: CitedSource) {
  const licence = licenceOf(source);
  switch (source.kind) {
    case "article": {
      const {title, outlet, published, origin, recordedOn} = source.article;
      return {
        id: source.id,
        title: isGap(title) ? null : title,
        outlet: isGap(outlet) ? null : outlet,
        published: isGap(published) ? null : published,
        url: addressOf(origin),
        recordedOn,
        licence,
      };
    }
    case "dataset":
      return {
        id: source.id,
        title: source.dataset.title,
        citation: source.dataset.citation,
        licence,
      };
    case "document":
      return {id: source.id, title: source.words, licence};
  }
}
