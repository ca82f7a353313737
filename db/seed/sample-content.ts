import { parse as parseCsv } from "csv-parse/sync";
import { readFile } from "node:fs/promises";
import { parse as parseYaml } from "yaml";
import { z } from "zod";
import { stances } from "#app/discussion/comment.ts";
import { languages } from "#app/languages/language.ts";
import type { SignedText } from "#app/letters/version.ts";
import { type ImportedLetter, readLetterFile } from "#app/letters/read-letter-file.ts";

/** Where a letter of the sample content stands in time. Its files lie in `db/seed/letters/` and begin with `slug`. */
type Place = {
  slug: string;
  /** Name of the sample account that wrote it. */
  writer: string;
  /** Days before the day of the seed; null for a draft. */
  publishedDaysAgo: number | null;
  /** Days from the day of the seed to the closing date; negative when the letter is closed, null without a date. */
  closesInDays: number | null;
  /** What a first version said instead, and why its author made a second one, some days later. */
  revised?: { words: [now: string, before: string][]; reason: string; daysLater: number };
};

export const samples: Place[] = [
  {
    slug: "marches-publics-du-numerique-publier-les-contrats",
    writer: "Camille Vasseur",
    publishedDaysAgo: 96,
    closesInDays: -31,
    revised: {
      words: [
        ["en comparant quarante contrats", "en comparant trente contrats"],
        [" Il ne protège pas une facture adressée au contribuable.", ""],
        ["avec six villes volontaires", "avec quatre villes volontaires"],
      ],
      reason:
        "Deux villes de plus ont fait l’exercice, et dix contrats nous sont parvenus. La troisième demande dit mieux ce qu’elle refuse.",
      daysLater: 19,
    },
  },
  {
    slug: "research-data-and-european-cloud-certification",
    writer: "Owen Tregarth",
    publishedDaysAgo: 17,
    closesInDays: 44,
  },
  {
    slug: "pour-un-cloud-de-confiance-verifiable",
    writer: "Camille Vasseur",
    publishedDaysAgo: 12,
    closesInDays: 22,
  },
  {
    slug: "reversibilite-ce-que-couterait-un-vrai-depart",
    writer: "Camille Vasseur",
    publishedDaysAgo: null,
    closesInDays: null,
  },
];

const Signature = z.object({
  name: z.string().min(1).max(160),
  role: z.string().max(160),
  affiliation: z.string().max(200),
  country: z.string().regex(/^([A-Z]{2})?$/),
  statement: z.string().max(500),
  shown: z.enum(["yes", "no"]).transform((value) => value === "yes"),
});
type SampleSignature = z.output<typeof Signature>;

export type SampleComment = {
  /** Name of a sample account, or of somebody who only comments. */
  by: string;
  stance: (typeof stances)[number];
  /** Hours after the letter was published. */
  hours: number;
  body: string;
  /** An earlier wording, replaced half an hour later. */
  before?: string;
  deleted: boolean;
  /** The passage of a rule that it is about. */
  quote?: string;
  /** Whether it is the answer of an official of the text. */
  official: boolean;
  replies: SampleComment[];
};
export const Comment: z.ZodType<SampleComment> = z.strictObject({
  by: z.string().min(1).max(120),
  stance: z.enum(stances),
  hours: z.number().positive(),
  body: z.string().trim().min(1).max(10_000),
  before: z.string().trim().optional(),
  deleted: z.boolean().default(false),
  quote: z.string().optional(),
  official: z.boolean().default(false),
  replies: z.lazy(() => z.array(Comment)).default([]),
});

/** A letter with its signatures, in the order of signing, and its comments. */
export type Sample = Place & {
  letter: ImportedLetter;
  signatures: SampleSignature[];
  comments: SampleComment[];
  /** The text of its first version, when there is a second one. */
  before: ImportedLetter | null;
  /** Those of a draft are still being written. */
  translations: SignedText[];
};

/**
 * Reads the files of a sample letter: SLUG.md, and where there are any SLUG.signatures.csv, SLUG.comments.yaml and its
 * translations SLUG.LANGUAGE.md.
 * @throws when a file does not hold what it should
 */
export async function readSample(place: Place): Promise<Sample> {
  const read = (ending: string) =>
    readFile(new URL(`./letters/${place.slug}${ending}`, import.meta.url), "utf8").catch(
      (fault: NodeJS.ErrnoException) => {
        if (fault.code === "ENOENT") return "";
        throw fault;
      },
    );
  const text = await read(".md");
  const found = readLetterFile(text);
  if (found.outcome === "unfit") throw new Error(`The sample letter ${place.slug} ${found.reason}`);
  const earlier = place.revised?.words.reduce((words, [now, before]) => words.replace(now, before), text);
  const before = earlier === undefined ? null : readLetterFile(earlier);
  if (before?.outcome === "unfit") throw new Error(`The sample letter ${place.slug} once ${before.reason}`);
  const signatures: unknown = parseCsv(await read(".signatures.csv"), { columns: true });
  const comments: unknown = parseYaml(await read(".comments.yaml")) ?? [];
  return {
    ...place,
    letter: found.letter,
    signatures: z.array(Signature).parse(signatures),
    comments: z.array(Comment).parse(comments),
    before: before?.letter ?? null,
    translations: await readTranslations(place.slug, read),
  };
}

async function readTranslations(
  slug: string,
  read: (ending: string) => Promise<string>,
): Promise<SignedText[]> {
  const translations: SignedText[] = [];
  for (const language of languages) {
    const text = await read(`.${language}.md`);
    if (text === "") continue;
    const found = readLetterFile(text, { language });
    if (found.outcome === "unfit") throw new Error(`The translation of ${slug} ${found.reason}`);
    const { title, document } = found.letter;
    translations.push({ title, language, document });
  }
  return translations;
}
