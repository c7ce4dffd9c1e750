import {
  type CodedLanguage,
  eventTypes,
  type LanguageModel,
  modes,
  sectors,
} from "../../world/index.ts";
import type {LinearModel} from "../scoring/linear-model.ts";
import {type Example, type Training, trainLinearModel} from "../scoring/train-linear-model.ts";
import type {LanguageModels} from "./code-in-language.ts";
import type {languageExamples} from "./language-examples.ts";
import {likelihoods} from "./likelihoods.ts";
import {roles} from "./role-features.ts";

type Examples = ReturnType<typeof languageExamples>;

const classes: Readonly<Record<LanguageModel, readonly string[]>> = {
  type: [...eventTypes, "NONE"],
  role: roles,
  mode: modes,
  sector: sectors,
};

/** Penalties chosen on fifths of the training sentences left out, among 0.02, 0.3, 1, 2 and 4. */
const penalty: Readonly<Record<LanguageModel, number>> = {type: 0.3, role: 1, mode: 0.5, sector: 2};
/**
 * Most of a model of types are words that hardly tell types apart: at 0.14 there are a third fewer bytes; at 0.2 event F1 lost
 * up to three points more.
 */
const leastWeight: Readonly<Record<LanguageModel, number>> = {
  type: 0.14,
  role: 0.1,
  mode: 0.1,
  sector: 0.1,
};
const settings: Omit<Training, "l2" | "leastWeight"> = {
  epochs: 10,
  rate: 0.1,
  leastCount: 2,
  seed: 1,
};

/** Languages so near that each learns of the other's sentences too, for half. */
export const siblings: Readonly<Partial<Record<CodedLanguage, CodedLanguage>>> = {
  id: "ms",
  ms: "id",
};
const siblingWeight = 0.5;
const folds = 5;
/**
 * How much a sentence counts a second time with its words hidden and its cues kept, so that a cue is trusted among words never seen.
 * Chosen on fifths that share no event's word: it helps Russian, of which there is least.
 */
const hiddenWords: Readonly<Record<CodedLanguage, number>> = {id: 0, ms: 0, ru: 0.5};
const kept = /^(?:c2?|f|l|m|s|v:c|v\+:c):/;

function withWordsHidden(examples: readonly Example[], weight: number): Example[] {
  if (weight === 0) return [];
  return examples.map(({features, label}) => ({
    features: new Map([...features].filter(([name]) => kept.test(name))),
    label,
    weight,
  }));
}

/** @param sibling examples of a near language; `null` where there is none. */
export function trainLanguage(
  language: CodedLanguage,
  own: Examples,
  sibling: Examples | null,
): LanguageModels {
  const besides = (what: LanguageModel) =>
    (sibling?.[what] ?? []).map((one) => ({...one, weight: siblingWeight * (one.weight ?? 1)}));
  const hidden = (what: LanguageModel, left: readonly Example[]) =>
    what === "type" ? withWordsHidden(left, hiddenWords[language]) : [];
  const train = (what: LanguageModel, left: readonly Example[] = own[what]) =>
    trainLinearModel([...left, ...hidden(what, left), ...besides(what)], classes[what], {
      ...settings,
      l2: penalty[what],
      leastWeight: leastWeight[what],
    });
  const temperature = fitTemperature(own.type, (left) => train("type", left));
  return {
    type: {...train("type"), temperature},
    role: train("role"),
    mode: train("mode"),
    sector: train("sector"),
  };
}

/** The temperature at which a model is as sure as it is right on the fifths that it has not seen. */
function fitTemperature(
  examples: readonly Example[],
  train: (left: readonly Example[]) => LinearModel,
): number {
  const models = Array.from({length: folds}, (_, fold) =>
    train(examples.filter((_, i) => i % folds !== fold)),
  );
  const loss = (temperature: number) =>
    examples.reduce((sum, {features, label}, i) => {
      const model = {...(models[i % folds] as LinearModel), temperature};
      const given = likelihoods(model, features)[model.classes.indexOf(label)] ?? 0;
      return sum - Math.log(Math.max(1e-9, given));
    }, 0);
  const tried = Array.from({length: 23}, (_, i) => Number((0.4 + 0.05 * i).toFixed(2)));
  return tried.map((one) => ({one, loss: loss(one)})).reduce((a, b) => (b.loss < a.loss ? b : a))
    .one;
}
