import {makeZip, type ZipEntry} from "../importers/make-zip.ts";

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const office = "http://schemas.openxmlformats.org";
const documentPart =
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/** A DOCX file (ECMA-376) of paragraphs, then whatever `more` says in WordprocessingML. */
export function makeDocx(
  paragraphs: readonly {readonly words: string; readonly style?: string}[],
  more = "",
  entries: readonly ZipEntry[] = [],
): Buffer {
  const body = paragraphs.map(({words, style}) => paragraphXml(words, style)).join("");
  return makeZip([
    {
      name: "[Content_Types].xml",
      bytes: Buffer.from(
        `${declaration}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${documentPart}"/></Types>`,
      ),
    },
    {
      name: "_rels/.rels",
      bytes: Buffer.from(
        `${declaration}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
    },
    {
      name: "word/document.xml",
      bytes: Buffer.from(
        `${declaration}<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${body}${more}</w:body></w:document>`,
      ),
    },
    ...entries,
  ]);
}

function paragraphXml(words: string, style?: string): string {
  const styled = style === undefined ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${styled}<w:r><w:t>${words}</w:t></w:r></w:p>`;
}

export function tableXml(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) =>
    row.map((words) => `<w:tc>${paragraphXml(words)}</w:tc>`).join("");
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join("")}</w:tbl>`;
}
