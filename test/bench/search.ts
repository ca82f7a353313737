import type { Group } from "./bench.ts";
import { little } from "./data.ts";
import { compare } from "./growth.ts";
import { openStage } from "./stage.ts";

/** Words of every comment and provision and of few, beginnings, a phrase, two together, what nobody has written, a number. */
const questions = [
  "remark",
  "demand 77",
  "rem",
  '"third demand"',
  "letter third",
  "777",
  "souverain",
  "nowhere",
  "L77-3",
  "reversib",
  "administration",
];

/**
 * Search goes over everything there is, so it is compared with a second installation that holds little, on the same
 * PostgreSQL and the same core.
 */
export const search: Group = ({ stage, rounds }) =>
  ([undefined, "provisions", "comments", "signatories"] as const).map((kind) => ({
    what: `search over ${kind ?? "everything"}, 100,000 comments, 20,000 provisions and 1,000,000 signatures to 1,000 each`,
    aim: { most: 1.5 },
    measure: async () => {
      const small = await openStage(little, stage.databaseUrl);
      const ask = (n: number) => {
        const asked = new URLSearchParams({ search: questions[n % questions.length] ?? "" });
        if (kind) asked.set("kind", kind);
        return { path: `/search?${asked}`, status: 200, headers: {} };
      };
      try {
        return await compare(
          rounds,
          (n) => ({ url: stage.url, ask: ask(n) }),
          (n) => ({ url: small.url, ask: ask(n) }),
        );
      } finally {
        await small.close();
      }
    },
  }));
