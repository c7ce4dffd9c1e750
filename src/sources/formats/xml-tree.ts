import {Parser} from "htmlparser2";
import {InputError} from "../input-error.ts";

/**
 * An element of a feed. `name` is bare where it is of the document's own vocabulary, and "dc:creator" where it is of another that
 * we know or that has a prefix; lower case, for feeds mix theirs.
 */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlNode | string)[];
  /** The nearest `xml:base` values from the outside in, and the nearest `xml:lang`. */
  readonly bases: readonly string[];
  readonly language: string | null;
}

/** Feeds go some ten deep, and articles in them as deep as a page. */
const maxDepth = 200;
/** A sitemap may hold 50,000 addresses of some eight elements each (sitemaps.org, protocol 0.9). */
const maxElements = 500_000;
/** Junk that servers print before a feed; further in, it is no feed. */
const maxLead = 10_000;

/** Vocabularies by their address, of which publishers write several. */
const vocabularies: readonly (readonly [address: RegExp, prefix: string])[] = [
  [/^https?:\/\/www\.w3\.org\/2005\/atom\b/i, "atom"],
  [/^https?:\/\/purl\.org\/atom\/ns#/i, "atom"],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/?$/i, "rss"],
  [/^https?:\/\/(?:my\.netscape\.com|channel\.netscape\.com)\/rdf\/simple\//i, "rss"],
  [/^https?:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#/i, "rdf"],
  [/^https?:\/\/purl\.org\/dc\/elements\//i, "dc"],
  [/^https?:\/\/purl\.org\/dc\/terms\//i, "dcterms"],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content\/?/i, "content"],
  [/^https?:\/\/search\.yahoo\.com\/mrss\/?/i, "media"],
  [/^https?:\/\/www\.itunes\.com\/dtds\//i, "itunes"],
  [/^https?:\/\/www\.sitemaps\.org\/schemas\/sitemap\//i, "sitemap"],
  [/^https?:\/\/www\.google\.com\/schemas\/sitemap\//i, "sitemap"],
  [/^https?:\/\/www\.google\.com\/schemas\/sitemap-news\//i, "news"],
  [/^https?:\/\/www\.w3\.org\/1999\/xhtml\b/i, "html"],
];

interface Growing extends XmlNode {
  readonly children: (Growing | string)[];
  /** Address of each prefix; those of the elements around it are its prototype. */
  readonly prefixes: Record<string, string>;
}

/**
 * The outermost element of an XML text with all that is in it. Forgiving: what is not closed ends with what it stands in. No entity
 * is known beyond XML's own five, and nothing is fetched.
 *
 * @param roots local names of outermost elements, lower case, by which a feed is known.
 * @throws InputError when there is no such element, it declares entities, or it goes beyond the caps.
 */
export function xmlTree(text: string, roots: readonly string[], name: string): XmlNode {
  const refuse = (what: string, status = 422) =>
    new InputError(`${name} ${what}`, "open the address in a browser: it should show a feed", {
      status,
    });
  const open: Growing[] = [];
  let root: Growing | undefined;
  let rootVocabulary = "";
  let elements = 0;

  const parser = new Parser(
    {
      onprocessinginstruction(_, data) {
        if (root === undefined && /^!doctype/i.test(data) && /\[|<!entity/i.test(data))
          throw refuse("declares entities of its own, which no feed needs and attacks use");
      },
      onopentag(tag, attributes) {
        elements += 1;
        if (elements > maxElements) throw refuse(`has more than ${maxElements} elements`, 413);
        if (open.length >= maxDepth) throw refuse(`has elements more than ${maxDepth} deep`);
        const above = open.at(-1);
        const prefixes = prefixesOf(attributes, above?.prefixes ?? Object.create(null));
        const {vocabulary, local} = vocabularyOf(tag, prefixes);
        if (root === undefined) {
          if (!roots.includes(local)) throw refuse(`is no feed: it is <${tag.slice(0, 40)}>`);
          rootVocabulary = vocabulary;
        }
        const isOwn = ["", "rss", rootVocabulary].includes(vocabulary);
        const base = attributes["xml:base"];
        const node: Growing = {
          name: isOwn ? local : `${vocabulary}:${local}`,
          attributes,
          children: [],
          prefixes,
          bases: base === undefined ? (above?.bases ?? []) : [...(above?.bases ?? []), base],
          language: attributes["xml:lang"] ?? above?.language ?? null,
        };
        // What stands behind the outermost element is no part of it.
        if (root === undefined) root = node;
        else above?.children.push(node);
        open.push(node);
      },
      ontext(words) {
        open.at(-1)?.children.push(words);
      },
      onclosetag() {
        open.pop();
      },
    },
    {xmlMode: true, decodeEntities: true},
  );
  parser.write(fromFirstTag(text, roots));
  parser.end();
  if (root === undefined) throw refuse("is no feed: it has no element of one");
  return root;
}

/** Servers print warnings before a feed: what stands before its first tag is cut off. */
function fromFirstTag(text: string, roots: readonly string[]): string {
  const first = new RegExp(
    String.raw`<\?xml\b|<!doctype\b|<(?:\w{1,20}:)?(?:${roots.join("|")})\b`,
    "i",
  );
  const at = first.exec(text.slice(0, maxLead))?.index ?? 0;
  return text.slice(at);
}

function prefixesOf(
  attributes: Readonly<Record<string, string>>,
  around: Record<string, string>,
): Record<string, string> {
  let own: Record<string, string> | null = null;
  for (const [name, value] of Object.entries(attributes)) {
    if (!/^xmlns(?::|$)/.test(name)) continue;
    own ??= Object.create(around) as Record<string, string>;
    own[name.slice(6).toLowerCase()] = value;
  }
  return own ?? around;
}

function vocabularyOf(tag: string, prefixes: Readonly<Record<string, string>>) {
  const colon = tag.indexOf(":");
  const prefix = tag.slice(0, Math.max(colon, 0)).toLowerCase();
  const address = prefixes[prefix] ?? "";
  const known = vocabularies.find(([pattern]) => pattern.test(address))?.[1];
  return {vocabulary: known ?? prefix, local: tag.slice(colon + 1).toLowerCase()};
}

const isNode = (child: XmlNode | string): child is XmlNode => typeof child !== "string";

/** The children of these names, in the order of the names. */
export function childrenNamed(node: XmlNode, ...names: readonly string[]): XmlNode[] {
  const elements = node.children.filter(isNode);
  return names.flatMap((name) => elements.filter((child) => child.name === name));
}

/** An attribute's value; null where it has none of that name. */
export function attributeOf(node: XmlNode, name: string): string | null {
  return node.attributes[name] ?? null;
}

/** All text in an element, its own and that of the elements in it. */
export function textIn(node: XmlNode): string {
  return node.children.map((child) => (isNode(child) ? textIn(child) : child)).join("");
}

/** What stands in an element as markup: text that was escaped comes out as the markup it stands for. */
export function markupIn(node: XmlNode): string {
  if (!node.children.some(isNode)) return textIn(node);
  return node.children.map((child) => (isNode(child) ? written(child) : escaped(child))).join("");
}

function written(node: XmlNode): string {
  const name = node.name.replace(/^html:/, "");
  const attributes = Object.entries(node.attributes)
    .filter(([key]) => !key.startsWith("xmlns"))
    .map(([key, value]) => ` ${key}="${escaped(value).replaceAll('"', "&quot;")}"`);
  const inside = node.children.map((child) => (isNode(child) ? written(child) : escaped(child)));
  return `<${name}${attributes.join("")}>${inside.join("")}</${name}>`;
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
