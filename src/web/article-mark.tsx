import {addressOf} from "./shape/cell-address.ts";
import {changeView, useOpened} from "./use-view.ts";

/** An article's title, which opens the article in the margin. */
export function ArticleMark({id, title}: {readonly id: string; readonly title: string}) {
  const address = addressOf.article(id);
  const open = useOpened(address);
  return (
    <span className="mark-words">
      <button
        type="button"
        className="mark"
        data-mark={address}
        aria-expanded={open}
        aria-controls={open ? "evidence" : undefined}
        onClick={() => changeView({evidence: open ? null : address})}
      >
        <span className="unseen">Article: </span>
        {title}
      </button>
    </span>
  );
}
