import {describe, expect, it} from "vitest";
import {readText} from "./capture-text.ts";

const residueIn = (text: string) => {
  const article = readText(text);
  return article.flags
    .filter(({kind}) => kind === "machine-residue")
    .map(({start, end}) => article.text.slice(start, end));
};

describe("a machine's leftover", () => {
  it.each([
    "Would you like me to rewrite this in a more formal tone?",
    "I'd be happy to expand the article further.",
    "If you want, I can also summarize the text.",
    "As a large language model, I cannot verify this.",
    "I cannot provide real-time information.",
    "As of my last update, no deal had been signed.",
    "Sure! Here's the revised version of your article:",
    "Here is the rewritten article:",
    "I hope this draft meets your needs!",
    "Let me know if you need any changes.",
  ])("is flagged: %s", (line) => {
    const text = `Chad and Niger signed a treaty on cattle on Monday, and the ministers shook hands.\n\n${line}\n\nMore rain fell.`;
    expect(residueIn(text)).toEqual([line]);
  });

  it("is flagged at the placeholder alone, so that the sentence around it can still be read", () => {
    expect(residueIn("Chad signed a treaty with Niger on [insert date] in Niamey.")).toEqual([
      "[insert date]",
    ]);
  });

  it("is flagged beside words that somebody said", () => {
    const residue = "As an AI language model, I cannot confirm this.";
    expect(residueIn(`Chad said that it would sign. ${residue} Niger agreed.`)).toEqual([residue]);
  });

  it.each([
    'The chatbot answered: "As an AI language model, I cannot judge the king."',
    "Asked for a poem, ChatGPT replied that it would be happy to help. As an AI language model, I have no taste, it wrote.",
    '"I can help you with this report," the minister said.',
    "“Let me know if you need anything else,” she told the envoy.",
    "Let me know what you think, the ambassador wrote to his colleague.",
    "Certainly the treaty is old. Here is where it was signed.",
    "Of course, both sides want an agreement.",
    "The ministry hopes this report will help farmers.",
    "Officials said they would help rewrite the text of the treaty.",
    "I could add that this report changes nothing, the columnist writes.",
    "I can change it, the minister thought, and left.",
    "The figure [in brackets] was added [by the editor].",
    "If you’d like to comment, write to the editor.",
  ])("is not seen in a story that people wrote: %s", (text) => {
    expect(residueIn(text)).toEqual([]);
  });
});
