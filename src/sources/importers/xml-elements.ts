import {SaxesParser} from "saxes";
import {InputError} from "../input-error.ts";
import {ForeignFile} from "./foreign-file.ts";
import type {ImportFile} from "./importer.ts";

/** An element with all that is in it. Names are without their prefix: publishers keep changing their namespaces. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, white space as it stands. */
  readonly text: string;
  /** Line of the file on which it begins, from 1. */
  readonly line: number;
}

/** What to take from a file. */
export interface XmlLayout {
  /** Local name of the outermost element, by which the publisher's file is known. */
  readonly root: string;
  /** Local names of the elements to hand over, wherever they stand outside one another. */
  readonly take: readonly string[];
}

/** Sanctions lists go 12 deep at most. */
const maxDepth = 60;
/** The largest entry of the lists that we know has 4,000 elements and 200,000 characters. */
const maxElements = 100_000;
const maxCharacters = 4_000_000;
/** Characters in which no element begins or ends: the parser keeps a text or a comment until it is over. */
const maxBetweenTags = 16_000_000;

interface Growing {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Growing[];
  text: string;
  readonly line: number;
}

/**
 * Streams the elements of a layout, each as a small tree, in the order of the file and with memory for one at a time.
 * Strict: whatever is not well-formed XML 1.0 in UTF-8 ends the reading, as the rest of a broken file may be missing.
 * A document type, and with it every entity beyond XML's own five, is refused.
 *
 * @throws InputError when the file is no XML, breaks off, has another root, a document type, or goes beyond the caps.
 */
export async function* xmlElements(
  file: ImportFile,
  layout: XmlLayout,
): AsyncGenerator<readonly XmlElement[]> {
  const taken = new Set(layout.take);
  const parser = new SaxesParser({xmlns: false, position: true});
  let found: XmlElement[] = [];
  const open: Growing[] = [];
  let depth = 0;
  let hasRoot = false;
  let elements = 0;
  let characters = 0;
  let startLine = 1;
  let sinceTag = 0;

  const fault = (what: string) => {
    const Fault = hasRoot ? InputError : ForeignFile;
    return new Fault(
      `${file.name}: line ${parser.line}: ${what}`,
      "download it again; a list that breaks off is not taken in part",
    );
  };
  parser.on("error", (error) => {
    throw fault(`no well-formed XML (${error.message.replace(/^\d+:\d+: /, "").slice(0, 120)})`);
  });
  parser.on("doctype", () => {
    throw fault("it declares a document type, which no publisher's list does");
  });
  parser.on("opentagstart", () => {
    startLine = parser.line;
  });
  parser.on("opentag", (tag) => {
    sinceTag = 0;
    const name = localName(tag.name);
    depth += 1;
    if (depth === 1 && name !== layout.root)
      throw new ForeignFile(
        `${file.name} is <${name.slice(0, 60)}>, not <${layout.root}>`,
        "check that the file is what this importer reads (`demarche import --list`)",
      );
    hasRoot = true;
    if (depth > maxDepth) throw fault(`elements more than ${maxDepth} deep`);
    const parent = open.at(-1);
    if (parent === undefined && !taken.has(name)) return;
    elements += 1;
    for (const value of Object.values(tag.attributes)) characters += value.length;
    checkSize();
    const element = {
      name,
      attributes: localNames(tag.attributes),
      children: [],
      text: "",
      line: startLine,
    };
    parent?.children.push(element);
    open.push(element);
  });
  const addText = (text: string) => {
    const element = open.at(-1);
    if (element === undefined) return;
    characters += text.length;
    checkSize();
    element.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    sinceTag = 0;
    depth -= 1;
    const element = open.pop();
    if (element === undefined || open.length > 0) return;
    found.push(element);
    elements = 0;
    characters = 0;
  });
  const checkSize = () => {
    if (elements > maxElements || characters > maxCharacters)
      throw fault("one entry is larger than any publisher's");
  };

  const decoder = new TextDecoder("utf-8", {fatal: true});
  const write = (chunk?: Uint8Array) => {
    let text: string;
    try {
      text = chunk === undefined ? decoder.decode() : decoder.decode(chunk, {stream: true});
    } catch {
      throw fault("broken UTF-8");
    }
    sinceTag += text.length;
    parser.write(text);
    if (sinceTag > maxBetweenTags) throw fault("a text longer than any publisher's entry");
  };
  for await (const chunk of file.bytes()) {
    write(chunk);
    if (found.length === 0) continue;
    yield found;
    found = [];
  }
  write();
  parser.close();
  if (found.length > 0) yield found;
}

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

function localNames(
  attributes: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const named: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(attributes))
    if (name !== "xmlns" && !name.startsWith("xmlns:")) named[localName(name)] = value;
  return named;
}

/** The direct children of that name. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** Text of the first direct child of that name, without white space around it; "" where there is none. */
export function childText(element: XmlElement, name: string): string {
  return element.children.find((child) => child.name === name)?.text.trim() ?? "";
}

/** An attribute without white space around it; "" where there is none. */
export function attributeOf(element: XmlElement, name: string): string {
  return element.attributes[name]?.trim() ?? "";
}

/** The beginning of the element as it might stand in a file, for a reject. */
export function showElement(element: XmlElement): string {
  const attributes = Object.entries(element.attributes).map(
    ([name, value]) => ` ${name}="${value}"`,
  );
  let shown = `<${element.name}${attributes.join("")}>${element.text.trim()}`;
  for (const child of element.children) {
    if (shown.length > longestShown) break;
    shown += showElement(child);
  }
  return `${shown.slice(0, longestShown)}</${element.name}>`;
}

const longestShown = 600;
