import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { Presets, SingleBar } from "cli-progress";
import { mendableMessage, openForCommand } from "#db/open-for-command.ts";
import { isLanguage } from "#app/languages/language.ts";
import { decodeText } from "#app/signatures/decode-text.ts";
import { importSignatures } from "#app/signatures/import-signatures.server.ts";
import { type ImportedSignature, readSignatories } from "#app/signatures/imported-signature.ts";
import { readSignatureFiles, reasonOf, type Refusal } from "#app/signatures/read-signature-files.ts";
import { namingColumns } from "#app/signatures/signature-columns.ts";
import { type ImportedAs, importLetter, isSlug } from "./import-letter.server.ts";
import { readLetterFile } from "./read-letter-file.ts";
import { Stop, tell, warn } from "#app/server/command.ts";

const help = `Publishes a letter from a Markdown file, with the signatures it was given elsewhere. Those are marked as
imported and unverified and counted apart. Running it again adds only what is not there yet.

  npm run letter:import -- LETTER.md [--signatures FILE-OR-FOLDER] [options]

  --signatures PATH     CSV, JSON or YAML; or a folder of JSON and YAML files, one signatory each
  --title TITLE         instead of the first "# heading" or the front matter's title
  --author NAME         who wrote the letter
  --addressee NAME      whom it is addressed to; may be repeated
  --language en|fr      instead of the front matter's, or a guess from the text
  --slug SLUG           the letter's address, instead of one made from the title
  --as EMAIL            the account it will belong to, instead of the first administrator's
  --help                this text

Front matter (YAML, optional): title, summary, author, author_kind, addressees, language, date, closes_on.
Columns of signatures, in English or French: name (or first name and last name), role, organisation, website,
statement, country, date, kind. Columns of e-mail addresses are not stored.

Exit code: 0 done (refused rows are listed on stderr), 1 nothing could be done, 2 wrong usage.
`;

function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        signatures: { type: "string" },
        title: { type: "string" },
        author: { type: "string" },
        addressee: { type: "string", multiple: true },
        language: { type: "string" },
        slug: { type: "string" },
        as: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
    const { language, slug } = values;
    if (language !== undefined && !isLanguage(language))
      throw new Stop(`--language ${language} is neither en nor fr.`, 2);
    if (slug !== undefined && !isSlug(slug))
      throw new Stop(
        `--slug ${slug} cannot be an address; right would be lower-case words joined by hyphens, such as my-letter.`,
        2,
      );
    if (!values.help && positionals.length !== 1)
      throw new Stop(
        positionals.length === 0
          ? "Which letter? Name its Markdown file."
          : `One letter at a time: ${positionals.join(", ")}.`,
        2,
      );
    return { ...values, language, file: positionals[0] ?? "" };
  } catch (fault) {
    if (fault instanceof TypeError) throw new Stop(fault.message, 2);
    throw fault;
  }
}

const number = (value: number) => new Intl.NumberFormat("en-GB").format(value);

async function readLetter(given: ReturnType<typeof readArguments>) {
  const bytes = await readFile(given.file).catch((fault: unknown) => {
    throw new Stop(`${given.file} ${reasonOf(fault)}.`);
  });
  const text = decodeText(bytes);
  if (text === null) throw new Stop(`${given.file} is not a text file.`);
  const { title, author, addressee, language } = given;
  const read = readLetterFile(text, { title, author, addressees: addressee, language });
  if (read.outcome === "unfit") throw new Stop(`${given.file} ${read.reason}.`);
  read.notes.forEach((note) => warn(`Note: ${note}`));
  return read.letter;
}

async function readSignatures(
  path: string,
): Promise<{ signatures: ImportedSignature[]; refused: Refusal[] }> {
  const source = await readSignatureFiles(path);
  if (source.outcome === "unreadable") {
    const hint = source.reason.startsWith("names no one")
      ? ` A column must hold names: ${namingColumns}.`
      : "";
    throw new Stop(`${path} ${source.reason}.${hint}`);
  }
  const { signatures, refused, notes } = readSignatories(source.rows);
  for (const note of [...source.notes, ...notes]) warn(`Note: ${note}`);
  const all = [...source.refused, ...refused];
  for (const { where, reason } of all) warn(`Refused: ${where}: ${reason}`);
  return { signatures, refused: all };
}

function letterMessage(result: ImportedAs, given: ReturnType<typeof readArguments>): string {
  switch (result.outcome) {
    case "added":
      return `Published: /letters/${result.slug}`;
    case "present":
      return `Already there, with the same text: /letters/${result.slug}`;
    case "differs": {
      const other = result.version === null ? "a draft" : `another text (version ${result.version})`;
      throw new Stop(
        `/letters/${result.slug} is there already, as ${other}, and a published text does not move. Nothing was changed. ` +
          "Import this one as another letter with --slug.",
      );
    }
    case "missing-image":
      throw new Stop(`${given.file} shows a picture that this Tribune does not hold. Nothing was changed.`);
    case "unknown-citations":
      throw new Stop(
        `${given.file} cites what no doctrine text here says: ${result.citations.join("; ")}. Nothing was changed.`,
      );
    case "no-account":
      throw new Stop(
        given.as === undefined
          ? "The letter must belong to an account and there is none yet. First run: npm run account:create -- --email you@example.org --role admin"
          : `No account has the address ${given.as}. First run: npm run account:create -- --email ${given.as}`,
      );
  }
}

/** A bar on a terminal; elsewhere a line for each tenth, which logs can keep. */
function progress(total: number): { at: (done: number) => void; stop: () => void } {
  if (process.stdout.isTTY) {
    const bar = new SingleBar(
      { format: "Signatures {bar} {value} of {total}", stream: process.stdout, hideCursor: true },
      Presets.shades_classic,
    );
    bar.start(total, 0);
    return { at: (done) => bar.update(done), stop: () => bar.stop() };
  }
  let tenths = 0;
  const at = (done: number) => {
    const reached = Math.floor((done / total) * 10);
    if (reached > tenths && total > 1000) tell(`Signatures: ${number(done)} of ${number(total)}`);
    tenths = reached;
  };
  return { at, stop: () => undefined };
}

async function run(args: string[]): Promise<void> {
  const given = readArguments(args);
  if (given.help) return tell(help.trimEnd());
  // Everything is read before anything is written: a mistyped path changes nothing.
  const letter = await readLetter(given);
  const found = given.signatures === undefined ? null : await readSignatures(given.signatures);
  if (found && found.signatures.length === 0 && found.refused.length > 0)
    throw new Stop("None of the signatures can be taken. Nothing was changed.");
  const database = await openForCommand();
  try {
    const result = await importLetter(letter, { slug: given.slug, owner: given.as });
    tell(letterMessage(result, given));
    if (!found || !("slug" in result)) return;
    const shown = progress(found.signatures.length);
    const imported = await importSignatures(result.slug, found.signatures, shown.at).finally(shown.stop);
    if (imported.outcome !== "imported")
      throw new Stop(
        `/letters/${result.slug} is ${imported.outcome === "not-found" ? "gone" : "archived: it takes no signatures"}.`,
      );
    const { added, present } = imported;
    tell(
      `Signatures: added ${number(added)}, already there ${number(present)}, refused ${number(found.refused.length)}`,
    );
  } finally {
    await database.close();
  }
}

try {
  await run(process.argv.slice(2));
} catch (fault) {
  const message = fault instanceof Stop ? fault.message : mendableMessage(fault);
  if (message === null) throw fault;
  warn(message);
  if (fault instanceof Stop && fault.code === 2) warn("npm run letter:import -- --help shows how.");
  process.exitCode = fault instanceof Stop ? fault.code : 1;
}
