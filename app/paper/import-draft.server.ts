import { mayWrite } from "#app/co-authors/authorship.server.ts";
import { createHash } from "node:crypto";
import { inThread } from "#app/doctrine/run-worker.server.ts";
import { Unreadable } from "#app/doctrine/parsed-provision.ts";
import type { Language } from "#app/languages/language.ts";
import { type DocumentNode, parseDocument } from "#app/letters/document.ts";
import { createDraft } from "#app/letters/draft-letter.server.ts";
import { letterLimits } from "#app/letters/letter.ts";
import { readImage, storeImage } from "#app/letters/store-image.server.ts";
import { sql, type Transaction } from "#db/sql.ts";
import type { Loss } from "./loss.ts";
import { type FoundPicture, isPictureKey, type ReadWritten, type UnreadableReason } from "./written-file.ts";

/** Each takes some hundred milliseconds to be stored. */
const mostPictures = 60;

type DraftImport =
  { outcome: "imported"; slug: string } | { outcome: "unreadable"; reason: UnreadableReason };

/**
 * Makes a draft of a file that was written elsewhere: Markdown, HTML or a Word document. What the file holds and a letter
 * cannot is kept beside the draft, for `readDraftImport`.
 * @param given.title instead of the file's; empty takes that, else the file's name
 * @param given.language instead of the file's
 */
export async function importDraft(
  account: { id: number; name: string },
  file: { name: string; bytes: Uint8Array },
  given: { title: string; language: Language | undefined },
  origin: string,
): Promise<DraftImport> {
  const read = await readApart(file, origin);
  if (read.outcome === "unreadable") return read;
  const { pictures, losses, ...letter } = read.letter;
  const stored = await storePictures(account.id, pictures);
  const parsed = parseDocument(withPictures(letter.document, stored));
  if (!parsed.ok) return { outcome: "unreadable", reason: reasonOf(parsed.fault) };
  const title = titleOf(given.title || letter.title) || titleOf(stemOf(file.name)) || "?";
  const language = given.language ?? letter.language;
  const { summary, addressees, authorKind, closesOn } = letter;
  const authorName = letter.authorName || account.name;
  const fields = { title, summary, addressees, authorKind, authorName, closesOn, language };
  const lost = withLostPictures(losses, pictures.length - stored.size);
  return sql.begin(async (tx) => {
    const slug = await createDraft(account.id, language, fields, parsed.document, { tx });
    await keepLosses(tx, slug, account.id, file.name, lost);
    return { outcome: "imported" as const, slug };
  });
}

async function readApart(
  { name, bytes }: { name: string; bytes: Uint8Array },
  origin: string,
): Promise<ReadWritten> {
  try {
    return (await inThread("paper/reading-worker.ts", { name, bytes, origin }, 400)) as ReadWritten;
  } catch (fault) {
    if (!(fault instanceof Unreadable)) throw fault;
    return { outcome: "unreadable", reason: fault.reason };
  }
}

/** The addresses of pictures by their keys; one that is not there, or is no picture, is missing. */
async function storePictures(accountId: number, pictures: FoundPicture[]): Promise<Map<string, string>> {
  const stored = new Map<string, string>();
  for (const { key, own, bytes } of pictures.slice(0, mostPictures)) {
    const source = await storedAs(accountId, own, bytes);
    if (source) stored.set(key, source);
  }
  return stored;
}

async function storedAs(
  accountId: number,
  own: string | null,
  bytes: Uint8Array | null,
): Promise<string | null> {
  if (own && (await readImage(own.slice("/images/".length)))) return own;
  if (!bytes) return null;
  // One of ours that went through a file comes back as it is.
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (await readImage(sha256)) return `/images/${sha256}`;
  const stored = await storeImage(accountId, bytes);
  return stored.outcome === "stored" ? stored.src : null;
}

function withPictures(node: DocumentNode, stored: Map<string, string>): DocumentNode {
  if (!node.content) return node;
  const content = node.content.flatMap((inner): DocumentNode[] => {
    if (inner.type !== "image" || !isPictureKey(inner.attrs?.src)) return [withPictures(inner, stored)];
    const src = stored.get(String(inner.attrs?.src));
    return src ? [{ ...inner, attrs: { ...inner.attrs, src } }] : [];
  });
  // Where a picture was all there was, something must stand.
  return { ...node, content: content.length > 0 ? content : [{ type: "paragraph" }] };
}

function withLostPictures(losses: Loss[], lost: number): Loss[] {
  if (lost === 0) return losses;
  const known = losses.find(({ what }) => what === "pictures");
  if (!known) return [{ what: "pictures", count: lost, words: "" }, ...losses];
  return losses.map((loss) => (loss === known ? { ...loss, count: loss.count + lost } : loss));
}

const reasonOf = (fault: string): UnreadableReason =>
  fault === "too-long" || fault === "too-deep" ? fault : "not-well-formed";

const titleOf = (text: string) =>
  text
    .normalize("NFC")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .slice(0, letterLimits.title)
    .toWellFormed()
    .trim();

const stemOf = (name: string) => name.replace(/\.[^.]*$/, "").replace(/[_-]+/g, " ");

async function keepLosses(
  tx: Transaction,
  slug: string,
  accountId: number,
  name: string,
  losses: Loss[],
): Promise<void> {
  const fileName = titleOf(name.slice(-200)) || "?";
  await tx`
    insert into draft_imports (letter_id, file_name, losses)
    select id, ${fileName}, ${tx.json(losses)} from letters
    where slug = ${slug} and ${mayWrite("letters", accountId)} and state = 'draft'`;
}

/** What the file of an account's draft held and the draft does not; null for one that came from no file. */
export async function readDraftImport(
  slug: string,
  accountId: number,
): Promise<{ title: string; fileName: string; losses: Loss[] } | null> {
  const [found] = await sql<{ title: string; fileName: string; losses: Loss[] }[]>`
    select l.title, i.file_name as "fileName", i.losses
    from draft_imports i join letters l on l.id = i.letter_id
    where l.slug = ${slug} and ${mayWrite("l", accountId)} and l.state = 'draft'`;
  return found ?? null;
}
