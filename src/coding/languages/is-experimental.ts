import type {CodedLanguage} from "../../world/index.ts";

/** Event F1 below which a language's events are marked experimental. */
export const floor = 0.6;

/** Event F1 on each language's held-out sentences, by `npm run bench -- languages-coder`; a test holds it to the record. */
export const measuredF1: Readonly<Record<CodedLanguage, number>> = {
  id: 0.483,
  ms: 0.584,
  ru: 0.482,
};

/** Whether so little of what is coded in a language is right that every output must say so. */
export function isExperimental(language: CodedLanguage): boolean {
  return measuredF1[language] < floor;
}
