import type {Stretch} from "../../world/index.ts";
import type {ScoredType} from "./scorer.ts";

/** What a model outside this program is asked: a sentence, and where in it something is taken to happen. */
export interface ScorerQuestion {
  readonly text: string;
  readonly source: Stretch | null;
  readonly target: Stretch | null;
  /** The words that carry the event. */
  readonly event: Stretch | null;
}

/** What it answers, 0..1 for each type that it speaks of, together at most 1; and the words that it goes by, if it names them. */
export interface ModelAnswer {
  readonly probabilities: Readonly<Partial<Record<ScoredType, number>>>;
  readonly quote: string | null;
}

/** A model outside this program: `null` where its answer has not the form that was asked for. */
export interface OutsideScorer {
  /** Names kind and model, for the coder's name: "chat-llama-3.1-8b". */
  readonly id: string;
  readonly answer: (question: ScorerQuestion) => Promise<ModelAnswer | null>;
}
