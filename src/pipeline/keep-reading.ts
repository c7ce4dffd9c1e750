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
  const known = await recordKnownMoves(ledger, reference, read.capture.recordedOn);
  return known.find(({id}) => id === read.article.id)?.grade ?? read.article.grade;
}
