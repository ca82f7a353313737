import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { reasonOf } from "./read-signature-files.ts";
import { type ReceiptFile, readReceiptFile, type Verdict, verifyReceipt } from "./verify-receipt.ts";
import { Stop, tell } from "#app/server/command.ts";

const help = `Verifies the receipt of a signature: whether the text it names is the text that is public, sign by sign.

  npm run receipt:verify -- RECEIPT.json [--version VERSION.json]

  --version FILE   the version's JSON, as downloaded from …/versions/N.json; else it is fetched from the address
                   that the receipt names
  --help           this text

The text is brought to the canonical form of RFC 8785 and hashed with SHA-256 here; nobody's word is taken for it.
It shows which text was signed. It does not show who made the receipt: for that, ask the Tribune it names.

Exit code: 0 it holds, 1 it does not hold, 2 wrong usage, 3 it could not be checked.
`;

/** How long the server may take, in milliseconds, and how long its answer may be, in bytes: a letter is far shorter. */
const patience = 20_000;
const longest = 8_000_000;

function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { version: { type: "string" }, help: { type: "boolean", short: "h" } },
    });
    const [file = "", ...more] = positionals;
    if (!values.help && file === "") throw new Stop("Which receipt? Name its JSON file.", 2);
    if (more.length > 0) throw new Stop(`One receipt at a time: ${positionals.join(", ")}.`, 2);
    return { ...values, file };
  } catch (fault) {
    if (fault instanceof TypeError) throw new Stop(fault.message, 2);
    throw fault;
  }
}

function readText(path: string): Promise<string> {
  return readFile(path, "utf8").catch((fault: unknown) => {
    throw new Stop(`${path} ${reasonOf(fault)}.`, 3);
  });
}

async function fetchVersion(url: string): Promise<string> {
  const mend = "Save the version's JSON and name it with --version.";
  let response: Response;
  try {
    response = await fetch(url, {
      headers: { Accept: "application/json" },
      signal: AbortSignal.timeout(patience),
    });
  } catch (fault) {
    const cause = fault instanceof Error && fault.cause instanceof Error ? fault.cause : fault;
    const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
    throw new Stop(`${url} cannot be reached (${reason}). Nothing was checked. ${mend}`, 3);
  }
  if (response.status === 404)
    throw new Stop(`${url} is not there (404): this Tribune knows no such version. Nothing was checked.`, 3);
  if (!response.ok) throw new Stop(`${url} answered ${response.status}. Nothing was checked. ${mend}`, 3);
  const bytes = await response.arrayBuffer().catch((fault: unknown) => {
    throw new Stop(`${url} broke off: ${String(fault)}. Nothing was checked. ${mend}`, 3);
  });
  if (bytes.byteLength > longest) throw new Stop(`${url} is too long for a letter. Nothing was checked.`, 3);
  return new TextDecoder().decode(bytes);
}

/** What a verdict means, for whoever holds the receipt; and the exit code. */
function explain(verdict: Verdict, receipt: ReceiptFile, source: string): [code: number, lines: string[]] {
  switch (verdict.outcome) {
    case "holds":
      return [
        0,
        [
          `It holds: the text of version ${receipt.version} of “${receipt.title}” is the one that the receipt names.`,
          `SHA-256, computed from ${source}: ${verdict.sha256}`,
          `The receipt says: ${receipt.state} for ${receipt.name}, signed ${receipt.signedAt}, confirmed ${receipt.confirmedAt ?? "never"}.`,
          ...(receipt.state === "confirmed" ? [] : ["Mind its state: such a signature is not counted."]),
        ],
      ];
    case "not-a-version":
      return [3, [`${source} is not the JSON of a version. Nothing was checked.`]];
    case "other-letter":
      return [
        1,
        [`It does not hold: ${source} is of another letter, ${verdict.letter}, not of ${receipt.letter}.`],
      ];
    case "other-version":
      return [
        1,
        [
          `It does not hold: ${source} is version ${verdict.number}, the receipt names version ${receipt.version}.`,
        ],
      ];
    case "tampered":
      return [
        1,
        [
          `It does not hold: the text in ${source} was changed. It does not have the hash that stands beside it.`,
          `SHA-256 computed: ${verdict.sha256}`,
          `SHA-256 claimed:  ${verdict.claimed}`,
        ],
      ];
    case "other-text":
      return [
        1,
        [
          `It does not hold: the text in ${source} is not the one that the receipt names.`,
          `SHA-256 computed: ${verdict.sha256}`,
          `In the receipt:   ${receipt.sha256}`,
        ],
      ];
    case "other-title":
      return [
        1,
        [
          `It does not hold: the text is the right one, but its title is “${verdict.title}” and the receipt says “${receipt.title}”.`,
        ],
      ];
  }
}

async function run(args: string[]): Promise<void> {
  const given = readArguments(args);
  if (given.help) return tell(help.trimEnd());
  const receipt = readReceiptFile(await readText(given.file));
  if (!receipt) throw new Stop(`${given.file} is not a receipt of Tribune.`, 3);
  const text =
    given.version === undefined ? await fetchVersion(receipt.versionUrl) : await readText(given.version);
  const source = given.version ?? receipt.versionUrl;
  const [code, lines] = explain(await verifyReceipt(receipt, text), receipt, source);
  for (const line of lines) tell(line);
  process.exitCode = code;
}

try {
  await run(process.argv.slice(2));
} catch (fault) {
  if (!(fault instanceof Stop)) throw fault;
  process.stderr.write(`${fault.message}\n`);
  if (fault.code === 2) process.stderr.write("npm run receipt:verify -- --help shows how.\n");
  process.exitCode = fault.code;
}
