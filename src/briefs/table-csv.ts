import type {Answer, Cell, Evidence, Measured} from "../world/index.ts";
import {gradeLabel, isGap} from "../world/index.ts";
import {evidencePlace} from "./tell-evidence.ts";
import {type CsvValue, toCsv} from "./to-csv.ts";

export const tableNames = ["moves", "stakes", "options", "series", "verdicts"] as const;
export type CsvTable = (typeof tableNames)[number];

const figureHeads = [
  "value",
  "unit",
  "low",
  "high",
  "level",
  "method",
  "coverage",
  "vintage",
] as const;

/** A table of the answer as CSV, one line a cell, each with its evidence. Codes, not names, so that tables join. */
export function tableCsv(answer: Answer, table: CsvTable): string {
  const evidence = (list: readonly Evidence[]) =>
    list.map((one) => evidencePlace(one, answer)).join("; ");
  const cell = ({text, figure, gap, grade, evidence: list}: Cell): CsvValue[] => [
    text,
    ...figureValues(figure),
    gap === null ? null : `${gap.what}: ${gap.why}`,
    grade === null ? null : gradeLabel(grade),
    evidence(list),
  ];
  const cellHeads = ["text", ...figureHeads, "gap", "grade", "evidence"];
  switch (table) {
    case "moves":
      return toCsv(
        [
          "country",
          "partner",
          "sector",
          "date",
          "mode",
          "move",
          "text",
          "specimen",
          "grade",
          "evidence",
        ],
        answer.moves.flatMap(({country, partner, sector, focus, moves}) =>
          moves.length === 0
            ? [
                [
                  country,
                  partner,
                  sector,
                  null,
                  null,
                  null,
                  focus.text,
                  false,
                  null,
                  evidence(focus.evidence),
                ],
              ]
            : moves.map(({when, mode, moveId, text, specimen, grade, evidence: list}) => [
                country,
                partner,
                sector,
                isGap(when) ? null : when,
                mode,
                moveId,
                text,
                specimen,
                grade === null ? null : gradeLabel(grade),
                evidence(list),
              ]),
        ),
      );
    case "stakes":
      return toCsv(
        ["country", "partner", "sector", "side", ...cellHeads],
        answer.stakes.flatMap(({country, partner, sector, benefits, risks}) => [
          ...benefits.map((one) => [country, partner, sector, "benefit", ...cell(one)]),
          ...risks.map((one) => [country, partner, sector, "risk", ...cell(one)]),
        ]),
      );
    case "options":
      return toCsv(
        ["id", "focus", "column", "basis", "whose choice", "assumptions", ...cellHeads],
        answer.options.flatMap(({id, focus, basis, whoseChoice, assumptions, action, outcomes}) => {
          const start = (column: string) => [
            id,
            focus,
            column,
            basis,
            whoseChoice.join(" "),
            assumptions.join("; "),
          ];
          return [
            [...start("action"), ...cell(action)],
            ...outcomes.map((one) => [...start("outcome"), ...cell(one)]),
          ];
        }),
      );
    case "series":
      return toCsv(
        ["id", "title", "state", "partner", "sector", "period", ...figureHeads, "gap", "evidence"],
        answer.series.flatMap(({id, title, state, partner, sector, points}) =>
          points.map(({period, figure}) => [
            id,
            title,
            state,
            partner,
            sector,
            period,
            ...figureValues(isGap(figure) ? null : figure),
            isGap(figure) ? `${figure.what}: ${figure.why}` : null,
            isGap(figure) ? "" : evidence(figure.evidence),
          ]),
        ),
      );
    case "verdicts":
      return toCsv(
        [
          "article",
          "title",
          "specimen",
          "claim",
          "about",
          "sector",
          "kind",
          "verdict",
          "because",
          "for",
          "against",
          "past",
          "would settle",
          "evidence",
        ],
        answer.verdicts.flatMap(({articleId, title, specimen, verdicts}) =>
          verdicts.map(
            ({claim, kind, verdict, because, for: supporting, against, past, wouldSettle}) => [
              articleId,
              title,
              specimen,
              claim.text,
              claim.about.join(" "),
              claim.sector,
              kind,
              verdict,
              because,
              evidence(supporting),
              evidence(against),
              evidence(past ?? []),
              wouldSettle,
              evidence([claim.evidence]),
            ],
          ),
        ),
      );
  }
}

function figureValues(figure: Measured | null): CsvValue[] {
  if (figure === null) return figureHeads.map(() => null);
  const {value, unit, interval, method, coverage, vintage} = figure;
  const [low, high, level] =
    interval === null ? [null, null, null] : [interval.low, interval.high, interval.level];
  return [value, unit, low, high, level, `${method.id} v${method.version}`, coverage, vintage];
}
