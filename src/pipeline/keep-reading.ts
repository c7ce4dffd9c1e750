import type {Ledger} from "../store/index.ts";
import type {Article, Capture, CodedEvent, Grade, Reference} from "../world/index.ts";
import {recordKnownMoves} from "./record-known-moves.ts";

/**
 * Keeps an article with its bytes and coded events, and the versions of moves that its reports make.
 * @returns its grade beside the other articles of the ledger.
 */
export async function keepReading(
  ledger: Ledger,
  reference: Reference,
  read: {
    readonly capture: Capture;
    readonly article: Article;
    readonly events: readonly CodedEvent[];
  },
): Promise<Grade> {
  await ledger.addArticles([read]);
  const {id, grade} = read.article;
  const on = read.capture.recordedOn;
  const [graded] = await recordKnownMoves(ledger, reference, on, {asked: [id]});
  return graded?.grade ?? grade;
}
