import type {Article, Attribution, Gap, Stretch} from "../world/index.ts";
import {gap, touches} from "../world/index.ts";

/** Whose word an event is: the narrowest stretch of another's words in which it stands. */
export function saidBy({attributions}: Article, event: Stretch): Attribution | Gap {
  return (
    attributions
      .filter((one) => touches(one, event))
      .sort((a, b) => a.end - a.start - (b.end - b.start))[0] ??
    gap("who says so", "the article says it in its own voice", "a report that names its source")
  );
}
