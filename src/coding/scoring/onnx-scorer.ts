import {z} from "zod";
import {InputError} from "../../sources/index.ts";
import type {Stretch} from "../../world/index.ts";
import type {OutsideScorer, ScorerQuestion} from "./outside-scorer.ts";
import {type ScoredType, scoredTypes} from "./scorer.ts";

/** Gives the classes of a text with a score each, as the "text-classification" pipeline of transformers.js does. */
export type Classify = (text: string) => Promise<unknown>;

const classesSchema = z
  .array(z.strictObject({label: z.string().max(100), score: z.number().min(0).max(1)}))
  .min(1);

/** A scorer of a sequence classifier on this machine, whose classes are PLOVER's types and NONE. @param name of the model. */
export function onnxScorer(name: string, classify: Classify): OutsideScorer {
  return {
    id: `onnx-${name}`,
    answer: async (question) => {
      const read = classesSchema.safeParse(await classify(marked(question)));
      if (!read.success) return null;
      const probabilities: Partial<Record<ScoredType, number>> = {};
      for (const {label, score} of read.data) probabilities[typeOf(label, name)] = score;
      return {probabilities, quote: null};
    },
  };
}

function typeOf(label: string, name: string): ScoredType {
  const type = scoredTypes.find((one) => one === label.toUpperCase());
  if (type === undefined)
    throw new InputError(
      `the model ${name} tells of "${label}", which is no type of PLOVER`,
      `give a classifier whose labels (id2label in its config.json) are ${scoredTypes.join(", ")}`,
    );
  return type;
}

/** The sentence with its parts in marks: "<s>Russia</s> <e>expelled</e> two envoys of <t>Norway</t>". */
export function marked({text, source, target, event}: ScorerQuestion): string {
  const marks: (readonly [string, Stretch | null])[] = [
    ["s", source],
    ["t", target],
    ["e", event],
  ];
  const cuts = marks
    .flatMap(([mark, part]) =>
      part === null
        ? []
        : [
            {at: part.start, order: 1, words: `<${mark}>`},
            {at: part.end, order: 0, words: `</${mark}>`},
          ],
    )
    .sort((a, b) => a.at - b.at || a.order - b.order);
  let out = "";
  let from = 0;
  for (const {at, words} of cuts) {
    out += text.slice(from, at) + words;
    from = at;
  }
  return out + text.slice(from);
}
