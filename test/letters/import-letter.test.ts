import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plainText } from "#app/letters/document.ts";
import { importLetter } from "#app/letters/import-letter.server.ts";
import { type ImportedLetter, type LetterOptions, readLetterFile } from "#app/letters/read-letter-file.ts";
import { readLetter, readVersion } from "#app/letters/read-letter.server.ts";
import { hashSigned } from "#app/letters/version.ts";
import { projectRoot } from "#db/migrate.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";

useDatabase();

function read(markdown: string, given?: LetterOptions): ImportedLetter {
  const result = readLetterFile(markdown, given);
  if (result.outcome === "unfit") throw new Error(result.reason);
  return result.letter;
}

function reasonAgainst(markdown: string, given?: LetterOptions): string | null {
  const result = readLetterFile(markdown, given);
  return result.outcome === "unfit" ? result.reason : null;
}

describe("reading a letter", () => {
  test("a plain Markdown file: title, text, examples in HTML, language", () => {
    const markdown = [
      "# Open letter on quiet pages\n",
      "A way for those who want their pages found by search engines, but not taken for training.\n",
      "## The proposal\n",
      "This can be said on a page with:\n",
      '    <meta name="robots" content="quiet">\n',
      "and elsewhere with:\n",
      "    X-Robots-Tag: quiet\n",
    ].join("\n");
    const letter = read(markdown);
    const stated = { title: "Open letter on quiet pages", language: "en" };
    expect(letter).toMatchObject({ ...stated, authorName: "Author not stated", addressees: [] });
    expect(plainText(letter.document)).toMatch(/^A way for those who want their pages found/);
    expect(plainText(letter.document)).toContain('<meta name="robots" content="quiet">');
    expect(plainText(letter.document)).not.toContain("quiet pages\n");
  });

  test("front matter says what surrounds the text, options go before it", () => {
    const markdown = [
      "---",
      ...[
        "title: A",
        "summary: |",
        "  Two",
        "  lines",
        "author: Ligue",
        "author_kind: organisation",
        "language: fr-FR",
      ],
      ...[
        "addressees:",
        "  - Minister  of X",
        "  - The Senate",
        "date: 2023-05-14",
        "closes_on: 2030-01-31",
        "layout: page",
      ],
      ...["---", "# A", "", "Text."],
    ].join("\r\n");
    const result = readLetterFile(markdown);
    expect(result).toMatchObject({
      outcome: "read",
      notes: ["Front matter Tribune has no use for: layout."],
    });
    const fields = {
      title: "A",
      summary: "Two\nlines",
      authorKind: "organisation",
      language: "fr",
      authorName: "Ligue",
    };
    const letter = read(markdown);
    expect(letter).toMatchObject({ ...fields, publishedOn: "2023-05-14", closesOn: "2030-01-31" });
    expect(letter.addressees).toEqual(["Minister of X", "The Senate"]);
    expect(plainText(letter.document)).toBe("Text.");
    const other = read(markdown, { title: "B", author: "Me", addressees: ["You"], language: "en" });
    expect(other).toMatchObject({ title: "B", authorName: "Me", addressees: ["You"], language: "en" });
    // A heading in other words than the title is part of the text.
    expect(plainText(other.document)).toBe("A\nText.");
  });

  test.each([
    ["```\n# not this\n```\n\n# The *title* [here](https://a.b)\n\nText.", "The title here"],
    ["The title\n=========\n\nText.", "The title"],
    ["Before.\n\n#   The title   #\n\nText.", "The title"],
    ["---\n\n# The title\n\n---\n\nText.", "The title"],
  ])("the title of %j", (markdown, title) => {
    expect(read(markdown).title).toBe(title);
    expect(plainText(read(markdown).document)).toContain("Text.");
    expect(plainText(read(markdown).document)).not.toContain(title);
  });

  test("the language is guessed from the text, and the author is said to be unstated in it", () => {
    const text =
      "# Lettre\n\nNous demandons le retrait de cette circulaire, contraire à la loi et au droit des citoyens.";
    expect(read(text)).toMatchObject({ language: "fr", authorName: "Auteur non indiqué" });
    expect(read("# ?\n\nOk.")).toMatchObject({ language: "en" });
  });

  test.each([
    ["Text.", /no title.*--title/],
    ["# Title\n", /no text/],
    [`# ${"x".repeat(201)}\n\nText.`, /more than 200 characters; give a shorter one with --title/],
    ["---\ntitle: [a\nb: c\n---\nText.", /front matter that is not YAML/],
    ["---\nlanguage: de\n---\n# T\n\nText.", /"de".*en and fr/],
    ["---\ndate: 2999-01-01\n---\n# T\n\nText.", /"date"/],
    ["---\ncloses_on: soon\n---\n# T\n\nText.", /"closes_on"/],
    ["---\nauthor_kind: robot\n---\n# T\n\nText.", /"author_kind"/],
    ["---\naddressees:\n  - {a: b}\n---\n# T\n\nText.", /"addressees" is no list/],
  ])("%j is refused with the reason", (markdown, reason) => {
    expect(reasonAgainst(markdown)).toMatch(reason);
  });
});

describe("publishing it", () => {
  const text = "# Streets for people\n\nWe ask for wider pavements.";

  test("without any account nothing is written", async () => {
    expect(await importLetter(read(text))).toEqual({ outcome: "no-account" });
    expect(await sql`select 1 from letters`).toHaveLength(0);
  });

  test("once, whoever asks again; with another text it stays as it was", async () => {
    await sql`
      insert into accounts (email, name, password_hash, role) values
        ('first@example.org', 'First', 'x', 'member'), ('admin@example.org', 'Admin', 'x', 'admin')`;
    const slug = "streets-for-people";
    expect(await importLetter(read(text))).toEqual({ outcome: "added", slug });
    expect(await importLetter(read(text))).toEqual({ outcome: "present", slug });
    const changed = read(text.replace("wider", "narrower"));
    expect(await importLetter(changed)).toEqual({ outcome: "differs", slug, version: 1 });
    const letter = await readLetter(slug);
    expect(letter).toMatchObject({ state: "open", open: true, version: 1, title: "Streets for people" });
    const version = await readVersion(letter?.id ?? 0, 1);
    expect(version?.sha256).toBe(await hashSigned(version?.signed as never));
    expect(plainText(version?.document as never)).toBe("We ask for wider pavements.");
    const [owner] = await sql<{ email: string }[]>`
      select a.email from letters l join accounts a on a.id = l.created_by where l.slug = ${slug}`;
    expect(owner?.email).toBe("admin@example.org");
    expect(await importLetter(changed, { slug: "narrow-streets", owner: " First@example.org " })).toEqual({
      ...{ outcome: "added", slug: "narrow-streets" },
    });
    const owners = await sql`
      select distinct c.account_id from co_authors c join letters l on l.id = c.letter_id
      where l.slug in (${slug}, 'narrow-streets') and c.role = 'author'`;
    expect(owners).toHaveLength(2);
    expect(await importLetter(read(text), { owner: "nobody@example.org" })).toEqual({
      outcome: "no-account",
    });
  });

  test("two at once make one letter", async () => {
    const both = await Promise.all([
      importLetter(read("# Twins\n\nText.")),
      importLetter(read("# Twins\n\nText.")),
    ]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(["added", "present"]);
  });

  test("a draft of that address is not touched", async () => {
    await sql`
      insert into letters (slug, language, title, author_name, draft, created_by)
      select 'mine-already', 'en', 'Draft', 'A', '{}', id from accounts limit 1`;
    const outcome = await importLetter(read("# Other\n\nText."), { slug: "mine-already" });
    expect(outcome).toEqual({ outcome: "differs", slug: "mine-already", version: null });
  });

  test("one whose last day is over is closed, and keeps the day it was published on", async () => {
    await importLetter(read("---\ndate: 2020-03-01\ncloses_on: 2020-06-30\n---\n# Old one\n\nText."));
    const letter = await readLetter("old-one");
    expect(letter).toMatchObject({ state: "closed", open: false, closesOn: "2020-06-30" });
    expect(letter?.publishedAt.toISOString()).toBe("2020-02-29T23:00:00.000Z");
  });

  test("a picture this Tribune does not hold is refused", async () => {
    const picture = `# Picture\n\nText.\n\n![A map](/images/${"a".repeat(64)})`;
    expect(await importLetter(read(picture))).toEqual({ outcome: "missing-image" });
    expect(await readLetter("picture")).toBeNull();
  });
});

describe("the command", () => {
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "tribune-import-"))));
  afterAll(() => rm(folder, { recursive: true, force: true }));

  function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    const command = join(projectRoot(), "app", "letters", "import-letter.cli.ts");
    return new Promise((resolve) =>
      execFile(process.execPath, [command, ...args], { cwd: folder, env: process.env }, (fault, out, err) =>
        resolve({ code: Number(fault?.code ?? 0), out, err }),
      ),
    );
  }

  test("says what it added, what was there and which lines it refused", async () => {
    await writeFile(join(folder, "letter.md"), "# By command\n\nText.");
    await writeFile(join(folder, "signatures.csv"), "name,shoe size\nA. A.,1\n,2\nB. B.,3\n");
    const first = await run("letter.md", "--signatures", "signatures.csv");
    expect(first).toMatchObject({ code: 0 });
    expect(first.out).toBe(
      "Published: /letters/by-command\nSignatures: added 2, already there 0, refused 1\n",
    );
    expect(first.err).toBe('Note: Columns Tribune has no use for: "shoe size".\nRefused: line 3: no name\n');
    const second = await run("letter.md", "--signatures", "signatures.csv");
    expect(second.out).toContain("Already there, with the same text: /letters/by-command\n");
    expect(second.out).toContain("Signatures: added 0, already there 2, refused 1\n");
    await writeFile(join(folder, "letter.md"), "# By command\n\nAnother text.");
    const third = await run("letter.md", "--signatures", "signatures.csv");
    expect(third).toMatchObject({ code: 1, out: "" });
    expect(third.err).toContain("/letters/by-command is there already, as another text (version 1)");
  });

  test.each([
    [[], 2, "Which letter?"],
    [["a.md", "b.md"], 2, "One letter at a time"],
    [["a.md", "--sign", "x"], 2, "Unknown option '--sign'"],
    [["a.md", "--language", "de"], 2, "neither en nor fr"],
    [["a.md", "--slug", "New Slug"], 2, "cannot be an address"],
    [["missing.md"], 1, "missing.md does not exist."],
    [["unread.md", "--signatures", "missing.csv"], 1, "missing.csv does not exist."],
  ])("%j ends with %i and says why, without a stack trace", async (args, code, words) => {
    await writeFile(join(folder, "unread.md"), "# Unread\n\nText.");
    const result = await run(...args);
    expect(result.code).toBe(code);
    expect(result.err).toContain(words);
    expect(result.err).not.toMatch(/^\s+at /m);
    expect(await readLetter("unread")).toBeNull();
  });
});
