import {
  type ArticleToKeep,
  type CollectJournal,
  type Ledger,
  plainReading,
} from "../../store/index.ts";
import {articleDay, type Capture, type Day, type Reference} from "../../world/index.ts";
import {readArticle} from "../read-article.ts";
import type {ReadCapture} from "../reading-pool/open-reading-pool.ts";
import type {KeepCapture} from "./collecting.ts";

/** Articles that are kept in one transaction, at most: so many share the cost of one seal. */
const mostAtOnce = 64;

interface Waiting {
  readonly read: ArticleToKeep;
  readonly kept: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Keeps captures in the order in which they come, each with its article, its coded events and the licence of its source;
 * those that come while others are being kept go in together. The versions of moves are worked out once for many; until
 * then the journal says that they are behind.
 *
 * @param readCapture reads a text, here or in a thread.
 * @returns a function that gives, once it is kept, the day of the article: when it was published, else when we read it.
 */
export function keepCollected(
  ledger: Ledger,
  reference: Reference,
  journal: CollectJournal,
  readCapture: ReadCapture = (capture) => readArticle(capture, reference),
): KeepCapture {
  const waiting: Waiting[] = [];
  let before: Promise<unknown> = Promise.resolve();
  let isKeeping = false;

  async function keepWaiting(): Promise<void> {
    if (isKeeping) return;
    isKeeping = true;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, mostAtOnce);
      try {
        if (!journal.movesAreBehind) journal.note({kind: "moves", areBehind: true});
        await ledger.addArticles(batch.map(({read}) => read));
        for (const {kept} of batch) kept();
      } catch (error) {
        for (const {failed} of batch) failed(error);
      }
    }
    isKeeping = false;
  }

  return async (capture: Capture, licence: string): Promise<Day> => {
    const reading = readCapture(capture);
    // Read beside one another, kept in turn.
    const turn = Promise.all([reading, before]).then(([{article, events}]) => ({
      capture,
      article,
      events,
      reading: {...plainReading, licence},
    }));
    before = turn.catch(() => undefined);
    const read = await turn;
    await new Promise<void>((kept, failed) => {
      waiting.push({read, kept, failed});
      void keepWaiting();
    });
    return articleDay(read.article);
  };
}
