import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeSql, sql } from "#db/sql.ts";
import { type Answer, ask, logInAt } from "../asking.ts";
import { docx, zip } from "../doctrine/zip.ts";
import { makeAccount, password } from "../made-up.ts";
import { useTribune } from "../server/tribune.ts";

const tribune = useTribune();
beforeAll(() => (process.env.DATABASE_URL = tribune.databaseUrl()));
afterAll(closeSql);

let cookie: string;
beforeAll(async () => {
  const { email } = await makeAccount({ email: "brings-files@example.org" });
  cookie = await logInAt(tribune.url(), { email, password });
}, 120_000);
beforeEach(() => sql`delete from rate_limits`);

/** Sends a file to the form that makes drafts of them, as a browser does. */
async function bring(name: string, bytes: Uint8Array): Promise<Answer> {
  const form = new FormData();
  form.set("title", "A title that was typed");
  form.set("language", "fr");
  form.set("file", new File([new Uint8Array(bytes)], name));
  const { headers, body } = await encoded(form);
  return ask(tribune.url(), "/letters/import", {
    ...{ method: "POST", body },
    headers: { ...headers, Origin: tribune.url(), Cookie: cookie },
  });
}

async function encoded(form: FormData): Promise<{ headers: Record<string, string>; body: Uint8Array }> {
  const request = new Response(form);
  const type = request.headers.get("content-type") ?? "";
  return { headers: { "Content-Type": type }, body: new Uint8Array(await request.arrayBuffer()) };
}

const drafts = async () => (await sql`select 1 from draft_imports`).count;

const megabyte = 1024 * 1024;
const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const documentOf = (inside: string, before = "") =>
  `<?xml version="1.0"?>${before}<w:document xmlns:w="${word}"><w:body>${inside}</w:body></w:document>`;
/** The parts of a document around its text. */
const parts = (xml: string | Uint8Array) => ({
  "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  "word/document.xml": xml,
});
const said = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
/** A text that is small in a zip file and large out of it. */
const large = (size: number) => documentOf(said("a".repeat(size)));

/** A zip file with what `change` makes of its end record, the last 22 bytes. */
function ending(bytes: Uint8Array, change: (end: DataView) => void): Uint8Array {
  const changed = new Uint8Array(bytes);
  change(new DataView(changed.buffer, changed.length - 22));
  return changed;
}

/** Counts fewer parts than it lists: whoever believes the count weighs the first ones alone. */
const uncounted = ending(zip({ small: "a", ...parts(large(200 * megabyte)) }), (end) => {
  end.setUint16(8, 1, true);
  end.setUint16(10, 1, true);
});

/** A document as a file, with where its directory begins, and the directory. */
function listed(document: string): { file: Buffer; at: number; list: Buffer } {
  const file = Buffer.from(zip(parts(document)));
  const at = file.readUInt32LE(file.length - 6);
  return { file, at, list: file.subarray(at, file.length - 22) };
}

/** Two directories in one file: the small one where the end record says, the large one where its size says. */
function shifted(): Uint8Array {
  const [small, bomb] = [listed(documentOf(said("small"))), listed(large(200 * megabyte))];
  // What unpacks moves every address by what is missing between the directory's end and the end record.
  for (let entry = 0; entry < bomb.list.length; entry += 46 + bomb.list.readUInt16LE(entry + 28))
    bomb.list.writeUInt32LE(bomb.list.readUInt32LE(entry + 42) + small.at - small.list.length, entry + 42);
  const end = Buffer.from(small.file.subarray(small.file.length - 22));
  end.writeUInt32LE(bomb.list.length, 12);
  end.writeUInt32LE(small.at + bomb.at, 16);
  const pieces = [
    small.file.subarray(0, small.at),
    bomb.file.subarray(0, bomb.at),
    small.list,
    bomb.list,
    end,
  ];
  return new Uint8Array(Buffer.concat(pieces));
}

/** A second, larger end record (zip64) that lists other parts than the first. */
function twoEnds(): Uint8Array {
  const [small, bomb] = [listed(documentOf(said("small"))), listed(large(200 * megabyte))];
  for (let entry = 0; entry < small.list.length; entry += 46 + small.list.readUInt16LE(entry + 28))
    small.list.writeUInt32LE(small.list.readUInt32LE(entry + 42) + bomb.at, entry + 42);
  const listedAt = bomb.at + small.file.length - 22;
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeUInt32LE(44, 4);
  record.writeUInt32LE(3, 24);
  record.writeUInt32LE(3, 32);
  record.writeUInt32LE(bomb.list.length, 40);
  record.writeUInt32LE(listedAt, 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeUInt32LE(listedAt + bomb.list.length, 8);
  const end = Buffer.from(small.file.subarray(small.file.length - 22));
  // "See the larger one."
  end.writeUInt16LE(0xffff, 4);
  end.writeUInt32LE(small.at + bomb.at, 16);
  const pieces = [bomb.file.subarray(0, bomb.at), small.file.subarray(0, small.at), small.list, bomb.list];
  return new Uint8Array(Buffer.concat([...pieces, record, locator, end]));
}

/** The same packed bytes listed again and again: small as a file, large as the sum of its parts. */
function overlapping(times: number): Uint8Array {
  const one = Buffer.from(zip({ "word/document.xml": large(10 * megabyte) }));
  const at = one.readUInt32LE(one.length - 6);
  const entry = one.subarray(at, one.length - 22);
  const end = Buffer.from(one.subarray(one.length - 22));
  end.writeUInt16LE(times, 8);
  end.writeUInt16LE(times, 10);
  end.writeUInt32LE(entry.length * times, 12);
  return new Uint8Array(Buffer.concat([one.subarray(0, at), ...Array<Buffer>(times).fill(entry), end]));
}

const laughs = `<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa">${"bcdefghij"
  .split("")
  .map((name, at) => `<!ENTITY ${name} "${`&${"abcdefghij"[at]};`.repeat(10)}">`)
  .join("")}]>`;
const outside = `<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]>`;

describe("a Word document that is a trap is refused with what was typed, and costs no more than a large one", () => {
  test.each<[string, () => Uint8Array]>([
    ["much in little", () => zip(parts(large(200 * megabyte)))],
    ["a size that is a lie", () => zip(parts(large(200 * megabyte)), 100)],
    ["parts that are not counted", () => uncounted],
    ["a directory beside the one that is named", shifted],
    ["a second end of the file", twoEnds],
    ["the same bytes as many parts", () => overlapping(1000)],
    [
      "very many parts",
      () =>
        zip({
          ...parts(documentOf(said("a"))),
          ...Object.fromEntries(Array.from({ length: 6000 }, (_e, n) => [`word/${n}`, ""])),
        }),
    ],
    ["entities of entities", () => zip(parts(documentOf(said("&j;"), laughs)))],
    ["nesting without end", () => zip(parts(documentOf("<w:p>".repeat(500_000))))],
    ["half of it", () => docx(["Words."]).slice(0, 700)],
    ["a zip file in a zip file", () => zip({ "inner.docx": docx(["Words."]) })],
  ])(
    "%s",
    async (_what, make) => {
      const before = await drafts();
      const answer = await bring("trap.docx", make());
      expect([400, 413, 415]).toContain(answer.status);
      expect(answer.text).toContain('value="A title that was typed"');
      expect(answer.text).toMatch(/name="file"[^>]*aria-invalid="true"/);
      expect(await drafts()).toBe(before);
      expect((await ask(tribune.url(), "/healthz")).status).toBe(200);
    },
    90_000,
  );

  test.runIf(process.platform === "linux")("and the process never held what they claim to be", async () => {
    const status = await readFile(`/proc/${tribune.pid()}/status`, "utf8");
    const most = Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
    // Measured: 690 MB, of which 300 are those of a server at rest; a letter as large as may be read takes as much. A bomb
    // that is unpacked is 200 MB as bytes, 400 as text, and more as a tree.
    expect(most).toBeLessThan(900);
  });
});

test("an entity that names a file of the server brings nothing of it", async () => {
  const answer = await bring("outside.docx", zip(parts(documentOf(said("before &a; after"), outside))));
  expect(answer.status).toBeLessThan(500);
  const kept = await sql<{ draft: string }[]>`select draft::text as draft from letters`;
  for (const { draft } of kept) expect(draft).not.toContain("root:");
});

test("names that climb out of the file write nothing, and are no part of the letter", async () => {
  const climbing = {
    "../../../../tmp/climbed.txt": "climbed",
    "/tmp/climbed.txt": "climbed",
    ...parts(documentOf(said("Stays here."))),
  };
  const answer = await bring("climbing.docx", zip(climbing));
  expect(answer.status).toBe(303);
  expect(existsSync("/tmp/climbed.txt")).toBe(false);
});
