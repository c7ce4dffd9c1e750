export {codeArticle} from "./code-article.ts";
export {codeMarked} from "./code-marked.ts";
export {codeSentence, type SentenceEvent} from "./code-sentence.ts";
export {type FamilyCounts, familyCounts} from "./confidence.ts";
export {findMentions, type Mention} from "./find-mentions.ts";
export {findSectors} from "./find-sectors.ts";
export {type Group, groupMentions} from "./group-mentions.ts";
export {splitSentences} from "./split-sentences.ts";
export {coder} from "./to-coded-event.ts";
