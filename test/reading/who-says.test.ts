import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {isGap} from "../../src/world/index.ts";
import {readText} from "./capture-text.ts";

const saidIn = (text: string) => {
  const article = readText(text);
  return article.attributions.map(({voice, speaker, start, end}) => [
    voice,
    speaker,
    article.text.slice(start, end),
  ]);
};

describe("who says a passage", () => {
  it.each([
    ["“We have agreed on the price,” Sergei Lavrov said.", "quoted", "Sergei Lavrov"],
    [
      "“We have agreed on the price,” said Foreign Minister Retno Marsudi.",
      "quoted",
      "Foreign Minister Retno Marsudi",
    ],
    [
      "Sergei Lavrov, Russia’s foreign minister, told reporters that the price was agreed.",
      "paraphrased",
      "Sergei Lavrov",
    ],
    ["The price was agreed, according to two officials in Hanoi.", "paraphrased", "two officials"],
    [
      "On Monday the Indonesian trade ministry said the price was agreed.",
      "paraphrased",
      "the Indonesian trade ministry",
    ],
    [
      "“Kami sudah sepakat soal harga gas itu,” kata Menteri Luar Negeri Retno Marsudi di Jakarta karena perundingan selesai.",
      "quoted",
      "Menteri Luar Negeri Retno Marsudi",
    ],
    [
      "Menteri Perdagangan Zulkifli Hasan mengatakan bahwa harga sudah disepakati dan perjanjian akan ditandatangani.",
      "paraphrased",
      "Menteri Perdagangan Zulkifli Hasan",
    ],
    [
      "«Мы договорились о цене на газ», — заявил министр иностранных дел Сергей Лавров.",
      "quoted",
      "министр иностранных дел Сергей Лавров",
    ],
    [
      "По словам президента Владимира Путина, страны договорились о цене на газ и о сроках поставок.",
      "paraphrased",
      "президента Владимира Путина",
    ],
    [
      "« Nous avons trouvé un accord sur le prix du gaz », a déclaré le ministre Jean-Noël Barrot à Paris.",
      "quoted",
      "le ministre Jean-Noël Barrot",
    ],
    [
      "Según el ministro José Albares, los dos países acordaron el precio del gas y firmarán el contrato.",
      "paraphrased",
      "el ministro José Albares",
    ],
    [
      "外交部发言人毛宁表示，双方已就天然气价格达成一致，并将签署协议。",
      "paraphrased",
      "外交部发言人毛宁",
    ],
    [
      "Bộ trưởng Bùi Thanh Sơn cho biết hai nước đã thống nhất về giá khí đốt và sẽ ký hợp đồng.",
      "paraphrased",
      "Bộ trưởng Bùi Thanh Sơn",
    ],
  ])("%s: %s, %s", (text, voice, speaker) => {
    const [[found, name] = []] = saidIn(text);
    expect([found, name]).toEqual([voice, speaker]);
  });

  it("“he said” is whoever was named last, and points to the name", () => {
    const article = readText(
      "President Prabowo Subianto welcomed the envoy, aides said. Prabowo Subianto told him the visit was late. “It was a very long road,” he said.",
    );
    const last = article.attributions.at(-1);
    expect(last).toMatchObject({voice: "quoted", speaker: "Prabowo Subianto"});
    expect(article.text.slice(last?.speakerStart ?? 0, last?.speakerEnd ?? 0)).toBe(last?.speaker);
  });

  it("a quotation of two sentences is one, and what is added behind it is a paraphrase", () => {
    expect(
      saidIn(
        "“We agreed. The ships sail in May,” the minister said, adding that crews were hired.",
      ),
    ).toEqual([
      ["quoted", "the minister", "“We agreed. The ships sail in May,”"],
      ["paraphrased", "the minister", "adding that crews were hired."],
    ]);
  });

  it.each([
    "Fiji and Tonga signed a treaty on fish on Monday.",
    "Moscow calls the region its “sphere of influence” and sells it grain.",
    "Losses reported by Indonesian companies grew.",
    "It was the said treaty that both sides kept.",
  ])("nobody, in the article's own voice: %s", (text) => {
    expect(saidIn(text)).toEqual([]);
  });

  it("every attribution and its speaker lie in the text, whatever the text", () => {
    const piece = fc.constantFrom(
      "Sergei Lavrov said",
      "he said",
      "“",
      "”",
      '"',
      ", ",
      ". ",
      "that ",
      "according to ",
      "«",
      "»",
      "the minister ",
      "told ",
      "表示，",
      "。",
      "\n\n",
      "adding that ",
      "- ",
      "> ",
      "Reuters reported ",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), {maxLength: 40}), (pieces) => {
        const text = `Fish. ${pieces.join("")}`;
        const article = readText(text);
        for (const one of article.attributions) {
          expect(one.start).toBeLessThan(one.end);
          expect(one.end).toBeLessThanOrEqual(article.text.length);
          if (one.speaker !== null)
            expect(article.text.slice(one.speakerStart ?? -1, one.speakerEnd ?? -1)).toBe(
              one.speaker,
            );
        }
      }),
      {numRuns: 200},
    );
  });
});

describe("the agency that is credited", () => {
  const creditIn = (text: string) => {
    const {credit, text: kept} = readText(text);
    return isGap(credit) ? null : [credit.name, kept.slice(credit.start, credit.end)];
  };
  const body = "Fiji and Tonga held talks on fish, and agreed on the price of tuna for the year.";
  const more = [body, body, body, body, body].join("\n\n");

  it.each([
    [`JAKARTA (Reuters) - ${body}`, "Reuters", "Reuters"],
    [`MOSCOW, March 3. /TASS/. ${body}`, "TASS", "TASS"],
    [`Jakarta (ANTARA) - ${body}`, "ANTARA", "ANTARA"],
    [`新华社北京3月3日电 斐济与汤加就渔业问题举行会谈。`, "Xinhua", "新华社"],
    [`Fish\n\n${more}\n\n– Bernama`, "Bernama", "Bernama"],
    [`Fish\n\n${more} (AFP)`, "Agence France-Presse", "AFP"],
    [`Fish\n\nBy Reuters\n\n${more}`, "Reuters", "Reuters"],
    [`Fish\n\n${more}\n\nSource: Xinhua`, "Xinhua", "Xinhua"],
    [`Fish\n\nAgencies\n\n${more}`, "unnamed agencies", "Agencies"],
  ])("%s: %s", (text, name, words) => {
    expect(creditIn(text)).toEqual([name, words]);
  });

  it.each([
    "The minister (Finance) met the envoy.",
    `Fish\n\n${more} (Suva)`,
    `Fish\n\nBy Jane Doe\n\n${more}`,
    "The envoy read a report by Reuters.",
  ])("is none in: %s", (text) => {
    expect(creditIn(text)).toBeNull();
  });
});

describe("what kind of text it is", () => {
  const body = "Fiji and Tonga held talks on fish.";
  const page = (head: string) =>
    `<html><head>${head}</head><body><article><p>${body}</p></article></body></html>`;
  const typed = (type: string) =>
    page(`<script type="application/ld+json">{"@type":"${type}","headline":"Fish"}</script>`);

  it.each([
    [typed("OpinionNewsArticle"), "https://example.org/a", "opinion"],
    [typed("AnalysisNewsArticle"), "https://example.org/a", "analysis"],
    [typed("NewsArticle"), "https://example.org/a", "news"],
    [page(""), "https://example.org/opinion/fish", "opinion"],
    [page(""), "https://example.org/news/opinion-polls-in-fiji", null],
    [page(""), "https://www.foreign.gov.fj/a", "press-release"],
    [page("<title>Analysis: why fish matters</title>"), "https://example.org/a", "analysis"],
    [page(""), "https://example.org/a", null],
  ])("%s at %s: %s", (html, origin, kind) => {
    const {genre} = readText(html, "text/html", origin);
    expect(isGap(genre) ? null : genre.kind).toBe(kind);
  });

  it.each([
    [`SUVA, 3 March 2025 - ${body}`, "news"],
    [`Fish\n\nPRESS RELEASE\n\n${body} It was long.`, "press-release"],
    [`Fish\n\n${body} I believe that this is wrong. I would close the port.`, "opinion"],
    [
      `Fish\n\n${body}\n\nPolicy Recommendations for the Two States\n\n${body} ${body} ${body}`,
      "analysis",
    ],
  ])("%s: %s", (text, kind) => {
    expect(readText(text).genre).toMatchObject({kind});
  });
});

describe("a source cited in another language", () => {
  it.each([
    ["Harga naik, menurut laporan kantor berita Antara.", "ANTARA"],
    ["Цены выросли, сообщает РИА Новости.", "RIA Novosti"],
    ["По данным Reuters, цены выросли.", "Reuters"],
    ["Selon l'agence de presse Reuters, les prix ont monté.", "Reuters"],
    ["Según la agencia EFE, los precios subieron.", "EFE"],
    ["据新华社报道，价格上涨。", "Xinhua"],
    ["وفقا لوكالة رويترز ارتفعت الأسعار.", "Reuters"],
    ["Theo hãng tin Reuters, giá đã tăng.", "Reuters"],
    ["สำนักข่าวรอยเตอร์ รายงานว่าราคาสูงขึ้น", "Reuters"],
  ])("is found: %s", (text, name) => {
    expect(readText(text).cites.map((cite) => cite.name)).toEqual([name]);
  });

  it.each([
    "Pernyataan resmi Kementerian Luar Negeri menyebut harga naik.",
    "В заявлении МИД России говорится о ценах.",
    "Selon un communiqué du ministère des Affaires étrangères, les prix ont monté.",
    "中国外交部发言人5日发表声明，谈到价格。",
  ])("that is an authority is no outlet: %s", (text) => {
    const {cites, flags} = readText(text);
    expect(cites).toHaveLength(1);
    expect(flags.map(({kind}) => kind)).not.toContain("source-not-seen");
  });
});
