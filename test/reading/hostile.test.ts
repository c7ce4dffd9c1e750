import {describe, expect, it} from "vitest";
import {InputError} from "../../src/sources/index.ts";
import {type Kind, readText} from "./capture-text.ts";

const page = (body: string) => `<html><body>${body}`;
/** How often to repeat a piece so that the whole is near the 20 MB that sources let in. */
const upTo = (piece: string, bytes = 19_000_000) => piece.repeat(Math.floor(bytes / piece.length));

/** Each of these once made a reader of pages run out of stack, memory or time. */
const refused: readonly (readonly [string, Kind, string, RegExp])[] = [
  ["tags a thousand deep", "text/html", page("<div>".repeat(1000)), /deep in one another/],
  ["a million <", "text/html", page("<".repeat(1_000_000)), /tags and entities/],
  ["a million entities", "text/html", page("&amp;".repeat(1_000_000)), /tags and entities/],
  ["a table of 20 MB", "text/html", page(upTo("<tr><td>a</td></tr>")), /tags and entities/],
  [
    "cells that span more than a page",
    "text/html",
    page(`<table>${"<tr><td colspan=999 rowspan=9999>a</td><td>b</td></tr>".repeat(9000)}</table>`),
    /a table in it/,
  ],
  [
    "a pipe table of a dataset",
    "text/plain",
    `a|b|c\n---|---|---\n${"1|2|3\n".repeat(60_000)}`,
    /a table in it/,
  ],
  ["a tab table of a dataset", "text/plain", upTo("a\tb\n", 500_000), /a table in it/],
  ["comments that never close", "text/html", page("<!--".repeat(1_000_000)), /no words/],
  ["scripts that never close", "text/html", page("<script>".repeat(1_000_000)), /no words/],
  ["a page that only a script draws", "text/html", page("<div id=app></div>"), /no words/],
  ["20 MB of empty lines", "text/plain", `${upTo("\n")}a`, /lines/],
];

const returned: readonly (readonly [string, Kind, string])[] = [
  ["20 MB of one line", "text/plain", upTo("Nikkei Asia said ")],
  ["20 MB of capitals", "text/plain", upTo("A ")],
  ["20 MB of bars", "text/plain", upTo("|")],
  [
    "open quotation marks and an offer",
    "text/plain",
    `${upTo("“", 3_000_000)} I can help rewrite this text`,
  ],
  ["an offer, over and over", "text/plain", upTo("I can help rewrite this text. ", 3_000_000)],
  ["a tag with a million attributes", "text/html", page(`<p ${"a=b ".repeat(1_000_000)}>x</p>`)],
  ["a million words of saying", "text/plain", upTo("said that ", 1_000_000)],
  ["a million spaces between names", "text/plain", `Lavrov${" ".repeat(1_000_000)}said`],
  ["quotations that never end, and end", "text/plain", upTo("“He said ” and ", 1_000_000)],
  ["a million figures", "text/plain", "1".repeat(1_000_000)],
  [
    "dates, over and over",
    "text/plain",
    upTo("3 March 2025 on Monday yesterday (3/3) ", 1_000_000),
  ],
  ["a million tabs", "text/plain", `a${"\t".repeat(1_000_000)}b`],
  ["rows of commas without a figure", "text/plain", upTo("a,b,c\n", 500_000)],
  ["quotation marks among commas", "text/plain", upTo('"a,"', 1_000_000)],
  ["a million capitals", "text/plain", "A".repeat(1_000_000)],
  ["a million Chinese signs", "text/plain", "说".repeat(1_000_000)],
  ["dispatches, over and over", "text/plain", upTo("据新华社报道，", 1_000_000)],
  ["names of a million parts", "text/plain", upTo("President Putin, ", 1_000_000)],
  ["a million date elements", "text/html", page(upTo("<p class=date>3</p>", 500_000))],
  ["brackets of links", "text/markdown", "[a](".repeat(70_000)],
  ["quotes within quotes", "text/markdown", ">".repeat(200_000)],
  ["lists within lists", "text/markdown", "- ".repeat(100_000)],
];

function refusalOf(read: () => unknown): InputError {
  try {
    read();
  } catch (error) {
    return error as InputError;
  }
  throw new Error("it was read");
}

describe("hostile input", () => {
  it.each(refused)("%s: refused with a line that says what to do", (_name, kind, text, message) => {
    const error = refusalOf(() => readText(text, kind));
    expect(error).toBeInstanceOf(InputError);
    expect(error.message).toMatch(message);
    expect(error.whatToDo).toMatch(/give|save/);
    expect(error.status).toBeGreaterThanOrEqual(400);
  });

  it.each(returned)("%s: read", (_name, kind, text) => {
    expect(readText(text, kind).blocks.length).toBeGreaterThanOrEqual(0);
  });
});
