import type { Answers } from "./match-provisions.ts";

type Asked = { old: { slug: string }; new: { slug: string } };

/** The name of the field that a pair is answered by. */
export function answerField({ old, new: now }: Asked): string {
  return `pair:${old.slug}=${now.slug}`;
}

/** What a form says of pairs that were uncertain. */
export function answersOf(values: Record<string, string>): Answers {
  const answers: Answers = { same: [], different: [] };
  for (const [name, value] of Object.entries(values)) {
    const [, old, now] = /^pair:([^=]{1,200})=([^=]{1,200})$/.exec(name) ?? [];
    if (old !== undefined && now !== undefined && (value === "same" || value === "different"))
      answers[value].push({ old, new: now });
  }
  return answers;
}
