import {z} from "zod";
import {InputError} from "../sources/index.ts";
import type {Kept} from "./kept.ts";
import {readHtml} from "./read-html.ts";
import {readPlain} from "./read-plain.ts";

const words = z.string().nullable();
const feedItem = z.strictObject({
  title: words,
  summary: words,
  contentHtml: words,
  published: words,
  author: words,
  why: z.string(),
});

/**
 * A text that is known from its feed alone: the text itself where the feed carries it, else title and summary.
 * @throws InputError when it is none, or has no words.
 */
export function readFeedItem(json: string): Kept & {readonly why: string} {
  const {title, summary, contentHtml, published, author, why} = parse(json);
  const whole = contentHtml === null ? null : readContent(contentHtml);
  const kept = whole ?? readPlain([title, summary].filter((one) => one !== null).join("\n\n"));
  const days = published === null ? [] : [{words: published, origin: "feed"} as const];
  return {...kept, stated: {...kept.stated, title, author, published: days}, why};
}

function readContent(html: string): Kept | null {
  const kept = readHtml(html);
  return kept.text.trim() === "" ? null : kept;
}

function parse(json: string): z.infer<typeof feedItem> {
  try {
    return feedItem.parse(JSON.parse(json));
  } catch (cause) {
    throw new InputError("this is no item of a feed", "collect it again", {cause, status: 422});
  }
}
