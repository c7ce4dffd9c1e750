import type {EventType, LanguageBook, ModeWord, Sector} from "../../world/index.ts";
import {type NameBook, nameBook} from "./find-names.ts";
import {compileRows, type RowBook} from "./match-rows.ts";

/** A language's book, ready to be looked up word by word. */
export interface CompiledBook {
  readonly book: LanguageBook;
  readonly cues: RowBook<EventType | "NONE">;
  readonly modes: RowBook<ModeWord>;
  readonly sectors: RowBook<Sector>;
  readonly actors: RowBook<"actor">;
  readonly names: NameBook;
}

const known = new WeakMap<LanguageBook, CompiledBook>();

/** Built once a book. */
export function compileBook(book: LanguageBook): CompiledBook {
  const built = known.get(book);
  if (built !== undefined) return built;
  const compiled = {
    book,
    cues: compileRows(book.cues),
    modes: compileRows(book.modes),
    sectors: compileRows(book.sectors),
    actors: compileRows({actor: book.actors}),
    names: nameBook(book),
  };
  known.set(book, compiled);
  return compiled;
}
