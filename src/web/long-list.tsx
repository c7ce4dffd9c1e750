import {type ReactNode, useState} from "react";
import {counted} from "./shape/number-words.ts";

/** How many more a press of the button brings. */
const step = 20;

export interface LongListProps<Item> {
  readonly items: readonly Item[];
  /** How many stand there before the reader asks. */
  readonly first: number;
  readonly word: string;
  /** Many of them, where that is not "word" with an s. */
  readonly words?: string;
  readonly keyOf: (item: Item) => string;
  readonly children: (item: Item) => ReactNode;
  readonly className?: string;
}

/** A list that shows its first items and brings more on request, so that thousands never stand on the page at once. */
export function LongList<Item>({
  items,
  first,
  word,
  words = `${word}s`,
  keyOf,
  children,
  className,
}: LongListProps<Item>) {
  const [asked, setAsked] = useState(0);
  const shown = items.slice(0, first + asked);
  const left = items.length - shown.length;
  return (
    <>
      <ul className={className ?? "plain"}>
        {shown.map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {left > 0 && (
        <button type="button" className="more" onClick={() => setAsked(asked + step)}>
          {left > step
            ? `show ${step} more of ${counted(left, word, words)}`
            : `show ${counted(left, `more ${word}`, `more ${words}`)}`}
        </button>
      )}
    </>
  );
}
