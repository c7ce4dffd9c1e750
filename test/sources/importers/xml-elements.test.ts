import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  childText,
  type XmlElement,
  xmlElements,
} from "../../../src/sources/importers/xml-elements.ts";
import {InputError} from "../../../src/sources/index.ts";

/** A file of these bytes, handed on in pieces of that size. */
const fileOf = (text: string | Uint8Array, pieceBytes = 7) => ({
  name: "list.xml",
  bytes: async function* () {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  },
});

async function elementsOf(text: string | Uint8Array, pieceBytes?: number): Promise<XmlElement[]> {
  const found: XmlElement[] = [];
  const layout = {root: "list", take: ["entry"]};
  for await (const batch of xmlElements(fileOf(text, pieceBytes), layout)) found.push(...batch);
  return found;
}

describe("elements of a list", () => {
  it("come with their line, without prefixes, with XML's own entities read", async () => {
    const text = `<?xml version="1.0"?>
<x:list xmlns:x="urn:x"><other><name>not taken</name></other>
  <x:entry x:id="1"><x:name> A &amp; <![CDATA[B < C]]> </x:name></x:entry>
<entry id="2"/></x:list>`;
    const [first, second, ...others] = await elementsOf(text);
    expect(first).toMatchObject({name: "entry", line: 3, attributes: {id: "1"}});
    expect(first === undefined ? "" : childText(first, "name")).toBe("A & B < C");
    expect(second).toMatchObject({line: 4, attributes: {id: "2"}, children: []});
    expect(others).toEqual([]);
  });

  it("are the same however the file is cut into pieces", async () => {
    const text = "<list><entry n='ü'>Привет</entry><entry>𝔘nd</entry></list>";
    const whole = await elementsOf(text, 1000);
    await fc.assert(
      fc.asyncProperty(fc.integer({min: 1, max: 40}), async (size) => {
        expect(await elementsOf(text, size)).toEqual(whole);
      }),
    );
  });

  it("may be called like parts of every object", async () => {
    const [entry] = await elementsOf('<list><entry __proto__="1" constructor="2"/></list>');
    expect(Object.keys(entry?.attributes ?? {})).toEqual(["__proto__", "constructor"]);
  });
});

describe("a file that is no such list is refused in one line", () => {
  it.each([
    ["another root", "<export/>", /is <export>, not <list>/],
    ["no XML", "a,b\n1,2\n", /no well-formed XML/],
    ["an end too early", "<list><entry>", /no well-formed XML/],
    ["a document type", '<!DOCTYPE list [<!ENTITY a "b">]><list/>', /document type/],
    ["an entity of its own", "<list><entry>&a;</entry></list>", /no well-formed XML/],
    ["elements too deep", `<list>${"<a>".repeat(100)}`, /deep/],
    ["an entry too large", `<list><entry>${"<a/>".repeat(200_000)}</entry></list>`, /larger/],
    ["a text without an end", `<list>${"x".repeat(20_000_000)}`, /longer/],
    ["nothing", "", /no well-formed XML/],
  ])("%s", async (_what, text, said) => {
    const refusal = await elementsOf(text, 65_536).catch((fault: unknown) => fault);
    expect(refusal).toBeInstanceOf(InputError);
    expect((refusal as InputError).message).toMatch(said);
    expect((refusal as InputError).message.length).toBeLessThan(300);
  });

  it("broken UTF-8", async () => {
    const bytes = Buffer.concat([Buffer.from("<list><entry>"), Buffer.from([0xff, 0xfe])]);
    await expect(elementsOf(bytes)).rejects.toThrow(/broken UTF-8/);
  });
});
