import {OpeningMark} from "./opening-mark.tsx";
import {addressOf} from "./shape/cell-address.ts";

/** An article's title, which opens the article in the margin. */
export function ArticleMark({id, title}: {readonly id: string; readonly title: string}) {
  return (
    <span className="mark-words">
      <OpeningMark address={addressOf.article(id)} what="Article">
        {title}
      </OpeningMark>
    </span>
  );
}
