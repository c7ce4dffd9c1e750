import type {Verdict} from "../api/index.ts";

/** What a claim is worth, or what kind of statement is not judged. */
export function VerdictMark({
  verdict: {verdict, kind},
}: {
  readonly verdict: Pick<Verdict, "verdict" | "kind">;
}) {
  if (verdict === null) return <em>{kind}, not judged</em>;
  return <strong className={`verdict ${verdict.replace(" ", "-")}`}>{verdict}</strong>;
}
