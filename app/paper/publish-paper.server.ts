import { readCitedPassages } from "#app/doctrine/cite-provision.server.ts";
import type { Letter } from "#app/letters/letter.ts";
import { listVersions, readVersion } from "#app/letters/read-letter.server.ts";
import { everySignature } from "#app/signatures/roster.server.ts";
import type { PublicSignature } from "#app/signatures/signature.ts";
import { type LetterPaper, mostListed, type PaperSignatories } from "./letter-paper.ts";
import { makePdf } from "./make-pdf.server.ts";
import { readPictures } from "./read-pictures.server.ts";

type Made = Awaited<ReturnType<typeof makePdf>> & { textIds: number[] };

/** Papers that are being made: whoever asks for one meanwhile gets the same. */
const underWay = new Map<string, Promise<Made>>();

/**
 * The current version of a published letter as PDF, with its signatories.
 * @returns `textIds`, the doctrine texts that its notes quote: the paper is made of them too
 */
export function publishPaper(letter: Letter, origin: string): Promise<Made> {
  const key = `${letter.id} ${origin}`;
  const known = underWay.get(key);
  if (known) return known;
  const made = makePaper(letter, origin).finally(() => underWay.delete(key));
  underWay.set(key, made);
  return made;
}

async function makePaper(letter: Letter, origin: string): Promise<Made> {
  let textIds: number[] = [];
  const made = await makePdf(async () => {
    const read = await readPaper(letter, origin);
    textIds = read.textIds;
    return read.paper;
  });
  return { ...made, textIds };
}

async function readPaper(letter: Letter, origin: string): Promise<{ paper: LetterPaper; textIds: number[] }> {
  const version = await readVersion(letter.id, letter.version);
  if (!version) throw new Error(`letter ${letter.id} has no version ${letter.version}`);
  const { document, title, summary, language, authorName, addressees, number, sha256, publishedAt } = version;
  const { passages, textIds } = await readCitedPassages(document);
  const paper: LetterPaper = {
    ...{ kind: "published", madeAt: new Date(), publishedAt: letter.publishedAt },
    version: { number, sha256, publishedAt },
    ...{ title, summary, language, authorName, addressees, document, passages, origin },
    slug: letter.slug,
    pictures: await readPictures(document),
    signatories: await readSignatories(letter),
  };
  return { paper, textIds };
}

/** Who signed, as far as a paper lists them; reading ends where the paper does. */
export async function readSignatories(
  letter: Pick<Letter, "id" | "version" | "signatureCount" | "importedCount">,
  most = mostListed,
): Promise<PaperSignatories> {
  const versions = await listVersions(letter.id);
  const onThisVersion = versions.find(({ number }) => number === letter.version)?.signatures ?? 0;
  const listed: PublicSignature[] = [];
  let unnamed = 0;
  let cut = false;
  for await (const batch of everySignature(letter.id)) {
    for (const signature of batch)
      if (signature.name === null) unnamed++;
      else if (listed.length < most) listed.push(signature);
      else cut = true;
    if (cut) break;
  }
  const { signatureCount: confirmed, importedCount: imported } = letter;
  return { confirmed, imported, onThisVersion, listed, unnamed, cut };
}
