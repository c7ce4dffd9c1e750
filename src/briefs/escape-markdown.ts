/**
 * Makes any text a plain run of words inside a Markdown line or table cell: no emphasis, link, image, HTML, code,
 * footnote or new cell can come out of it. Line breaks and control characters become spaces.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim()
    .replaceAll(/[\\`*_[\]<>|~#&]/g, (mark) => (mark === "&" ? "&amp;" : `\\${mark}`))
    .replace(/^([-+=]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}
