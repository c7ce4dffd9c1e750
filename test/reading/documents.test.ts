import {describe, expect, it} from "vitest";
import {readCapture} from "../../src/reading/index.ts";
import {captureOf, openDocument} from "../../src/sources/index.ts";
import {type Article, day, isGap} from "../../src/world/index.ts";
import {encodeAs} from "../sources/formats/encode-as.ts";
import {makeDocx, tableXml} from "../sources/formats/make-docx.ts";
import {makePdf} from "../sources/formats/make-pdf.ts";

const today = day("2026-01-15");

async function read(bytes: Uint8Array, name: string, declared: string | null = null) {
  const capture = captureOf(bytes, name, today, false, declared);
  return readCapture(capture, await openDocument(capture));
}

/** Each block and each cell is what stands at its offsets. */
function expectExact({text, blocks, tables}: Article): void {
  for (const {start, end} of blocks) expect(text.slice(start, end).trim()).not.toBe("");
  for (const {columns, rows} of tables)
    for (const cell of [...columns, ...rows.flat()])
      if (!isGap(cell)) expect(text.slice(cell.start, cell.end)).toBe(cell.text);
}

const words = ({text, blocks}: Article) =>
  blocks.map(({kind, start, end}) => `${kind}: ${text.slice(start, end)}`);

describe("a document is read", () => {
  it("from a PDF, its paragraphs whole", async () => {
    const lines = [
      "Ministers meet in Jakarta",
      "",
      "The ministers of Indonesia and Russia met in Jakarta on",
      "Tuesday and agreed to widen their trade in grain.",
    ];
    const page = lines.map((text, i) => ({x: 60, y: 700 - 14 * i, text})).filter(({text}) => text);
    const article = await read(makePdf([page]), "talks.pdf");
    expect(words(article)).toEqual([
      "heading: Ministers meet in Jakarta",
      "paragraph: The ministers of Indonesia and Russia met in Jakarta on Tuesday and agreed to widen their trade in grain.",
    ]);
    expect(article.title).toBe("Ministers meet in Jakarta");
    expectExact(article);
  });

  it("from a DOCX file, its tables as tables", async () => {
    const bytes = makeDocx(
      [{style: "Heading1", words: "Votes of the session"}, {words: "Two states abstained."}],
      tableXml([
        ["State", "Vote"],
        ["Indonesia", "abstained"],
        ["Malaysia", "in favour"],
      ]),
    );
    const article = await read(bytes, "votes.docx");
    expect(article.title).toBe("Votes of the session");
    expect(article.tables[0]?.columns.map(({text}) => text)).toEqual(["State", "Vote"]);
    expect(article.tables[0]?.rows[1]?.map((cell) => (isGap(cell) ? "" : cell.text))).toEqual([
      "Malaysia",
      "in favour",
    ]);
    expectExact(article);
  });

  it("from an e-mail, dated and signed by its head", async () => {
    const mail = [
      "From: Kantor Berita <desk@news.example>",
      "Date: Tue, 13 Jan 2026 09:30:00 +0700",
      "Subject: Talks in Jakarta",
      "MIME-Version: 1.0",
      "Content-Type: text/html; charset=utf-8",
      "",
      "<table><tr><td><p>The ministers met.</p></td></tr></table><script>alert(1)</script>",
    ];
    const article = await read(Buffer.from(mail.join("\r\n")), "-");
    expect(article).toMatchObject({
      title: "Talks in Jakarta",
      author: "Kantor Berita",
      published: "2026-01-13",
    });
    expect(article.text).toBe("The ministers met.");
  });

  it("only when it was opened", () => {
    const capture = captureOf(makePdf([[]]), "a.pdf", today, false);
    expect(() => readCapture(capture)).toThrow("open it before it is read");
  });
});

describe("a page's charset", () => {
  const russian = "Министр прибыл в Джакарту для переговоров о торговле зерном.";
  const html = (head: string) => `<html><head>${head}</head><body><p>${russian}</p></body></html>`;

  it.each<[string, string, string | null]>([
    ["windows-1251", '<meta charset="windows-1251">', null],
    ["koi8-r", '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', null],
    ["windows-1251", "", "text/html; charset=windows-1251"],
    ["windows-1251", '<meta charset="koi8-r">', "text/html; charset=cp1251"],
  ])("is %s by %s or %s", async (charset, head, declared) => {
    const article = await read(encodeAs(charset, html(head)), "https://news.example/", declared);
    expect(article.text).toBe(russian);
    expect(article.flags.filter(({kind}) => kind === "bad-encoding")).toEqual([]);
  });

  it("is guessed where none is stated, or one that is none, and the article says so", async () => {
    for (const head of ["", '<meta charset="utf-8">', '<meta charset="utf-7">']) {
      const article = await read(encodeAs("windows-1251", html(head)), "page.html");
      expect(article.text).toBe(russian);
      expect(article.flags).toContainEqual({
        kind: "bad-encoding",
        start: 0,
        end: 0,
        note: "no charset is stated that fits; read as windows-1251, as its bytes suggest",
      });
    }
  });

  it.each([
    ["gb18030", "外交部发言人表示，双方同意加强能源合作。"],
    ["big5", "外交部發言人表示，雙方同意加強能源合作與貿易往來。"],
    ["shift_jis", "外務省は、インドネシアとの協力を強化すると発表した。"],
    ["windows-1256", "قال وزير الخارجية إن البلدين اتفقا على تعزيز التعاون."],
    ["windows-1252", "Le ministère a été consulté, une première créée à Genève."],
  ])("is guessed to be %s of plain text", async (charset, text) => {
    expect((await read(encodeAs(charset, text), "note.txt")).text).toBe(text.normalize("NFC"));
  });

  it("is windows-1252 with its dashes and quotes, also where it is called Latin-1", async () => {
    const bytes = Buffer.from("<p>\x93Caf\xe9\x94 \x96 a \x80 sign</p>", "latin1");
    for (const declared of [null, "text/html; charset=iso-8859-1"])
      expect((await read(bytes, "page.html", declared)).text).toBe("“Café” – a € sign");
  });

  it("is UTF-16 by its mark", async () => {
    const bytes = Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(russian, "utf16le")]);
    expect((await read(bytes, "note.txt")).text).toBe(russian);
  });
});
