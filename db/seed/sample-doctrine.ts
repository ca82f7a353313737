import { readFile } from "node:fs/promises";
import { parse as parseYaml } from "yaml";
import { z } from "zod";
import { decisions } from "#app/doctrine/disposition.ts";
import { importText } from "#app/doctrine/import-text.server.ts";
import type { Answers } from "#app/doctrine/match-provisions.ts";
import { readMarkdown } from "#app/doctrine/read-markdown.ts";
import { Comment } from "./sample-content.ts";

export const sampleDoctrine = {
  slug: "informatique-en-nuage-de-l-etat",
  revisions: ["2025-07-05", "2026-05-31"],
  /** The organisation of the sample content that answers for it. */
  official: "mission-nuage-de-l-etat",
};

/** The thirteenth rule of the second state is another one than that of the first. */
const answers: Answers = { same: [], different: [{ old: "13", new: "13" }] };

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const Said = z.strictObject({
  said: z.array(
    z.strictObject({
      rule: z.string(),
      consultation: z.enum(["first", "second"]),
      comments: z.array(Comment),
    }),
  ),
  dispositions: z.array(
    z.strictObject({
      rule: z.string(),
      by: z.string(),
      revision: day,
      decision: z.enum(decisions),
      reasons: z.string().trim().min(1),
    }),
  ),
});
export type SampleAnswers = z.output<typeof Said>;

const read = (ending: string) =>
  readFile(new URL(`./doctrine/${sampleDoctrine.slug}.${ending}`, import.meta.url), "utf8");

/** What was said of the rules and answered; throws when the file does not hold what it should. */
export async function readSampleAnswers(): Promise<SampleAnswers> {
  return Said.parse(parseYaml(await read("answers.yaml")));
}

/** Imports both states of the sample doctrine, as an operator would; what is there already stays as it is. */
export async function importSampleDoctrine(): Promise<void> {
  for (const dated of sampleDoctrine.revisions) {
    const { title = "", language, provisions } = readMarkdown(await read(`${dated}.md`));
    const { outcome } = await importText({
      ...{ slug: sampleDoctrine.slug, dated, title, language, source: "", provisions, accountId: null },
      answers: dated === sampleDoctrine.revisions[0] ? undefined : answers,
    });
    if (outcome !== "imported" && outcome !== "unchanged" && outcome !== "older-than-newest")
      throw new Error(`the sample doctrine of ${dated} was not imported: ${outcome}`);
  }
}
