import fc from "fast-check";

/** What a stranger's text may hold: half characters, quotes, formulas, markup, ends of line, paths, names of ours. */
export const hostileWords = fc.oneof(
  fc.string({unit: "binary", maxLength: 40}),
  fc.string({unit: "grapheme", maxLength: 40}),
  fc.constantFrom(
    '=HYPERLINK("http://x","y")',
    '"],"features":[',
    "</script><script>alert(1)</script>",
    "line one\r\nWARC/1.1\r\nWARC-Type: warcinfo",
    "\uD800 half",
    "..\\..\\windows\\system32",
    "__proto__",
    "constructor",
    "demarche:move/linked",
    "a'b;c,d\te",
    " ",
  ),
);
