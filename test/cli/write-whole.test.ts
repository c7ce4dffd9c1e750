import {mkdtempSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {writeFolderWhole, writeWhole} from "../../src/cli/write-whole.ts";

const emptyFolder = () => mkdtempSync(join(tmpdir(), "demarche-whole-"));

const breaksOff = async (path: string) => {
  await writeFile(path, "half");
  throw new Error("broke off");
};

describe("a file that is written whole", () => {
  it("stands as it was where the writing breaks off, with nothing left beside it", async () => {
    const folder = emptyFolder();
    const path = join(folder, "table.csv");
    writeFileSync(path, "before");
    await expect(writeWhole(path, breaksOff)).rejects.toThrow("broke off");
    expect(readFileSync(path, "utf8")).toBe("before");
    expect(readdirSync(folder)).toEqual(["table.csv"]);
  });

  it("takes the place of the earlier one when it is whole", async () => {
    const path = join(emptyFolder(), "table.csv");
    writeFileSync(path, "before");
    await writeWhole(path, (beside) => writeFile(beside, "after"));
    expect(readFileSync(path, "utf8")).toBe("after");
  });
});

describe("a folder that is written whole", () => {
  it("stands as it was where the writing breaks off, with nothing left beside it", async () => {
    const folder = emptyFolder();
    const path = join(folder, "export");
    await writeFolderWhole(path, (beside) => writeFile(join(beside, "SHA256SUMS"), "before"));
    await expect(writeFolderWhole(path, (beside) => breaksOff(join(beside, "a")))).rejects.toThrow(
      "broke off",
    );
    expect(readFileSync(join(path, "SHA256SUMS"), "utf8")).toBe("before");
    expect(readdirSync(folder)).toEqual(["export"]);
  });

  const anExport = async (beside: string) => {
    await writeFile(join(beside, "a.csv"), "before");
    await writeFile(join(beside, "SHA256SUMS"), `${"0".repeat(64)}  a.csv\n`);
  };

  it("holds nothing of the earlier one when it is whole", async () => {
    const path = join(emptyFolder(), "export");
    await writeFolderWhole(path, anExport);
    await writeFolderWhole(path, (beside) => writeFile(join(beside, "b"), "after"));
    expect(readdirSync(path)).toEqual(["b"]);
  });

  it("replaces no folder into which somebody has put a file of their own", async () => {
    const path = join(emptyFolder(), "export");
    await writeFolderWhole(path, anExport);
    writeFileSync(join(path, "notes.txt"), "mine");
    await expect(writeFolderWhole(path, anExport)).rejects.toThrow("no earlier export");
    expect(readFileSync(join(path, "notes.txt"), "utf8")).toBe("mine");
  });
});
