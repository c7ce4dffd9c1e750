import {type CollectJournal, type Ledger, plainReading} from "../../store/index.ts";
import {type Capture, type Day, isGap, type Reference} from "../../world/index.ts";
import {readArticle} from "../read-article.ts";

/**
 * Keeps captures one after another, each with its article, its coded events and the licence of its source. The versions
 * of moves are worked out once for many; until then the journal says that they are behind.
 *
 * @returns a function that gives the day of the article: when it was published, else when we read it.
 */
export function keepCollected(ledger: Ledger, reference: Reference, journal: CollectJournal) {
  let before: Promise<unknown> = Promise.resolve();
  return (capture: Capture, licence: string): Promise<Day> => {
    const kept = before.then(async () => {
      const {article, events} = await readArticle(capture, reference);
      if (!journal.movesAreBehind) journal.note({kind: "moves", areBehind: true});
      await ledger.addArticle(capture, article, events, {...plainReading, licence});
      return isGap(article.published) ? article.recordedOn : article.published;
    });
    before = kept.catch(() => undefined);
    return kept;
  };
}
