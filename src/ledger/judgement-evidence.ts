import type {Judgement, JudgementEvidence, PartyId} from "../world/index.ts";

/** What a judgement says, in a few words. */
export function tellJudgement(judgement: Judgement): string {
  switch (judgement.kind) {
    case "accept":
      return "accepted";
    case "reject":
      return "rejected";
    case "recode": {
      const {field, value} = judgement.change;
      return `${field} recoded as ${typeof value === "object" ? value.join(", ") : value}`;
    }
    case "same-move":
      return `said to be one move: ${judgement.about.join(", ")}`;
    case "not-same":
      return `said not to be one move: ${judgement.about.join(", ")}`;
    case "source-grade": {
      const claims = judgement.claims === "any" ? "any claim" : `claims of ${judgement.claims}`;
      return `${judgement.source} graded ${judgement.reliability} for ${claims}`;
    }
  }
}

/** A judgement as evidence of a move, or a step of a pledge, of these parties. */
export function judgementEvidence(
  judgement: Judgement,
  parties: readonly PartyId[],
): JudgementEvidence {
  const {id, author, recordedOn, reason} = judgement;
  return {
    kind: "judgement",
    judgementId: id,
    author,
    recordedOn,
    quote: `${author} on ${recordedOn}: ${tellJudgement(judgement)} (${reason})`,
    reaches: parties.map((party) => ({party, how: "dataset", by: "party of what was judged"})),
  };
}
