import {createHash} from "node:crypto";
import {InputError} from "../sources/index.ts";
import type {Article, Capture} from "../world/index.ts";
import {findDateline} from "./dateline.ts";
import {dayOrder} from "./day-order.ts";
import {decodeText} from "./decode-text.ts";
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
import {readHtml} from "./read-html.ts";
import {readMarkdown} from "./read-markdown.ts";
import {readPlain} from "./read-plain.ts";
import {nothingKnown, type SourcePrior} from "./source-prior.ts";

/**
 * Reads one capture. The same bytes from the same place give the same article.
 *
 *     bytes ─► decoded text ─► kept text with blocks and tables      by kind: plain, Markdown, HTML
 *                                ├─► title, author, outlet, days     as stated, else as the text shows, else a Gap
 *                                ├─► sources that it cites, who says what, what kind of text it is
 *                                └─► flags ─► grade                  ─► Article
 *
 * @param prior what is known of its source; it decides only where the text alone can't.
 * @throws InputError when there are no words in it, or when it is too deep or too large to be read.
 */
export function readCapture(capture: Capture, prior: SourcePrior = nothingKnown): Article {
  const {origin, recordedOn, specimen} = capture;
  const decoded = decodeText(capture.bytes);
  const {text, blocks, tables, stated} = keep(decoded.text, capture.mediaType);
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
  const flags = findFlags({...known, origin}, cites, [...residue, ...marks], decoded.broken);
  return {
    id: createHash("sha256").update(text).digest("hex").slice(0, 16),
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

function keep(text: string, mediaType: string): Kept {
  if (/\b(?:x?html|xhtml\+xml)$/.test(mediaType)) return readHtml(text);
  return mediaType === "text/markdown" ? readMarkdown(text) : readPlain(text);
}
