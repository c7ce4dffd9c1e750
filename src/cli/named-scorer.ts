import {lookup} from "node:dns/promises";
import {existsSync} from "node:fs";
import {basename, resolve} from "node:path";
import {z} from "zod";
import {type Classify, chatScorer, onnxScorer, type Platt} from "../coding/index.ts";
import type {NamedModel} from "../pipeline/index.ts";
import {InputError, postJson} from "../sources/index.ts";
import type {Reference} from "../world/index.ts";
import {readNamed} from "./house.ts";

/** Where a scorer that is asked over HTTP is described: the environment, so that no key stands in a command line. */
export const scorerVariables = {
  url: "DEMARCHE_SCORER_URL",
  model: "DEMARCHE_SCORER_MODEL",
  key: "DEMARCHE_SCORER_KEY",
} as const;

/** What loads the library that runs ONNX models; another in tests. */
export type LoadTransformers = () => Promise<unknown>;

/** An optional peer: by a name that the compiler does not follow, since few have it installed. */
const loadTransformers: LoadTransformers = () => {
  const library: string = "@huggingface/transformers";
  return import(library);
};

const calibrationSchema = z.strictObject({
  scorer: z.string(),
  answers: z.number().int().positive(),
  slope: z.number(),
  shift: z.number(),
});
export type Calibration = z.infer<typeof calibrationSchema>;

/**
 * The scorer that a person named: "linear" (`null`, the one that ships), "onnx:<folder>", or "chat" with its address in the
 * environment.
 * @throws InputError when there is no such scorer, or what it needs is not there.
 */
export async function namedScorer(
  name: string,
  calibrationFile: string | undefined,
  reference: Reference,
  environment: Readonly<Record<string, string | undefined>>,
  load: LoadTransformers = loadTransformers,
): Promise<NamedModel | null> {
  if (name === "linear") return null;
  const folder = /^onnx:(.+)$/.exec(name)?.[1];
  if (folder === undefined && name !== "chat")
    throw new InputError(
      `there is no scorer "${name}"`,
      "choose linear, onnx:<folder> or chat (docs/scorers.md)",
    );
  const outside =
    folder === undefined
      ? chatOf(reference, environment)
      : onnxScorer(basename(resolve(folder)), await classifierIn(resolve(folder), load));
  const calibration =
    calibrationFile === undefined ? null : readCalibration(calibrationFile, outside.id);
  return {outside, calibration};
}

function chatOf(reference: Reference, environment: Readonly<Record<string, string | undefined>>) {
  const base = environment[scorerVariables.url];
  const model = environment[scorerVariables.model];
  if (!base || !model)
    throw new InputError(
      "the scorer chat has no address or no model",
      `set ${scorerVariables.url} (such as http://localhost:11434/v1) and ${scorerVariables.model}; a key goes into ${scorerVariables.key}`,
    );
  const key = environment[scorerVariables.key] ?? null;
  const address = `${base.replace(/\/+$/, "")}/chat/completions`;
  return chatScorer(model, reference.codebook, (body) =>
    postJson(address, body, {key, lookup: (host) => lookup(host, {all: true})}),
  );
}

const libraryShape = z.object({
  env: z.record(z.string(), z.unknown()),
  pipeline: z.custom<(task: string, model: string, how: object) => Promise<unknown>>(
    (one) => typeof one === "function",
  ),
});

/** Loads a sequence classifier from its folder, and nothing from the network. */
async function classifierIn(folder: string, load: LoadTransformers): Promise<Classify> {
  for (const file of ["config.json", "tokenizer.json", "tokenizer_config.json", "onnx/model.onnx"])
    if (!existsSync(resolve(folder, file)))
      throw new InputError(
        `${folder} holds no ONNX model: ${file} is not there`,
        "give a folder with config.json, tokenizer.json, tokenizer_config.json and onnx/model.onnx; nothing is downloaded",
      );
  const {env, pipeline} = await libraryOf(load);
  Object.assign(env, {allowRemoteModels: false, allowLocalModels: true});
  try {
    const classify = await pipeline("text-classification", folder, {
      local_files_only: true,
      // onnx/model.onnx, whatever config.json would rather have.
      dtype: "fp32",
    });
    if (typeof classify !== "function") throw new Error("the pipeline is no function");
    // A tokenizer or a graph that does not fit fails at its first text only.
    await classify("<s>Russia</s> <e>expelled</e> envoys of <t>Norway</t>", {top_k: null});
    return (text) => classify(text, {top_k: null});
  } catch (cause) {
    throw new InputError(
      `the model in ${folder} could not be loaded: ${firstLine(cause)}`,
      "give a sequence classifier in the layout of transformers.js (docs/scorers.md)",
      {cause},
    );
  }
}

const firstLine = (cause: unknown) =>
  String(cause instanceof Error ? cause.message : cause).replace(/\n.*/s, "");

/** Node names what it did not find: the library itself, or (half installed) a part of it. */
const isMissing = (cause: unknown) =>
  firstLine(cause).includes("Cannot find package '@huggingface/transformers'");

async function libraryOf(load: LoadTransformers) {
  let loaded: unknown;
  try {
    loaded = await load();
  } catch (cause) {
    throw new InputError(
      isMissing(cause)
        ? "ONNX models need @huggingface/transformers, which is not installed"
        : `@huggingface/transformers could not be loaded: ${firstLine(cause)}`,
      "npm install @huggingface/transformers",
      {cause},
    );
  }
  const {env, pipeline} = Object(loaded) as Record<string, unknown>;
  // `env` must stay the library's own object: what is set on it is what the library heeds.
  const read = libraryShape.safeParse({env, pipeline});
  if (!read.success)
    throw new InputError(
      "@huggingface/transformers has no pipeline",
      "install version 3 or later of it",
    );
  return {env: Object(env), pipeline: read.data.pipeline};
}

/** @throws InputError when the file is none, or was fitted for another scorer. */
function readCalibration(path: string, id: string): Platt {
  let told: unknown;
  try {
    told = JSON.parse(readNamed(path));
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw new InputError(`${path} is no JSON`, "fit it with scripts/calibrate-scorer.ts", {cause});
  }
  const read = calibrationSchema.safeParse(told);
  if (!read.success)
    throw new InputError(`${path} is no calibration`, "fit it with scripts/calibrate-scorer.ts");
  if (read.data.scorer !== id)
    throw new InputError(
      `${path} was fitted for ${read.data.scorer}, not for ${id}`,
      "fit one for this scorer with scripts/calibrate-scorer.ts",
    );
  return read.data;
}
