import {createHash} from "node:crypto";
import type {Bloc, Move, PartyId, State} from "../world/index.ts";
import {gradeLabel, isGap, whenText} from "../world/index.ts";
import {type About, aboutOf} from "./about.ts";
import {type CitedSource, citedSources, sourceFinder} from "./cited-sources.ts";
import type {Matter} from "./matter.ts";
import {methodName} from "./method-name.ts";
import {addressOf} from "./safe-origin.ts";

/** An entity of FollowTheMoney, as Aleph and OpenSanctions' tools read it, one a line. */
export interface FtmEntity {
  readonly id: string;
  readonly schema: "PublicBody" | "Organization" | "Event" | "Sanction" | "Article" | "Document";
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/** FollowTheMoney names languages by ISO 639-2 codes; these are the ones that our reader tells apart. */
const languages: Readonly<Record<string, string>> = {
  en: "eng",
  id: "ind",
  ms: "msa",
  ru: "rus",
  zh: "zho",
  fr: "fra",
  de: "deu",
  es: "spa",
};

/**
 * The ledger as a graph for Aleph and yente: states and blocs, each move as an event that involves them, sanctions in
 * force as such, and what proves each (articles; datasets and documents as documents). Persons do not act here: an office
 * holder is read as the state. Everything names the version of Demarche and the day.
 */
export function followTheMoney(matter: Matter): string {
  const about = aboutOf(matter);
  const {answer, reference} = matter;
  const acting = new Set(
    answer.ledgerMoves.flatMap(({sources, targets}) => [...sources, ...targets]),
  );
  const sources = sourceFinder(matter);
  const proofs = (move: Move) => sources(move.evidence).map(({id}) => ftmId(id));
  const entities: readonly FtmEntity[] = [
    ...reference.states.filter(({code}) => acting.has(code)).map(stateEntity),
    ...reference.blocs.filter(({id}) => acting.has(id)).map(blocEntity),
    ...citedSources(matter).map((source) => sourceEntity(source)),
    ...answer.ledgerMoves.flatMap((move) => moveEntities(move, proofs(move), reference.states)),
  ];
  return entities.map((entity) => `${JSON.stringify(filled(entity, about))}\n`).join("");
}

/** The entity without what is blank, and signed; articles and documents have publishers of their own. */
function filled({id, schema, properties}: FtmEntity, {demarche, asOf}: About): FtmEntity {
  const signed =
    schema === "Article" || schema === "Document"
      ? properties
      : {...properties, publisher: [`Demarche ${demarche}`], retrievedAt: [asOf]};
  const said = Object.entries(signed)
    .map(([name, values]) => [name, values.filter((value) => value.trim() !== "")] as const)
    .filter(([, values]) => values.length > 0);
  return {id, schema, properties: Object.fromEntries(said)};
}

function ftmId(id: string): string {
  return `demarche-${id}`;
}

function partyId(party: PartyId): string {
  return ftmId(`party-${party.toLowerCase()}`);
}

function countryOf(state: State | undefined): readonly string[] {
  return state?.iso2 === null || state === undefined ? [] : [state.iso2.toLowerCase()];
}

function stateEntity(state: State): FtmEntity {
  return {
    id: partyId(state.code),
    schema: "PublicBody",
    properties: {
      name: [state.name],
      alias: state.aliases,
      classification: ["State"],
      country: countryOf(state),
    },
  };
}

function blocEntity(bloc: Bloc): FtmEntity {
  return {
    id: partyId(bloc.id),
    schema: "Organization",
    properties: {
      name: [bloc.name],
      alias: bloc.aliases,
      classification: [bloc.kind === "aggregate" ? "Aggregate" : "International organisation"],
    },
  };
}

function sourceEntity(source: CitedSource): FtmEntity {
  const id = ftmId(source.id);
  switch (source.kind) {
    case "article": {
      const {title, author, outlet, published, recordedOn, origin, language} = source.article;
      return {
        id,
        schema: "Article",
        properties: {
          title: isGap(title) ? [] : [title],
          author: isGap(author) ? [] : [author],
          publisher: isGap(outlet) ? [] : [outlet],
          publishedAt: isGap(published) ? [] : [published],
          retrievedAt: [recordedOn],
          sourceUrl: [addressOf(origin) ?? []].flat(),
          language: [languages[language] ?? []].flat(),
          notes: [
            source.article.specimen ? "Specimen: written for the program, reports nothing" : [],
            source.licence === null ? [] : `Licence: ${source.licence}`,
          ].flat(),
        },
      };
    }
    case "dataset": {
      const {id: dataset, title, publisher, retrieved, citation, licence} = source.dataset;
      return {
        id,
        schema: "Document",
        properties: {
          title: [title],
          fileName: [`${dataset}.parquet`],
          publisher: [publisher ?? []].flat(),
          retrievedAt: [retrieved ?? []].flat(),
          summary: [citation ?? []].flat(),
          notes: [`Licence: ${licence ?? "not known"}`],
        },
      };
    }
    case "document":
      // A Document must have a file name; this one is no file here, so its title stands for it.
      return {
        id,
        schema: "Document",
        properties: {title: [source.words], fileName: [wordsOr(source.words, source.id)]},
      };
  }
}

function moveEntities(
  move: Move,
  proof: readonly string[],
  states: readonly State[],
): readonly FtmEntity[] {
  const date = isGap(move.when) ? [] : [whenText(move)];
  const countries = (parties: readonly PartyId[]) =>
    parties.flatMap((party) => countryOf(states.find(({code}) => code === party)));
  const event: FtmEntity = {
    id: ftmId(`move-${move.id}`),
    schema: "Event",
    properties: {
      name: [wordsOr(move.summary, move.id)],
      date,
      organizer: unique(move.sources).map(partyId),
      involved: unique([...move.sources, ...move.targets]).map(partyId),
      country: unique(countries([...move.sources, ...move.targets])),
      keywords: [move.type ?? [], `mode: ${move.mode}`, move.sectors].flat(),
      recordId: [move.id],
      modifiedAt: [move.recordedOn],
      proof,
      description: unique(move.evidence.map(({quote}) => quote)),
      notes: [
        `Admiralty grade ${gradeLabel(move.grade)}`,
        `${move.articles} articles, ${move.independentOrigins} independent origins`,
        move.recipe === undefined ? [] : `Linked by ${methodName(move.recipe)}`,
        move.specimen ? "Specimen: never counted" : [],
      ].flat(),
    },
  };
  if (move.from !== "sanction") return [event];
  const sanctions = move.targets.map((target): FtmEntity => {
    const key = createHash("sha256").update(`${move.id} ${target}`).digest("hex").slice(0, 16);
    return {
      id: ftmId(`sanction-${key}`),
      schema: "Sanction",
      properties: {
        entity: [partyId(target)],
        authority: move.sources.map(
          (party) => states.find(({code}) => code === party)?.name ?? party,
        ),
        country: unique(countries(move.sources)),
        startDate: date,
        summary: [move.summary],
        recordId: [move.id],
        proof,
      },
    };
  });
  return [event, ...sanctions];
}

/** FollowTheMoney takes blank values off, and some must be there. */
function wordsOr(words: string, otherwise: string): string {
  return words.trim() === "" ? otherwise : words;
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}
