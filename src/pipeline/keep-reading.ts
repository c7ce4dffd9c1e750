import type {Ledger} from "../store/index.ts";
import type {Article, Capture, CodedEvent, Reference} from "../world/index.ts";
import {recordKnownMoves} from "./record-known-moves.ts";

/** Keeps an article with its bytes and coded events, and the versions of moves that its reports make. */
export async function keepReading(
  ledger: Ledger,
  reference: Reference,
  read: {
    readonly capture: Capture;
    readonly article: Article;
    readonly events: readonly CodedEvent[];
  },
): Promise<void> {
  await ledger.addArticle(read.capture, read.article, read.events);
  await recordKnownMoves(ledger, reference, read.capture.recordedOn);
}
