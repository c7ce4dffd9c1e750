import {deflateSync} from "node:zlib";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {captureOf, InputError, openDocument} from "../../../src/sources/index.ts";
import {day} from "../../../src/world/index.ts";
import {makeDocx, tableXml} from "./make-docx.ts";
import {makePdf, type PlacedLine} from "./make-pdf.ts";

const today = day("2026-01-15");
const open = async (bytes: Uint8Array, name: string) =>
  openDocument(captureOf(bytes, name, today, false));

/** Lines one under another. */
const column = (x: number, top: number, lines: readonly string[], size = 10): PlacedLine[] =>
  lines.map((text, i) => ({x, y: top - i * size * 1.2, text, size}));

const left = [
  "The ministers of Indonesia and Russia met in",
  "Jakarta on Tuesday and agreed to widen trade",
  "in grain and fertiliser, and to hold consulta-",
  "tions on a long-term accord. Both sides called",
  "the talks useful.",
];
const right = [
  "Malaysia sent observers to the second session.",
  "Its trade ministry said that a long-term accord",
  "would need the consent of parliament, and that",
  "no date had been set for a further round.",
];

describe("a PDF", () => {
  it("is read column by column, its broken words joined", async () => {
    const page = [
      {
        x: 60,
        y: 740,
        text: "Ministers meet in Jakarta to speak of grain and of fertiliser",
        size: 18,
      },
      ...column(60, 700, left),
      ...column(320, 700, right),
    ];
    expect((await open(makePdf([page]), "talks.pdf"))?.text).toBe(
      [
        "Ministers meet in Jakarta to speak of grain and of fertiliser",
        "The ministers of Indonesia and Russia met in Jakarta on Tuesday and agreed to widen trade in grain and fertiliser, and to hold consultations on a long-term accord. Both sides called the talks useful.",
        "Malaysia sent observers to the second session. Its trade ministry said that a long-term accord would need the consent of parliament, and that no date had been set for a further round.\n",
      ].join("\n\n"),
    );
  });

  it("ends no paragraph where a page ends, and leaves running heads and page numbers out", async () => {
    const pages = ["and agreed to widen", "their trade in grain", "before the next year."].map(
      (words, i) => [
        {x: 60, y: 770, text: `Bulletin of the ministry, issue ${i + 1}`, size: 8},
        ...column(60, 700, [i === 0 ? "The ministers met in Jakarta" : "", words].filter(Boolean)),
        {x: 300, y: 30, text: String(i + 1)},
      ],
    );
    expect((await open(makePdf(pages), "a.pdf"))?.text).toBe(
      "The ministers met in Jakarta and agreed to widen their trade in grain before the next year.\n",
    );
  });

  it("keeps a table's rows as rows", async () => {
    const rows = [
      ["Wheat", "4.1"],
      ["Palm oil", "2.2"],
      ["Coal", "9.0"],
      ["Urea", "1.7"],
    ];
    const page = rows.flatMap(([name = "", tonnes = ""], i) => [
      {x: 60, y: 700 - 14 * i, text: name},
      {x: 300, y: 700 - 14 * i, text: tonnes},
    ]);
    const text = (await open(makePdf([page]), "a.pdf"))?.text ?? "";
    expect(text.indexOf("4.1")).toBeLessThan(text.indexOf("Palm oil"));
  });

  it("states its title, unless that is a file's name", async () => {
    const page = column(60, 700, left);
    expect(await open(makePdf([page], {title: "Talks in Jakarta"}), "a.pdf")).toMatchObject({
      title: "Talks in Jakarta",
    });
    const named = makePdf([page], {title: "Microsoft Word - talks v2.doc"});
    expect(await open(named, "a.pdf")).toMatchObject({title: null});
  });

  it.each<[string, Buffer, number]>([
    ["no text", makePdf([[]]), 422],
    [
      "a stream that unfolds to more",
      makePdf([[]], {streams: [deflateSync(Buffer.alloc(101_000_000))]}),
      413,
    ],
    ["is broken", Buffer.from("%PDF-1.7\nnothing of the kind"), 422],
  ])("with %s is refused in a line", async (why, bytes, status) => {
    await expect(open(bytes, "a.pdf")).rejects.toSatisfy(
      (error) =>
        error instanceof InputError && error.message.includes(why) && error.status === status,
    );
  });
});

describe("a DOCX file", () => {
  it("keeps headings and tables as markup", async () => {
    const table = tableXml([
      ["State", "Vote"],
      ["Indonesia", "abstained"],
    ]);
    const opened = await open(makeDocx([{style: "Heading1", words: "Votes"}], table), "a.docx");
    expect(opened?.mediaType).toBe("text/html");
    expect(opened?.text).toContain("<h1>Votes</h1>");
    expect(opened?.text).toMatch(/<td>.*Indonesia.*<\/td><td>.*abstained/);
  });

  it("that unfolds to more than any document is refused", async () => {
    const bomb = makeDocx([{words: "Words"}], "", [
      {name: "word/media/x", bytes: Buffer.alloc(101_000_000)},
    ]);
    await expect(open(bomb, "a.docx")).rejects.toThrow("unfolds to more than 100 MB");
  });

  it("that is broken is refused in a line", async () => {
    await expect(open(makeDocx([], "<w:p>"), "a.docx")).rejects.toBeInstanceOf(InputError);
  });
});

describe("an e-mail", () => {
  const mail = (...lines: string[]) => Buffer.from(lines.join("\r\n"), "latin1");
  const head = [
    "From: =?utf-8?Q?Kantor_Berita?= <desk@news.example>",
    "Date: Tue, 13 Jan 2026 09:30:00 +0700",
    "Subject: =?utf-8?B?UGVtYmljYXJhYW4=?= in Jakarta",
    "MIME-Version: 1.0",
  ];

  it("gives subject, sender, date and its text part", async () => {
    const bytes = mail(
      ...head,
      'Content-Type: multipart/alternative; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain; charset=windows-1251",
      "",
      "\xcc\xe8\xed\xe8\xf1\xf2\xf0 arrived.",
      "--b",
      "Content-Type: text/html",
      "",
      "<p>Not this part",
      "--b--",
    );
    expect(await open(bytes, "-")).toEqual({
      mediaType: "text/plain",
      text: "Министр arrived.\n",
      title: "Pembicaraan in Jakarta",
      author: "Kantor Berita",
      published: "2026-01-13T02:30:00.000Z",
    });
  });

  it("gives its HTML part where it has no other", async () => {
    const bytes = mail(...head, "Content-Type: text/html", "", "<p>Words of it</p>");
    expect(await open(bytes, "a.eml")).toMatchObject({
      mediaType: "text/html",
      text: "<p>Words of it</p>\n",
    });
  });

  it("in windows-1252 keeps its dashes", async () => {
    const bytes = mail(...head, "Content-Type: text/plain; charset=windows-1252", "", "a \x96 b");
    expect((await open(bytes, "a.eml"))?.text).toBe("a – b\n");
  });

  it("of parts in parts without end is refused in a line", async () => {
    const parts = Array.from({length: 300}, (_, i) => [
      `Content-Type: multipart/mixed; boundary="b${i}"`,
      "",
      `--b${i}`,
    ]).flat();
    await expect(open(mail(...head, ...parts, "", "deep"), "a.eml")).rejects.toBeInstanceOf(
      InputError,
    );
  });
});

describe("a document of any bytes", () => {
  it("gives a value or an InputError", async () => {
    const page = column(60, 700, left);
    const files = [
      makePdf([page, page]),
      makeDocx([{words: "Words of it"}]),
      Buffer.from(
        "From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>Words",
      ),
    ];
    const change = fc.record({
      at: fc.nat(2000),
      length: fc.nat(20),
      put: fc.uint8Array({maxLength: 8}),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(change, {maxLength: 4}),
        async (file, changes) => {
          const bytes = changes.reduce<Uint8Array>(
            (all, {at, length, put}) =>
              Buffer.concat([all.subarray(0, at), put, all.subarray(at + length)]),
            file,
          );
          const outcome = await open(bytes, "a").catch((error: unknown) => error);
          if (outcome instanceof Error) expect(outcome).toBeInstanceOf(InputError);
        },
      ),
      {numRuns: 200},
    );
  });
});

describe("text", () => {
  it("is no document to open", async () => {
    const note = Buffer.from("From: the desk\nSubject: none\n\nThe ministers met.");
    expect(await open(note, "-")).toBeNull();
  });
});
