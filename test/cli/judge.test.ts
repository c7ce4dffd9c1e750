import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {foundingLedger} from "../pipeline/founding-ledger.ts";
import {callDemarche} from "./call-demarche.ts";

describe("demarche judge", () => {
  let ledger: string;
  let moveId: string;
  const demarche = (...args: string[]) => callDemarche([...args, "--ledger", ledger]);
  const by = ["--author", "Ana", "--reason", "I read the communiqué"];

  beforeAll(async () => {
    const house = await foundingLedger();
    ledger = house.path;
    await house.ledger.close();
    const article = join(mkdtempSync(join(tmpdir(), "demarche-judge-")), "article.txt");
    writeFileSync(
      article,
      "JAKARTA, 3 March 2026 (Antara) - Indonesia held talks with Russia on a nuclear reactor, the foreign ministry said.\n",
    );
    expect((await demarche("read", article)).status).toBe(0);
    const listed = await demarche("moves", "--json", "--limit", "5000");
    const {moves} = JSON.parse(listed.stdout);
    moveId = moves.find(
      ({from, specimen}: {from: string; specimen: boolean}) => from === "article" && !specimen,
    ).id;
  });

  it("takes a short id, says what moved and why, and lists what was said", async () => {
    const {status, stdout} = await demarche(
      "judge",
      "recode",
      moveId.slice(0, 8),
      "--field",
      "type=AGREE",
      ...by,
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/^kept [0-9a-f]{16}: type recoded as AGREE/);
    expect(stdout).toMatch(new RegExp(`move +${moveId}.*judgement [0-9a-f]{16}`));
    const {judgements} = JSON.parse((await demarche("judge", "--list", "--json")).stdout);
    expect(judgements).toEqual([
      expect.objectContaining({
        effect: "applied",
        judgement: expect.objectContaining({about: [moveId], author: "Ana"}),
      }),
    ]);
  });

  it("is in the versions of a move, and in what moved since a day", async () => {
    const {stdout} = await demarche("moves", "--history", moveId.slice(0, 8));
    expect(stdout.trim().split("\n")).toHaveLength(4);
    const told = await demarche("changes", "--since", "2026-11-24", "--json");
    const {changes} = JSON.parse(told.stdout);
    expect(changes).toContainEqual(
      expect.objectContaining({
        kind: "move",
        what: moveId,
        before: null,
        because: expect.arrayContaining([expect.objectContaining({kind: "judgement"})]),
      }),
    );
  });

  it.each([
    ["a verb that is none", ["adore", "abcd1234", ...by]],
    ["nothing at all", []],
    ["nobody's name", ["reject", "abcd1234", "--reason", "x"]],
    ["no field", ["recode", "abcd1234", ...by]],
    ["a field that is none", ["recode", "abcd1234", "--field", "grade=A", ...by]],
    ["a state that is none", ["recode", "abcd1234", "--field", "sources=XQX", ...by]],
    ["an id that names nothing", ["reject", "ffffffff", ...by]],
    ["a past day", ["reject", "ffffffff", "--as-of", "2020-01-01", ...by]],
    ["a grade that is none", ["grade", "Antara", "--reliability", "Z", ...by]],
  ])("refuses %s with one line and what to do", async (_, args) => {
    const {status, stderr} = await demarche("judge", ...args);
    expect(status).toBe(2);
    const lines = stderr
      .trim()
      .split("\n")
      .filter((line) => !line.includes("working out"));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^demarche: /);
  });
});
