import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {parse} from "csv-parse/sync";
import {isRowOfPoints, type Repeat, type VoteRows} from "../src/models/index.ts";

/** States that the model knows by name; numbers are those of the Correlates of War. */
const named: Readonly<Record<string, string>> = {
  2: "USA",
  20: "CAN",
  200: "GBR",
  265: "DDR",
  365: "RUS",
  511: "EAZ",
  560: "ZAF",
  666: "ISR",
};

/** A state's own code where the model knows it, else its number. */
const stateOfNumber = (ccode: string) => named[ccode] ?? `cow-${ccode}`;

/** A published point with its 90 % band. */
export interface PublishedPoint {
  readonly state: string;
  readonly session: number;
  readonly votes: number;
  readonly point: number;
  readonly low: number;
  readonly high: number;
}

export interface VoteFiles {
  readonly rows: VoteRows;
  readonly repeats: readonly Repeat[];
  readonly published: readonly PublishedPoint[];
}

/** Reads `unvotes-long.csv`, `matches.csv` and the published estimates from a folder, packed or not. */
export function readVoteFiles(folder: string): VoteFiles {
  const states: string[] = [];
  const numbers = new Map<string, number>();
  const columns = {state: [], session: [], vote: [], choice: []} as Record<
    "state" | "session" | "vote" | "choice",
    number[]
  >;
  const cells = ["ccode", "session", "v", "year", "para", "amend", "rcid"];
  eachLine(folder, "unvotes-long.csv", cells, ([ccode = "", at, v, when, para, amend, rcid]) => {
    const [state, session, choice] = [stateOfNumber(ccode), Number(at), Number(v)];
    const row = {state, session, year: Number(when), onPart: para === "1" || amend === "1"};
    if (![1, 2, 3].includes(choice) || !isRowOfPoints(row)) return;
    const number = numbers.get(state) ?? states.push(state) - 1;
    numbers.set(state, number);
    columns.state.push(number);
    columns.session.push(session);
    columns.vote.push(Number(rcid));
    columns.choice.push(choice);
  });
  const repeats: Repeat[] = [];
  eachLine(folder, "matches.csv", ["rcid1", "rcid2"], ([first, again]) => {
    repeats.push({first: Number(first), again: Number(again)});
  });
  const published: PublishedPoint[] = [];
  const told = ["ccode", "session", "NVotes", "IdealPoint", "Q5%", "Q95%"];
  eachLine(folder, "IdealpointestimatesAll_Apr2020.csv", told, ([ccode = "", ...figures]) => {
    const [session = 0, votes = 0, point = 0, low = 0, high = 0] = figures.map(Number);
    published.push({state: stateOfNumber(ccode), session, votes, point, low, high});
  });
  return {rows: {states, ...columns}, repeats, published};
}

/** Hands over these cells of each line of a file. @throws Error when the file or a column is not there. */
function eachLine(
  folder: string,
  name: string,
  columns: readonly string[],
  take: (cells: readonly string[]) => void,
): void {
  const path = [join(folder, name), join(folder, `${name}.gz`)].find((one) => existsSync(one));
  if (path === undefined) throw new Error(`${folder} holds no ${name} or ${name}.gz`);
  const bytes = readFileSync(path);
  let places: readonly number[] | null = null;
  parse(path.endsWith(".gz") ? gunzipSync(bytes) : bytes, {
    encoding: "latin1",
    on_record: (line: string[]) => {
      if (places !== null) take(places.map((place) => line[place] ?? ""));
      else {
        places = columns.map((column) => line.indexOf(column));
        const missing = columns.filter((column) => !line.includes(column));
        if (missing.length > 0) throw new Error(`${path} has no column ${missing.join(", ")}`);
      }
      return null;
    },
  });
}
