import {createContext, useContext} from "react";
import type {Answer, PartyId} from "../api/index.ts";
import type {Choice} from "./view.ts";

/** What every part of the page may read: the answer, the names of its codes, and what the reader narrowed it to. */
export interface Page {
  readonly answer: Answer;
  readonly names: Readonly<Record<PartyId, string>>;
  readonly view: Choice;
  /** A party's name; its code where none is known. */
  readonly nameOf: (party: PartyId) => string;
}

export const PageContext = createContext<Page | null>(null);

/** @throws Error outside a page: a bug of ours. */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === null) throw new Error("this part stands outside the page");
  return page;
}
