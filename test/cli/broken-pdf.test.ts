import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {makePdf} from "../sources/formats/make-pdf.ts";
import {runDemarche} from "./run-demarche.ts";

/** A PDF of two pages whose list of objects is wrong for both. */
function twoLostPages(): Buffer {
  const page = [{x: 60, y: 700, size: 10, text: "The ministers met in Jakarta."}];
  const whole = makePdf([page, page]).toString("latin1");
  const list = whole.indexOf("0000000000 65535");
  const entry = (nth: number) => list + 20 * nth;
  const offset = (nth: number) => whole.slice(entry(nth), entry(nth) + 10);
  const pointed = (text: string, nth: number, to: string) =>
    text.slice(0, entry(nth)) + to + text.slice(entry(nth) + 10);
  return Buffer.from(pointed(pointed(whole, 4, offset(0)), 6, offset(1)), "latin1");
}

describe("a PDF whose pages are all lost", () => {
  it("is told in one line, and does not end the process as a fault of ours", () => {
    const folder = mkdtempSync(join(tmpdir(), "demarche-broken-pdf-"));
    const file = join(folder, "lost.pdf");
    writeFileSync(file, twoLostPages());
    const {status, stderr} = runDemarche(["audit", file, "--ledger", join(folder, "l.duckdb")]);
    expect(stderr).not.toContain("XRefEntryException");
    expect(status).toBe(2);
  });
});
