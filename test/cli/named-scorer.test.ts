import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {namedScorer} from "../../src/cli/named-scorer.ts";
import {askAhead, codeSentence, scorerOf} from "../../src/coding/index.ts";
import {reference} from "../sources/real-reference.ts";

const folder = mkdtempSync(join(tmpdir(), "demarche-scorer-"));
afterAll(() => rmSync(folder, {recursive: true}));
const model = join(folder, "plover");
mkdirSync(join(model, "onnx"), {recursive: true});
for (const file of ["config.json", "tokenizer.json", "tokenizer_config.json", "onnx/model.onnx"])
  writeFileSync(join(model, file), "{}");

const text = "Norway expelled two Russian diplomats on Monday.";
const named = (name: string, load?: () => Promise<unknown>, calibration?: string) =>
  namedScorer(name, calibration, reference, {}, load);

describe("the scorer that a person names", () => {
  it("is the one that ships where it is called linear", async () => {
    expect(await named("linear")).toBeNull();
  });

  it("is refused with what there is where there is none of the name", async () => {
    await expect(named("gpt")).rejects.toMatchObject({
      message: 'there is no scorer "gpt"',
      whatToDo: expect.stringContaining("onnx:<folder>"),
    });
  });

  it("says which file of a model is not there", async () => {
    await expect(named(`onnx:${folder}`)).rejects.toThrow(/config.json is not there/);
  });

  it("says what to install where the library is not there", async () => {
    const missing = () =>
      Promise.reject(
        new Error("Cannot find package '@huggingface/transformers' imported from here"),
      );
    await expect(named(`onnx:${model}`, missing)).rejects.toMatchObject({
      message: expect.stringContaining("not installed"),
      whatToDo: "npm install @huggingface/transformers",
    });
  });

  it("loads a model from its folder alone, and lets the library download nothing", async () => {
    const env: Record<string, unknown> = {allowRemoteModels: true};
    const asked: unknown[] = [];
    const pipeline = async (...how: unknown[]) => {
      asked.push(how);
      return async () => [
        {label: "PROTEST", score: 0.9},
        {label: "NONE", score: 0.1},
      ];
    };
    const scorer = await named(`onnx:${model}`, async () => ({env, pipeline}));
    expect(env).toMatchObject({allowRemoteModels: false, allowLocalModels: true});
    expect(asked).toEqual([
      ["text-classification", model, {local_files_only: true, dtype: "fp32"}],
    ]);
    expect(scorer?.outside.id).toBe("onnx-plover");
    expect(await scorer?.outside.answer({text, source: null, target: null, event: null})).toEqual({
      probabilities: {PROTEST: 0.9, NONE: 0.1},
      quote: null,
    });
  });

  it("says what is missing where a model is to be asked over HTTP", async () => {
    await expect(named("chat")).rejects.toMatchObject({
      whatToDo: expect.stringContaining("DEMARCHE_SCORER_URL"),
    });
  });

  it("asks a model on this machine", async () => {
    const server = createServer((request, response) => {
      let body = "";
      request.on("data", (part) => {
        body += part;
      });
      request.on("end", () => {
        const {messages} = JSON.parse(body);
        const {event} = JSON.parse(messages[1].content);
        const content = JSON.stringify({type: "PROTEST", probability: 0.9, quote: event});
        response.end(
          JSON.stringify({id: "1", choices: [{index: 0, message: {role: "a", content}}]}),
        );
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    try {
      const {port} = server.address() as AddressInfo;
      const environment = {
        DEMARCHE_SCORER_URL: `http://127.0.0.1:${port}/v1`,
        DEMARCHE_SCORER_MODEL: "tiny",
      };
      const scorer = await namedScorer("chat", undefined, reference, environment);
      if (scorer === null) throw new Error("no scorer");
      const {result} = await askAhead(
        (by) => codeSentence(text, reference, null, [], by),
        scorerOf(reference),
        scorer.outside,
        null,
      );
      expect(result[0]?.type).toBe("PROTEST");
    } finally {
      server.close();
    }
  });

  it("takes a calibration that was fitted for it, and no other", async () => {
    const file = join(folder, "calibration.json");
    const load = async () => ({env: {}, pipeline: async () => async () => []});
    const written = (scorer: string) =>
      writeFileSync(file, JSON.stringify({scorer, answers: 9, slope: 0.5, shift: 0.1}));
    written("onnx-plover");
    const scorer = await named(`onnx:${model}`, load, file);
    expect(scorer?.calibration).toMatchObject({slope: 0.5, shift: 0.1});
    written("chat-other");
    await expect(named(`onnx:${model}`, load, file)).rejects.toThrow(/fitted for chat-other/);
  });
});
