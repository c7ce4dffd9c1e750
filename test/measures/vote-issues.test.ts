import {describe, expect, it} from "vitest";
import {voteIssues} from "../../src/measures/vote-issues.ts";

const issuesOf = (title: string) =>
  voteIssues.filter(({inTitle}) => inTitle.test(title)).map(({id}) => id);

describe("what a recorded vote is about", () => {
  it("is told by words of its title, as one issue or several", () => {
    expect(issuesOf("Peaceful settlement of the question of Palestine")).toEqual(["middle-east"]);
    expect(issuesOf("Treaty on the Prohibition of Nuclear Weapons")).toEqual([
      "nuclear",
      "disarmament",
    ]);
    expect(issuesOf("Question of Western Sahara")).toEqual(["colonialism"]);
    expect(
      issuesOf("Information from Non-Self- Governing Territories transmitted under Article 73 e"),
    ).toEqual(["colonialism"]);
    expect(issuesOf("Human rights and unilateral coercive measures")).toEqual(["human-rights"]);
    expect(issuesOf("International trade and development")).toEqual(["economy"]);
  });

  it("is not known where no word tells", () => {
    expect(issuesOf("Oceans and the law of the sea")).toEqual([]);
    expect(issuesOf("Report of the International Criminal Court")).toEqual([]);
    expect(issuesOf("")).toEqual([]);
  });

  it("is not told by a word that only begins alike", () => {
    expect(issuesOf("Minerals, armies and tradesmen")).toEqual([]);
  });
});
