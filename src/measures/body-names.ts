/** A name may have these between its words: "Bank of China" is one. */
const joining = new Set(["of", "for", "de", "and", "&"]);
/** What is longer is no passage, and what has more names is a list. */
const longest = 20_000;
const most = 40;

/**
 * What in a passage may be the name of a person, body or vessel: two capitalised words and more on end. It is only what is
 * worth asking a list about, and says nothing of who it is.
 */
export function bodyNames(passage: string): readonly string[] {
  const names = new Set<string>();
  let run: string[] = [];
  const close = () => {
    while (joining.has(run.at(-1) ?? "")) run.pop();
    if (run.length > 1) names.add(run.join(" "));
    run = [];
  };
  for (const written of passage.slice(0, longest).split(/\s+/)) {
    const bare = trimmed(written);
    const capitalised = bare !== "" && /^\p{Lu}/u.test(bare);
    if (!capitalised && !(run.length > 0 && joining.has(written))) close();
    else run.push(capitalised ? bare : written);
    // A sentence or clause that ends here ends a name too.
    if (/[.,;:!?)]$/.test(written)) close();
    if (names.size === most) break;
  }
  close();
  return [...names].slice(0, most);
}

/** A word without the marks around it; none longer than a name is. */
function trimmed(word: string): string {
  return word
    .slice(0, 60)
    .replace(/^[^\p{L}\d]{1,8}/u, "")
    .replace(/[^\p{L}\d]{1,8}$/u, "");
}
