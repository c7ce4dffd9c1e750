import type {Article, CodedEvent, Evidence, Judgement, Move} from "../world/index.ts";
import {isGap, whenText} from "../world/index.ts";
import {aboutOf} from "./about.ts";
import {type CitedSource, citedSources, sourceFinder} from "./cited-sources.ts";
import type {JudgedPledge, Matter, ReadingNote} from "./matter.ts";
import {methodName} from "./method-name.ts";
import {percentEncoded} from "./percent-encoded.ts";
import {ProvRecords, provDay, qualified} from "./prov-records.ts";
import {safeOrigin} from "./safe-origin.ts";

/** Namespace of our identifiers. */
const namespace = "urn:demarche:";

/**
 * Where every move comes from, as PROV-JSON (W3C member submission of 24 April 2013): move ← coded event ← article ←
 * capture, or move ← dataset; each step an activity of a named version; judgements as activities of the persons who
 * made them; pledges whose steps they judged, from those steps and their sources. All of it stands in one bundle, which says of itself who made it and as of when.
 */
export function provJson(matter: Matter): string {
  const about = aboutOf(matter);
  const records = new ProvRecords();
  const outside = new ProvRecords();
  const program = id("software", `demarche-${about.demarche}`);
  for (const each of [records, outside])
    each.agent(program, {
      "prov:type": qualified("prov:SoftwareAgent"),
      "prov:label": `Demarche ${about.demarche}`,
    });
  const events = new Map(matter.events.map((event) => [event.id, event]));
  for (const source of citedSources(matter)) addSource(records, source);
  const readings = new Map(matter.readings.map((reading) => [reading.articleId, reading]));
  for (const article of matter.articles)
    addArticle(records, article, readings.get(article.id), program);
  const articles = new Set(matter.articles.map(({id}) => id));
  for (const event of matter.events)
    if (articles.has(event.evidence.articleId)) addEvent(records, event, program);
  const sources = sourceFinder(matter);
  for (const move of matter.answer.ledgerMoves)
    addMove(records, move, {
      program,
      events: eventsBehind(move, events),
      sources: sources(move.evidence.filter(({kind}) => kind !== "passage")),
    });
  for (const pledge of matter.judgedPledges) addPledge(records, pledge, matter, program);
  const known = new Set(records.ids("entity"));
  for (const {judgement, effect} of [...matter.answer.judgements, ...matter.stepJudgements])
    addJudgement(records, judgement, effect, known);

  const bundle = id("export", about.asOf);
  outside.entity(bundle, {
    "prov:type": qualified("prov:Bundle"),
    "demarche:asOf": provDay(about.asOf),
    "demarche:version": about.demarche,
    "demarche:watch": about.watch,
    "demarche:method": about.methods,
  });
  outside.relate("wasAttributedTo", {"prov:entity": bundle, "prov:agent": program});
  const prefix = {demarche: namespace, xsd: "http://www.w3.org/2001/XMLSchema#"};
  const document = {prefix, ...outside.all(), bundle: {[bundle]: {prefix, ...records.all()}}};
  return `${JSON.stringify(document, null, 1)}\n`;
}

/** A name in our namespace; percent-encoded where it is no word. */
function id(kind: string, name: string): string {
  return `demarche:${kind}/${percentEncoded(name)}`;
}

function addSource(records: ProvRecords, source: CitedSource): void {
  if (source.kind === "article") return;
  if (source.kind === "document") {
    records.entity(id("source", source.id), {"prov:label": source.words});
    return;
  }
  const {title, publisher, retrieved, citation, licence, importers} = source.dataset;
  const entity = id("source", source.id);
  records.entity(entity, {
    "prov:label": title,
    "prov:type": "dataset",
    "demarche:licence": licence ?? "not known",
    ...(citation === null ? {} : {"demarche:citation": citation}),
    ...(retrieved === null ? {} : {"demarche:retrieved": provDay(retrieved)}),
    ...(importers.length === 0 ? {} : {"demarche:method": importers}),
  });
  if (publisher === null) return;
  const agent = id("publisher", publisher);
  records.agent(agent, {"prov:label": publisher});
  records.relate("wasAttributedTo", {"prov:entity": entity, "prov:agent": agent});
}

function addArticle(
  records: ProvRecords,
  article: Article,
  read: ReadingNote | undefined,
  program: string,
): void {
  const capture = id("capture", article.captureSha256);
  const entity = id("article", article.id);
  const reading = id("reading", article.id);
  records.entity(capture, {
    "prov:type": "capture",
    "prov:location": safeOrigin(article.origin, article.captureSha256),
    "demarche:sha256": article.captureSha256,
    "demarche:recordedOn": provDay(article.recordedOn),
  });
  records.entity(entity, {
    "prov:type": "article",
    ...(isGap(article.title) ? {} : {"prov:label": article.title}),
    ...(isGap(article.published) ? {} : {"demarche:published": provDay(article.published)}),
    "demarche:specimen": article.specimen,
    "demarche:licence": read?.licence ?? "not known",
  });
  records.activity(reading, {
    "prov:type": "reading",
    ...(read === undefined ? {} : {"demarche:method": read.reader}),
  });
  records.relate("used", {"prov:activity": reading, "prov:entity": capture});
  records.relate("wasGeneratedBy", {"prov:entity": entity, "prov:activity": reading});
  records.relate("wasDerivedFrom", {"prov:generatedEntity": entity, "prov:usedEntity": capture});
  records.relate("wasAssociatedWith", {"prov:activity": reading, "prov:agent": program});
  if (isGap(article.outlet)) return;
  const outlet = id("outlet", article.outlet);
  records.agent(outlet, {"prov:label": article.outlet});
  records.relate("wasAttributedTo", {"prov:entity": capture, "prov:agent": outlet});
}

function codingOf({evidence, coder}: CodedEvent): string {
  return id("coding", `${evidence.articleId}-${methodName(coder)}`);
}

function addEvent(records: ProvRecords, event: CodedEvent, program: string): void {
  const {articleId, start, end, quote} = event.evidence;
  const article = id("article", articleId);
  const coding = codingOf(event);
  const entity = id("event", event.id);
  records.entity(entity, {
    "prov:type": "coded event",
    "prov:label": quote,
    "demarche:type": event.type,
    "demarche:start": start,
    "demarche:end": end,
  });
  if (
    records.activity(coding, {"prov:type": "coding", "demarche:method": methodName(event.coder)})
  ) {
    records.relate("used", {"prov:activity": coding, "prov:entity": article});
    records.relate("wasInformedBy", {
      "prov:informed": coding,
      "prov:informant": id("reading", articleId),
    });
    records.relate("wasAssociatedWith", {"prov:activity": coding, "prov:agent": program});
  }
  records.relate("wasGeneratedBy", {"prov:entity": entity, "prov:activity": coding});
  records.relate("wasDerivedFrom", {"prov:generatedEntity": entity, "prov:usedEntity": article});
}

/** The coded events that a move was made of: those it names, else those whose passages it cites. */
function eventsBehind(move: Move, events: ReadonlyMap<string, CodedEvent>): readonly CodedEvent[] {
  if (move.reports !== undefined)
    return move.reports.flatMap(({eventId}) => events.get(eventId) ?? []);
  const passages = new Set(move.evidence.flatMap((one) => passageKey(one) ?? []));
  return [...events.values()].filter(({evidence}) => passages.has(passageKey(evidence) ?? ""));
}

function passageKey(evidence: Evidence): string | null {
  return evidence.kind === "passage"
    ? `${evidence.articleId} ${evidence.start} ${evidence.end}`
    : null;
}

function addMove(
  records: ProvRecords,
  move: Move,
  behind: {
    readonly program: string;
    readonly events: readonly CodedEvent[];
    readonly sources: readonly CitedSource[];
  },
): void {
  const entity = id("move", move.id);
  const making = id("making", move.id);
  records.entity(entity, {
    "prov:type": "move",
    "prov:label": move.summary,
    "demarche:mode": move.mode,
    "demarche:when": whenText(move),
    "demarche:recordedOn": provDay(move.recordedOn),
  });
  records.activity(making, {
    "prov:type": move.from === "article" ? "linking" : "reading of a dataset",
    ...(move.recipe === undefined ? {} : {"demarche:method": methodName(move.recipe)}),
  });
  records.relate("wasGeneratedBy", {"prov:entity": entity, "prov:activity": making});
  records.relate("wasAssociatedWith", {"prov:activity": making, "prov:agent": behind.program});
  const from = [
    ...behind.events.map((event) => id("event", event.id)),
    ...behind.sources.map((source) => id("source", source.id)),
  ];
  for (const one of from) {
    records.relate("used", {"prov:activity": making, "prov:entity": one});
    records.relate("wasDerivedFrom", {"prov:generatedEntity": entity, "prov:usedEntity": one});
  }
  for (const coding of new Set(behind.events.map(codingOf)))
    records.relate("wasInformedBy", {"prov:informed": making, "prov:informant": coding});
}

/** A pledge of which people judged a step: each step from the sources that tell of it, and the pledge from its steps. */
function addPledge(
  records: ProvRecords,
  {id: name, text, steps, setAside}: JudgedPledge,
  matter: Matter,
  program: string,
): void {
  const entity = id("pledge", name);
  const settling = id("settling", name);
  records.entity(entity, {"prov:type": "pledge", "prov:label": text});
  records.activity(settling, {"prov:type": "settling"});
  records.relate("wasGeneratedBy", {"prov:entity": entity, "prov:activity": settling});
  records.relate("wasAssociatedWith", {"prov:activity": settling, "prov:agent": program});
  const sources = sourceFinder(matter);
  for (const step of [...steps, ...setAside]) {
    const one = id("step", step.id);
    const {stage, when} = step.told ?? step;
    records.entity(one, {
      "prov:type": "step of a pledge",
      "prov:label": step.text,
      "demarche:stage": stage ?? "told",
      "demarche:when": isGap(when) ? "not known" : when,
      "demarche:setAside": setAside.includes(step),
    });
    const told = sources(step.evidence.filter(({kind}) => kind !== "passage"));
    for (const source of told) addSource(records, source);
    const articles = step.evidence.flatMap((evidence) =>
      evidence.kind === "passage" && matter.articles.some((read) => read.id === evidence.articleId)
        ? [id("article", evidence.articleId)]
        : [],
    );
    for (const from of [...told.map((source) => id("source", source.id)), ...new Set(articles)])
      records.relate("wasDerivedFrom", {"prov:generatedEntity": one, "prov:usedEntity": from});
    if (setAside.includes(step)) continue;
    records.relate("used", {"prov:activity": settling, "prov:entity": one});
    records.relate("wasDerivedFrom", {"prov:generatedEntity": entity, "prov:usedEntity": one});
  }
}

function addJudgement(
  records: ProvRecords,
  judgement: Judgement,
  effect: string,
  known: ReadonlySet<string>,
): void {
  const person = id("person", judgement.author);
  const judging = id("judging", judgement.id);
  const entity = id("judgement", judgement.id);
  records.agent(person, {
    "prov:type": qualified("prov:Person"),
    "prov:label": judgement.author,
  });
  records.activity(judging, {"prov:type": "judging"});
  records.entity(entity, {
    "prov:type": "judgement",
    "prov:label": judgement.reason,
    "demarche:kind": judgement.kind,
    "demarche:effect": effect,
    "demarche:recordedOn": provDay(judgement.recordedOn),
  });
  records.relate("wasGeneratedBy", {"prov:entity": entity, "prov:activity": judging});
  records.relate("wasAssociatedWith", {"prov:activity": judging, "prov:agent": person});
  records.relate("wasAttributedTo", {"prov:entity": entity, "prov:agent": person});
  const about = judgement.kind === "source-grade" ? [] : judgement.about;
  for (const one of about)
    for (const kind of ["move", "event", "article", "step"]) {
      const judged = id(kind, one);
      if (known.has(judged))
        records.relate("used", {"prov:activity": judging, "prov:entity": judged});
    }
}
