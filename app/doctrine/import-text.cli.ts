import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { mendableMessage, openForCommand } from "#db/open-for-command.ts";
import { sql } from "#db/sql.ts";
import { isDay } from "#app/languages/calendar-day.ts";
import { isLanguage } from "#app/languages/language.ts";
import { translator } from "#app/languages/translate.ts";
import { reasonOf } from "#app/signatures/read-signature-files.ts";
import { importText } from "./import-text.server.ts";
import { isTextSlug, isWebAddress } from "./import-text.ts";
import { refusalWords } from "./import-words.ts";
import type { Answers, Pair } from "./match-provisions.ts";
import type { ParsedText } from "./parsed-provision.ts";
import { readTextFile } from "./read-text-file.server.ts";
import {
  type Counts,
  type OpenQuestion,
  planRevision,
  type PlannedRevision,
  type PlanRefusal,
  type ProposedRevision,
} from "./revision-plan.server.ts";
import { Stop, tell, warn } from "#app/server/command.ts";

const help = `Imports a dated revision of an official text, or begins the text with it. Revisions are added the oldest first;
importing the same file again changes nothing.

  npm run doctrine:import -- FILE --slug SLUG --revision YYYY-MM-DD [options]

  --slug SLUG           the text's address: /doctrine/SLUG
  --revision DATE       of which day this is the state of the text
  --title TITLE         instead of the one in the file
  --language fr|en      instead of the one in the file, or a guess from its words
  --source URL          where the official text stands, instead of what the file says
  --same OLD=NEW        the provision OLD of the revision before is NEW of this one; may be repeated
  --different OLD=NEW   they are two provisions; may be repeated
  --dry-run             reads and compares, but writes nothing
  --help                this text

FILE is Markdown or plain text ("Livre Ier : …", "Chapitre II", "Article L100-1", "Rule 9"), YAML or JSON (a list of
items with ref_id, name, description, depth, parent), HTML, DOCX or Akoma Ntoso. OLD and NEW are provisions as their
addresses name them: L100-1, 9, livre-1-titre-2.

Exit code: 0 done (what was not understood is listed on stderr), 1 nothing was imported, 2 wrong usage,
3 nothing was imported, because pairs of provisions are uncertain: answer with --same and --different.
`;

const t = translator("en");
const count = (value: number) => new Intl.NumberFormat("en-GB").format(value);

function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        slug: { type: "string" },
        revision: { type: "string" },
        title: { type: "string" },
        language: { type: "string" },
        source: { type: "string" },
        same: { type: "string", multiple: true },
        different: { type: "string", multiple: true },
        "dry-run": { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
    const { slug = "", revision = "", language, source, title } = values;
    if (values.help) return null;
    if (positionals.length !== 1)
      throw new Stop(
        positionals.length === 0
          ? "Which text? Name its file."
          : `One file at a time: ${positionals.join(", ")}.`,
        2,
      );
    if (!isTextSlug(slug))
      throw new Stop(
        slug === ""
          ? "Which text is it? Give its address with --slug."
          : `--slug ${slug} cannot be an address; right would be lower-case words joined by hyphens, such as code-des-relations.`,
        2,
      );
    if (!isDay(revision))
      throw new Stop(
        revision === ""
          ? "Of which day is it the state? Give it with --revision YYYY-MM-DD."
          : `--revision ${revision} is no date such as 2026-04-03.`,
        2,
      );
    if (language !== undefined && !isLanguage(language))
      throw new Stop(`--language ${language} is neither en nor fr.`, 2);
    if (source !== undefined && !isWebAddress(source))
      throw new Stop(`--source ${source} is no address on the web.`, 2);
    if (title !== undefined && (title.trim() === "" || title.length > 300))
      throw new Stop("--title has between 1 and 300 characters.", 2);
    const answers = { same: pairsOf("same", values.same), different: pairsOf("different", values.different) };
    return {
      slug,
      revision,
      title,
      language,
      source,
      answers,
      dry: values["dry-run"] ?? false,
      file: positionals[0] ?? "",
    };
  } catch (fault) {
    if (fault instanceof TypeError) throw new Stop(fault.message, 2);
    throw fault;
  }
}

function pairsOf(option: keyof Answers, given: string[] = []): Pair[] {
  return given.map((pair) => {
    const [old, now, ...rest] = pair.split("=");
    if (!old || !now || rest.length > 0)
      throw new Stop(`--${option} ${pair} is no pair such as L100-1=L100-2.`, 2);
    return { old, new: now };
  });
}

async function readText(path: string): Promise<ParsedText> {
  const bytes = await readFile(path).catch((fault: unknown) => {
    throw new Stop(`${path} ${reasonOf(fault)}.`);
  });
  const read = await readTextFile(basename(path), bytes);
  if (read.outcome === "unreadable") {
    const where = read.line === undefined ? "" : `line ${read.line}: `;
    throw new Stop(`${t(`doctrineImport.unreadable.${read.reason}`)} (${where}${read.detail})`);
  }
  for (const { line, what, words } of read.text.problems)
    warn(`Line ${line}: ${t(`doctrineImport.problem.${what}`)} “${words}”`);
  return read.text;
}

function countWords(counts: Counts): string {
  const { kept, changed, moved, new: fresh, repealed } = counts;
  const parts = { kept, changed, moved, new: fresh, repealed };
  return Object.entries(parts)
    .map(([what, many]) => `${what} ${count(many)}`)
    .join(", ");
}

function tellQuestions(questions: OpenQuestion[]): never {
  warn(
    questions.length === 1
      ? "One pair of provisions is uncertain, and nothing was imported."
      : `${count(questions.length)} pairs of provisions are uncertain, and nothing was imported.`,
  );
  for (const { old, new: now, likeness, why } of questions) {
    warn(
      `\n${old.slug} → ${now.slug} (alike: ${Math.round(likeness * 100)} %). ${t(`doctrineImport.why.${why}`)}`,
    );
    warn(`  old: ${begin(old)}`);
    warn(`  new: ${begin(now)}`);
  }
  warn("\nAre they one provision? Run the command again with an answer for each:");
  for (const { old, new: now } of questions)
    warn(`  --same ${old.slug}=${now.slug}   or   --different ${old.slug}=${now.slug}`);
  throw new Stop("", 3);
}

function begin({ title, text }: { title: string; text: string }): string {
  const words = [title, text].filter(Boolean).join(" ").replaceAll("\n", " ");
  return words.length > 300 ? `${words.slice(0, 299)}…` : words;
}

async function run(args: string[]): Promise<void> {
  const given = readArguments(args);
  if (!given) return tell(help.trimEnd());
  // Everything is read before anything is written: a mistyped path changes nothing.
  const read = await readText(given.file);
  const title = given.title ?? read.title ?? "";
  if (title === "" || title.length > 300)
    throw new Stop(
      `${given.file} has ${title === "" ? "no title" : "a title of more than 300 characters"}; give one with --title.`,
    );
  const source = given.source ?? (isWebAddress(read.source ?? "") ? (read.source ?? "") : "");
  const proposed: ProposedRevision = {
    ...{ slug: given.slug, dated: given.revision, title, language: given.language ?? read.language, source },
    ...{ provisions: read.provisions, answers: given.answers },
  };
  if (read.dated && read.dated !== given.revision)
    warn(
      `Note: the file says that it is of ${read.dated}; it is imported as the state of ${given.revision}.`,
    );
  const database = await openForCommand();
  try {
    if (given.dry) return tellPlan(await planRevision(sql, proposed));
    const result = await importText({ ...proposed, accountId: null });
    if (result.outcome === "uncertain") tellQuestions(result.questions);
    if (result.outcome === "unchanged")
      return tell(`/doctrine/${given.slug}: ${t("doctrineImport.outcome.unchanged")}`);
    if (result.outcome !== "imported") throw new Stop(refusalWords(result, t) ?? "");
    tell(`Imported: /doctrine/${given.slug}?revision=${given.revision}`);
    tell(`Provisions: ${countWords(result.counts)}`);
  } finally {
    await database.close();
  }
}

function tellPlan(plan: PlannedRevision | PlanRefusal): void {
  if (plan.outcome !== "planned") throw new Stop(refusalWords(plan, t) ?? "");
  tell(`Would be imported: ${count(plan.placed.length)} provisions`);
  const kinds = Map.groupBy(plan.placed, ({ kind }) => kind);
  tell(`Kinds: ${[...kinds].map(([kind, each]) => `${kind} ${count(each.length)}`).join(", ")}`);
  tell(`Provisions: ${countWords(plan.counts)}`);
  if (plan.questions.length > 0) tellQuestions(plan.questions);
}

try {
  await run(process.argv.slice(2));
} catch (fault) {
  const message = fault instanceof Stop ? fault.message : mendableMessage(fault);
  if (message === null) throw fault;
  if (message !== "") warn(message);
  if (fault instanceof Stop && fault.code === 2) warn("npm run doctrine:import -- --help shows how.");
  process.exitCode = fault instanceof Stop ? fault.code : 1;
}
