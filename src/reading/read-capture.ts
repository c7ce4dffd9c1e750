import {feedItemType, InputError, isDocumentType, type OpenedDocument} from "../sources/index.ts";
import {type Article, articleId, type Capture, type Flag, hostOf} from "../world/index.ts";
import {findDateline} from "./dateline.ts";
import {dayOrder} from "./day-order.ts";
import {type Decoded, decodeText, normalised} from "./decode-text.ts";
import {detectLanguage} from "./detect-language.ts";
import {findAttributions} from "./find-attributions.ts";
import {findAuthor} from "./find-author.ts";
import {findCites} from "./find-cites.ts";
import {findCredit} from "./find-credit.ts";
import {findDates} from "./find-dates.ts";
import {findFlags} from "./find-flags.ts";
import {findGenre} from "./find-genre.ts";
import {findMarks} from "./find-marks.ts";
import {findOutlet} from "./find-outlet.ts";
import {findTitle} from "./find-title.ts";
import {gradeArticle} from "./grade-article.ts";
import type {Kept} from "./kept.ts";
import {findMachineResidue} from "./machine-residue.ts";
import {findNamedDays} from "./named-days.ts";
import {readFeedItem} from "./read-feed-item.ts";
import {readHtml, readHtmlDocument} from "./read-html.ts";
import {readMarkdown} from "./read-markdown.ts";
import {readPlain} from "./read-plain.ts";
import {nothingKnown, type SourcePrior} from "./source-prior.ts";
import {statedAuthor, statedWords} from "./stated-words.ts";

/**
 * Reads one capture. The same bytes from the same place give the same article.
 *
 *     bytes ─► decoded text ─► kept text with blocks and tables      by kind: plain, Markdown, HTML, an opened document
 *                                ├─► title, author, outlet, days     as stated, else as the text shows, else a Gap
 *                                ├─► sources that it cites, who says what, what kind of text it is
 *                                └─► flags ─► grade                  ─► Article
 *
 * @param opened what `openDocument` found in a capture that is a PDF, a DOCX file or an e-mail.
 * @param prior what is known of its source: as it was collected, where nothing else is said. It decides only where the text can't.
 * @throws InputError when there are no words in it, or when it is too deep or too large to be read.
 */
export function readCapture(
  capture: Capture,
  opened: OpenedDocument | null = null,
  prior: SourcePrior = capture.collected ?? nothingKnown,
): Article {
  const {origin, recordedOn, specimen} = capture;
  if (opened === null && isDocumentType(capture.mediaType))
    throw new Error(`${origin} is ${capture.mediaType}: open it before it is read`);
  const decoded =
    opened === null ? decodeText(capture.bytes, capture.mediaType) : wholeText(opened);
  const {text, blocks, tables, stated, why} =
    opened === null ? keep(decoded.text, capture.mediaType) : keepDocument(decoded.text, opened);
  if (text.trim() === "")
    throw new InputError(
      `${origin === "-" ? "stdin" : origin} has no words in it`,
      "if a script draws the page, save its text from the browser and give that file",
      {status: 422},
    );
  const order = dayOrder(prior.country);
  const dateline = findDateline(text, blocks);
  const dates = findDates({stated, prior, order, dateline, text, blocks, origin, recordedOn});
  const language = detectLanguage(text, stated.language, prior.language);
  const outlet = findOutlet(stated.outlet, dateline, origin);
  const credit = findCredit(dateline, text, blocks);
  // What an outlet told itself is no other's report.
  const cites = findCites(text).filter(({name}) => name !== outlet);
  const residue = findMachineResidue(text, blocks);
  // What a machine left behind is nobody's statement.
  const attributions = findAttributions(text, blocks, language).filter(
    (one) => !residue.some(({start, end}) => start < one.end && one.start < end),
  );
  const title = findTitle(stated.title, text, blocks, residue);
  const genre = findGenre({
    sorts: stated.sorts,
    title,
    text,
    blocks,
    origin,
    dateline,
    credit,
    told: attributions.length,
  });
  const known = {
    title,
    text,
    language,
    ...dates,
    outlet,
    author: findAuthor(stated.author, text, blocks),
    credit,
    genre,
    attributions,
    days: findNamedDays(text, dates.published, language, order),
    blocks,
    tables,
  };
  const marks = findMarks(known, cites);
  const flags = [
    ...decoded.flags,
    ...(why === undefined ? [] : [feedItemFlag(why)]),
    ...findFlags({...known, origin}, cites, [...residue, ...marks], decoded.broken),
  ];
  return {
    id: articleId(text, hostOf(origin)),
    captureSha256: capture.sha256,
    origin,
    recordedOn,
    ...known,
    cites: cites.map(({kind, ...cite}) => cite),
    flags,
    grade: gradeArticle(flags, origin),
    specimen,
  };
}

function keep(text: string, mediaType: string): KeptOfFeed {
  if (mediaType === feedItemType) return readFeedItem(text);
  const kind = mediaType.replace(/;.*/, "");
  if (/\b(?:x?html|xhtml\+xml)$/.test(kind)) return readHtml(text);
  return kind === "text/markdown" ? readMarkdown(text) : readPlain(text);
}

/** What is kept; `why` a feed's item stands for its page, where it does. */
type KeptOfFeed = Kept & {readonly why?: string};

function wholeText({text}: OpenedDocument): Decoded {
  return {text: normalised(text), broken: 0, flags: []};
}

/** A document has no menus and no advertisements: all of it is its text. What it states of itself is believed first. */
function keepDocument(text: string, opened: OpenedDocument): KeptOfFeed {
  const kept = opened.mediaType === "text/html" ? readHtmlDocument(text) : readPlain(text);
  const {stated} = kept;
  return {
    ...kept,
    stated: {
      ...stated,
      title: statedWords(opened.title) ?? stated.title,
      author: statedAuthor(opened.author) ?? stated.author,
      published: [
        ...(opened.published === null
          ? []
          : [{words: opened.published, origin: "metadata"} as const]),
        ...stated.published,
      ],
    },
  };
}

function feedItemFlag(why: string): Flag {
  const note = `only what its feed says of it was read, not its page: ${why}`;
  return {kind: "feed-item", start: 0, end: 0, note};
}
