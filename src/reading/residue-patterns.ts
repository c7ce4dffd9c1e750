/** A chatbot's phrase, and why its words are a machine's and not a writer's. */
export interface ResiduePattern {
  readonly words: RegExp;
  readonly because: string;
}

const noun =
  "(?:content|text|article|draft|piece|post|version|summary|tone|wording|outline|headline)";
const work =
  "(?:help|enhance|format|rewrite|rephrase|revise|summari[sz]e|shorten|expand|adjust|refine|polish|tailor|translate|turn|convert|add|change|tweak|edit)";

/**
 * Sentences that mark themselves: each speaks to the person who asked, of the text itself. English only. Gathered from what
 * chatbots are widely known to write around an answer, in our own words; all gaps between words are bounded.
 */
export const signs: readonly ResiduePattern[] = [
  {
    words: new RegExp(
      String.raw`\b(?:[Ww]ould you like me to|[Ss]hall I|(?:[Dd]o you w|^W)ant me to|[Ii]s there anything else you(?:['’]d| would) like me to|[Ii]f you(?:['’]d like| would like| want| prefer), I (?:can|could))\b.{0,60}\b${work}\b.{0,60}\b(?:${noun}|it|this)\b`,
      "u",
    ),
    because: "offers the person who asked more work on the text",
  },
  {
    words: new RegExp(
      String.raw`\bI(?: can| could|['’]d be happy to| would be happy to|['’]d be glad to)(?: also)?(?: help)?(?: you)? ${work}\b.{0,40}\b(?:the|this|your) (?:[\p{L}]{2,15} )?${noun}\b`,
      "u",
    ),
    because: "offers the person who asked more work on the text",
  },
  {
    words:
      /\b[Aa]s an? (?:AI|artificial intelligence|large language)(?: language)?(?: model| assistant)?\b,? I\b/u,
    because: "speaks as a language model",
  },
  {
    words:
      /\b(?:[Ss]ebagai (?:sebuah )?model (?:bahasa|AI)\b.{0,20}\bsaya\b|[Aa]pakah Anda ingin saya\b)|(?:^|\s)(?:[Кк]ак (?:языковая модель|ИИ)|[Хх]отите, (?:чтобы )?я)(?=[\s,])/u,
    because: "speaks as a language model or offers more work",
  },
  {
    words:
      /\bI can(?: also)? (?:provide|create|generate|draft|write|prepare|make|include)\b.{0,80}\b(?:if you(?:['’]d| would)? (?:like|want|need|prefer)|for you)\b/u,
    because: "offers the person who asked more work on the text",
  },
  {
    words:
      /\b(?:[Tt]his|[Tt]he) (?:article|text|story|report) (?:was|is|has been) (?:written|generated|created|produced) (?:by|with|with the help of) (?:an? )?(?:AI|artificial intelligence|ChatGPT|(?:large )?language model)\b/u,
    because: "says that a machine wrote it",
  },
  {
    words:
      /\b(?:my (?:knowledge|training)(?: data)? (?:cut-?off|only goes)|[Aa]s of my (?:last|latest) (?:knowledge )?(?:update|training))\b/u,
    because: "speaks of a model's training",
  },
  {
    words:
      /\bI (?:cannot|can['’]t|am unable to|do not have|don['’]t have) (?:access|browse|assist with|fulfill?|provide|the ability)\b.{0,40}\b(?:real-time|internet|request|browsing|up-to-date)\b/u,
    because: "tells what a model can't do",
  },
  {
    words:
      /^[Hh]ere(?:['’]s| is) (?:the|a|an|your|my) (?:[\p{L}-]{2,20},? ){0,4}(?:rewritten|revised|rephrased|updated|expanded|polished|improved|shortened|paraphrased|formatted|edited) .{0,80}[:.]$/u,
    because: "hands over a text that was asked for",
  },
  {
    words: new RegExp(
      String.raw`\bI hope (?:this|the|that) (?:${noun}|response|rewrite|revision)\b.{0,40}\b(?:helps?|helpful|useful|meets|works|suits)\b`,
      "u",
    ),
    because: "hands over a text that was asked for",
  },
  {
    words: new RegExp(
      String.raw`\b[Ll]et me know if (?:you(?:['’]d| would) like|you (?:need|want)|there(?:['’]s| is) any)\b.{0,60}\b(?:${work}|changes|adjustments|revisions|version|else|further|more)\b`,
      "u",
    ),
    because: "asks the person who asked for more wishes",
  },
];

/** Words that are residue by themselves; the sentence around them may be a writer's. */
export const marks: readonly ResiduePattern[] = [
  {
    words:
      /\b(?:Certainly|Sure|Of course|Absolutely)[!,] [Hh]ere(?:['’]s| is| are)\b[^.:\n]{0,160}[.:]?/gu,
    because: "hands over a text that was asked for",
  },
  {
    words:
      /\[(?:[Ii]nsert|[Aa]dd|[Yy]our|[Ii]nclude|[Pp]laceholder|[Ff]ill in|INSERT|YOUR)(?: [^\]\n]{1,60})?\]/gu,
    because: "is a placeholder that nobody filled in",
  },
  {
    words:
      /:contentReference\[oaicite:\d+\](?:\{[^}\n]{0,40}\})?|【\d+†[^】\n]{0,40}】|\bciteturn\d+\w{1,20}/gu,
    because: "is a chatbot's citation mark",
  },
];

/** Sentences that are residue only beside a sign: "Just let me know!" alone may be anyone's. */
export const echo =
  /^(?:Certainly|Sure|Of course|Absolutely|Great question)[!.]$|\b(?:[Jj]ust let me know|[Ll]et me know|[Ff]eel free to (?:ask|reach out)|[Hh]ope this helps|[Ii]f you['’]d like|[Ww]ould you like)\b/u;
