import type {Change, JudgementRead, PartyId} from "../../api/index.ts";

/** What a person said, as one reads it: "rejects it", "would have its type CONSULT". */
export function saidWords({judgement}: JudgementRead, here: string): string {
  switch (judgement.kind) {
    case "accept":
      return "accepts it";
    case "reject":
      return "rejects it";
    case "recode": {
      const {field, value} = judgement.change;
      return `would have its ${field} ${Array.isArray(value) ? value.join(", ") : String(value)}`;
    }
    case "same-move":
      return `takes it for the same as ${others(judgement.about, here)}`;
    case "not-same":
      return `takes it for another than ${others(judgement.about, here)}`;
    case "source-grade":
      return `grades ${judgement.source} ${judgement.reliability} (${judgement.claims})`;
  }
}

function others(about: readonly string[], here: string): string {
  return about.filter((id) => id !== here).join(", ");
}

/** What became of a judgement, where it is not simply applied. */
export const effectWords: Readonly<Record<JudgementRead["effect"], string | null>> = {
  applied: null,
  superseded: "said otherwise since",
  outvoted: "others say otherwise, and they are as many or more",
  unknown: "it speaks of nothing known",
};

/** People's judgements about a step of a pledge, about a move, or about one of the reports that it is made of. */
export function judgementsAbout(
  judgements: readonly JudgementRead[],
  ids: ReadonlySet<string>,
): readonly JudgementRead[] {
  return judgements.filter(
    ({judgement}) => judgement.kind !== "source-grade" && judgement.about.some((id) => ids.has(id)),
  );
}

const kindWords: Readonly<Record<Change["kind"], string>> = {
  move: "Move",
  row: "Row",
  series: "Figure",
  posture: "Posture",
  stake: "Stake",
  option: "Option",
  verdict: "Verdict",
  pledge: "Pledge",
  rate: "Rate",
};

/** One change as a sentence of three parts; codes of parties are written out. */
export function changeWords(
  {kind, what, before, after}: Change,
  nameOf: (party: PartyId) => string,
): {readonly what: string; readonly before: string; readonly after: string} {
  const named = what
    .split(" ")
    .map((word) => (/^[A-Z]{2,5}$/.test(word) ? nameOf(word) : word))
    .join(" ");
  return {
    what: `${kindWords[kind]} ${named}`,
    before: before ?? "not there",
    after: after ?? "no longer there",
  };
}
