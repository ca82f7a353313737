import type { cards as english } from "../en/cards.ts";

export const cards: Record<keyof typeof english, string> = {
  "cards.organisation": "Organisation",
  "cards.organisation.description": "{{name}} sur Tribune : {{by}}. Les lettres publiées et signées.",
};
