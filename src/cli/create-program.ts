import {Command, Option} from "commander";
import {optionOrders} from "../world/index.ts";
import {auditFormats} from "./audit-formats.ts";
import {version} from "./house.ts";

/** Commands can be read as a list; each loads what it needs, calls one function, and leaves. */
export function createProgram(): Command {
  const program = new Command("demarche")
    .description(
      "A cited ledger of what states do with one another, where each stands between the powers, and what a policy would change.",
    )
    .version(version())
    .showHelpAfterError()
    .exitOverride()
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 1 a fault of ours, 2 bad input, 3 the ledger cannot be opened, 4 disk, 5 port in use, 6 the ledger was altered, 7 there are alerts of pledges.",
    );

  const command = (name: string, description: string) =>
    program
      .command(name)
      .description(description)
      .option("--ledger <file>", "where the ledger is kept", ".demarche/ledger.duckdb")
      .option("--watch <file>", "a watch file (YAML); without it, the founding watch")
      .option("--as-of <day>", "answer with what was known on that day (YYYY-MM-DD)")
      .option("--json", "print JSON; every cell carries its evidence");

  command("demo", "print the three tables of the watch and exit").action(async (options) =>
    (await import("./commands/demo.ts")).demo(options),
  );
  command("init", "make the ledger from the carried data; with --states, write a watch too")
    .option("--commercial", "leave out data whose terms forbid commercial use")
    .option("--without <datasets>", "leave out these datasets (comma-separated)")
    .option("--states <codes>", "states to watch, e.g. VNM,KAZ")
    .option("--powers <codes>", "powers to watch them towards, e.g. RUS,CHN,EU")
    .option("--out <file>", "where the watch is written", "watch.yaml")
    .option("--force", "make the ledger anew though one stands there")
    .action(async (options) => (await import("./commands/init.ts")).init(options));
  command("read", "read an article into the ledger: file, address or - for stdin")
    .argument("<origin>", "a file, an http(s) address, or -")
    .option("--dry-run", "show what would be kept, keep nothing")
    .option("--explain", "show of each event the words and rules that moved it, with their places")
    .option("--scorer <which>", "who judges types: linear, onnx:<folder> or chat", "linear")
    .option("--calibration <file>", "how sure that scorer may be, as calibrate-scorer.ts fitted it")
    .option("--disagreements <file>", "where its disagreements with the linear scorer are written")
    .action(async (origin, options) => (await import("./commands/read.ts")).read(origin, options));
  command("collect", "read what is new in the sources into the ledger")
    .option("--once", "look at each source that is due, and end; this is what it does unasked")
    .option("--every", "look at each source as often as it says, until Ctrl-C")
    .option("--source <id...>", "only these sources")
    .option("--sources <file>", "a file of your own sources (YAML)")
    .option("--limit <n>", "pages or files of one source in one run, at most")
    .action(async (options) => (await import("./commands/collect.ts")).collect(options));
  command("sources", "the sources and how each does; check asks them, add adds one of your own")
    .argument("[verb]", "list, check or add", "list")
    .argument("[ids...]", "only these sources; for add, the id of the new one")
    .option("--sources <file>", "a file of your own sources (YAML)")
    .option("--at <address>", "for add: its address, or a path")
    .option("--kind <kind>", "for add: feed, sitemap, page, gdelt, folder or warc", "feed")
    .option("--title <title>", "for add: what it calls itself")
    .option("--language <code>", "for add: ISO 639-1; without it, several")
    .option("--country <code>", "for add: ISO 3166-1 alpha-3; without it, no state's")
    .option("--owner <name>", "for add: who owns or runs it", "not stated")
    .option("--state-controlled", "for add: a state or a ruling party directs what it says")
    .option("--reliability <A-F>", "for add: how far it is to be trusted on facts", "F")
    .option("--own-position <A-F>", "for add: and on its owner's own position")
    .option("--reason <text>", "for add: why", "not judged yet")
    .option("--licence <text>", "for add: what its publisher's terms allow", "terms not read")
    .option("--every <minutes>", "for add: how often it is looked at", "60")
    .option("--seen-at <text>", "for add: where its address was seen")
    .action(async (verb, ids, options) =>
      (await import("./commands/sources.ts")).sources(verb, ids, options),
    );
  command("import", "take a publisher's files into the ledger; --list shows which")
    .argument("[importer]", "which importer reads them, e.g. un-list")
    .argument(
      "[files...]",
      "files (plain, gzip, or zip: each file in it that the importer reads), or folders whose files are taken in the order of their names",
    )
    .option("--list", "list the importers: what each reads, and its licence")
    .option("--dry-run", "read and count, keep nothing")
    .option("--retract-most", "take a whole file though it lacks most of the rows that stand")
    .option("--rejects <file>", "write what could not be taken in, as CSV")
    .action(async (importer, files, options) =>
      (await import("./commands/import.ts")).importWhat(importer, files, options),
    );
  command("retract", "take a whole import back; without --import, list those that stand")
    .option("--import <id>", "its id, or the beginning of it")
    .option("--author <name>", "who says so")
    .option("--reason <text>", "why")
    .action(async (options) => (await import("./commands/retract.ts")).retract(options));
  command("audit", "read an article back claim by claim; nothing is kept")
    .argument("<origin>", "a file, an http(s) address, or -")
    .addOption(
      new Option("--format <format>", "how; annotated is the text with notes in its margin")
        .choices(auditFormats)
        .default("md"),
    )
    .option("--against <origin>", "another article: claims shared, contradicted, added, dropped")
    .option("--out <file>", "write to a file instead of stdout")
    .action(async (origin, options) =>
      (await import("./commands/audit.ts")).audit(origin, options),
    );
  command("events", "imported event files: what there is, two states by month, or who stands out")
    .option("--pair <codes>", "two states by month, e.g. IDN,RUS")
    .option("--movers", "pairs whose last days stand out against the year before")
    .option("--days <n>", "how many last days, for --movers", "30")
    .option("--limit <n>", "how many pairs, for --movers", "20")
    .option("--rebuild", "work the counts by month out anew from the files first")
    .action(async (options) => (await import("./commands/events.ts")).events(options));
  command("moves", "list the moves of the watch")
    .option("--state <code>", "only moves of this state")
    .option("--limit <n>", "how many, newest first", "40")
    .option("--history <id>", "the versions of one move from articles, and what made each")
    .action(async (options) => (await import("./commands/moves.ts")).moves(options));
  command(
    "pledges",
    "what became of each commitment: how far it came, how old it is, what is overdue",
  )
    .option("--state <code>", "only those of this watched state")
    .option("--partner <code>", "only those with this power or party")
    .option("--sector <sector>", "only of this sector")
    .option("--stage <stage>", "only those that stand at this stage, e.g. contract")
    .option("--standing <standing>", "open, kept or ended")
    .option("--kind <kind>", "only of this kind, e.g. arms-order")
    .option("--track <id>", "only those on this track, with what is not known of it")
    .option("--overdue", "only open ones that are older than their kind's rule allows")
    .option("--history <id>", "one pledge step by step, each with its source")
    .option(
      "--alerts",
      "what opened, advanced, ended or fell overdue; ends with 7 where there is any",
    )
    .option("--since <day>", "for --alerts: the day after which it became known")
    .option("--rates", "how many are kept and how long it takes, by power and state")
    .option("--limit <n>", "how many, the last moved first", "40")
    .action(async (options) => (await import("./commands/pledges.ts")).pledges(options));
  command(
    "judge",
    "say what you think of a move, a coded event, an article, a pledge's step or a source; it is kept",
  )
    .argument("[judgement]", "accept, reject, recode, same, not-same or grade")
    .argument("[ids...]", "what it is about, by id or the beginning of one; for grade, the source")
    .option("--author <name>", "who says so")
    .option("--reason <text>", "why")
    .option(
      "--field <field=value>",
      "for recode: type, mode, sectors, sources, targets, when, symmetric; of a step: when, stage",
    )
    .option("--reliability <A-F>", "for grade")
    .option("--claims <kind>", "for grade: any, position or fact", "any")
    .option("--list", "list the judgements known, and what became of each")
    .option("--agreement", "how far people agree, field by field (Krippendorff's alpha)")
    .action(async (verb, ids, options) =>
      (await import("./commands/judge.ts")).judge(verb, ids, options),
    );
  command("changes", "what moved between two days, and because of which entries")
    .requiredOption("--since <day>", "the earlier day")
    .option("--until <day>", "the later day; without it, --as-of or today")
    .option("--limit <n>", "how many are printed", "60")
    .action(async (options) => (await import("./commands/changes.ts")).changes(options));
  command("screen", "who on the sanctions lists may bear these names, and why")
    .argument("<names...>", "names of persons, bodies or vessels, in any script")
    .option("--kind <kind>", "person, organisation or vessel; without it, any")
    .option("--least <score>", "lowest score that is told, 0 to 1")
    .action(async (names, options) =>
      (await import("./commands/screen.ts")).screen(names, options),
    );
  command(
    "copies",
    "who copies whom among the articles read, and how much of each source is copied",
  )
    .option("--limit <n>", "how many copies are printed", "40")
    .action(async (options) => (await import("./commands/copies.ts")).copies(options));
  command("posture", "where each state stands: the plane, and every series")
    .option("--svg <file>", "draw the plane into a file, too")
    .option("--png <file>", "draw it as PNG")
    .action(async (options) => (await import("./commands/posture.ts")).posture(options));
  command("measure", "the measures; with the id of one, all its series of the watch")
    .argument("[id]", "a measure, e.g. un-agreement")
    .option("--state <code>", "only series of this state")
    .option("--partner <code>", "only series towards this partner")
    .option("--sector <sector>", "only series of this sector")
    .option("--svg <file>", "draw the series into a file, too")
    .option("--png <file>", "draw them as PNG")
    .action(async (id, options) => (await import("./commands/measure.ts")).measure(id, options));
  command("dyad", "all that is measured between a state and a power, and where it changed")
    .argument("<state>", "a watched state, e.g. IDN")
    .argument("<power>", "a power of the watch, e.g. RUS")
    .option("--svg <file>", "draw all series on one axis of time into a file, too")
    .option("--png <file>", "draw them as PNG")
    .action(async (state, power, options) =>
      (await import("./commands/dyad.ts")).dyad(state, power, options),
    );
  command(
    "change",
    "what moved between the states and their partners, and how sure that is",
  ).action(async (options) => (await import("./commands/change.ts")).change(options));
  command(
    "exposure",
    "who is listed under programmes aimed at whom, and what ties each state to each",
  )
    .option("--state <code>", "only this watched state")
    .action(async (options) => (await import("./commands/exposure.ts")).exposure(options));
  command(
    "hedging",
    "what speaks for and against calling a state a hedger: arms, exercises, access, votes, statements",
  )
    .option("--state <code>", "only this watched state")
    .action(async (options) => (await import("./commands/hedging.ts")).hedging(options));
  command(
    "memberships",
    "bodies shared and agreements in force with each partner, and how each state came to what it belongs to",
  )
    .option("--state <code>", "only this watched state")
    .action(async (options) => (await import("./commands/memberships.ts")).memberships(options));
  command(
    "validity",
    "what our axes between powers go along with, over all states, and what not",
  ).action(async (options) => (await import("./commands/validity.ts")).validity(options));
  command(
    "ideal-points",
    "where states stand on the axis that orders votes in the UN General Assembly, with bands",
  )
    .option("--session <n>", "which session; without it, the newest")
    .option("--chains <n>", "how many chains are run beside one another", "2")
    .option("--sweeps <n>", "how long each is; the first half is thrown away", "1200")
    .action(async (options) => (await import("./commands/ideal-points.ts")).idealPoints(options));
  command("stakes", "benefits and risks by sector").action(async (options) =>
    (await import("./commands/stakes.ts")).stakes(options),
  );
  command("options", "actions and what each would change, grouped by strength of evidence")
    .addOption(
      new Option("--order <by>", "by what those of a group are sorted")
        .choices(optionOrders)
        .default("catalogue"),
    )
    .action(async (options) => (await import("./commands/options.ts")).options(options));
  command("forecast", "questions on what comes next: the record of those settled, and those open")
    .option("--limit <n>", "how many open questions are printed", "20")
    .action(async (options) => (await import("./commands/forecast.ts")).forecast(options));
  command("scenario", "what a change of trade policy does to every state; docs/scenario.md")
    .requiredOption("--shock <file>", "the scenario (YAML): model, base and shocks")
    .option("--matrix <file>", "flows (CSV: exporter, importer, value, with domestic flows)")
    .option("--inputs <file>", "cost shares of inputs (CSV: state, sector, input, share)")
    .option("--draws <n>", "draws for 90 % intervals; without it, none")
    .option("--without <names...>", "leave these shocks of the scenario out")
    .option("--powers <codes...>", "towards whom reliance is told; the watch's powers without it")
    .addOption(
      new Option("--format <format>", "how").choices(["table", "csv", "md"]).default("table"),
    )
    .action(async (options) => (await import("./commands/scenario.ts")).scenario(options));
  command("energy", "what the loss or gain of a seller of fuel would change for a state")
    .requiredOption("--state <code>", "who buys, e.g. CHN")
    .requiredOption("--seller <code>", "who sells, a state or a bloc, e.g. RUS")
    .option(
      "--fuel <fuel>",
      "crude-oil, oil-products, coal, lng, pipeline-gas or all-fuels; without it, each",
    )
    .option("--lost <percent>", "how much of what the seller sold is lost; without it, all")
    .option("--gained <amount>", "how much more it sells, in the unit of the fuel's trade")
    .option("--everywhere", "the seller's fuel leaves the market for all, not for this buyer alone")
    .action(async (options) => (await import("./commands/energy.ts")).energy(options));
  command("arms", "how far a state hangs on a supplier of arms, and how that ages")
    .requiredOption("--state <code>", "whose arms, e.g. MYS")
    .requiredOption("--supplier <code>", "a state or a bloc, e.g. RUS")
    .action(async (options) => (await import("./commands/arms.ts")).arms(options));
  command("brief", "two pages with footnotes")
    .addOption(new Option("--format <format>", "how").choices(["md", "html"]).default("md"))
    .option("--out <file>", "write to a file instead of stdout")
    .action(async (options) => (await import("./commands/brief.ts")).brief(options));
  command(
    "export",
    "write a table, the moves, the sources, the texts kept, a dataset, or all of it",
  )
    .argument(
      "<what>",
      "moves, all-moves, events, stakes, options, series, verdicts, sources, captures, a dataset's id, or all",
    )
    .option(
      "--format <format>",
      "csv, parquet, jsonl, ftm, geojson, prov, sdmx-csv, csl, warc or package (Parquet with datapackage.json)",
    )
    .option("--out <file>", "where to write; a folder for all and for --format package")
    .action(async (what, options) =>
      (await import("./commands/export.ts")).exportWhat(what, options),
    );
  command("serve", "serve the page on 127.0.0.1 until Ctrl-C")
    .option("--port <n>", "which port", "4173")
    .option("--print", "print the tables first")
    .option("--matrix <file>", "flows of your own as a second base of scenarios; docs/scenario.md")
    .option("--inputs <file>", "with --matrix: cost shares of inputs")
    .option("--shock <file>", "with --matrix: a scenario whose model and base hold for it")
    .action(async (options) => (await import("./commands/serve.ts")).serve(options));
  command("verify", "prove that nothing in the ledger was altered, taken out or added")
    .option("--expect <head>", "a head noted earlier: the ledger must still hold it")
    .action(async (options) => (await import("./commands/verify.ts")).verify(options));
  command("backup", "copy the ledger, which may be in use, into a folder")
    .argument("<folder>", "a folder that is not there yet")
    .action(async (folder, options) =>
      (await import("./commands/backup.ts")).backup(folder, options),
    );
  command("restore", "check a backup and put it in the ledger's place")
    .argument("<folder>", "what `demarche backup` made")
    .option("--force", "though a ledger stands there; it is moved aside")
    .action(async (folder, options) =>
      (await import("./commands/restore.ts")).restore(folder, options),
    );
  command("doctor", "how big, how old, how healthy").action(async (options) =>
    (await import("./commands/doctor.ts")).doctor(options),
  );
  return program;
}
