import type { DocumentNode } from "#app/letters/document.ts";
import { markdownToDocument } from "#app/letters/markdown.ts";
import type { LetterPaper, WrittenLetter } from "#app/paper/letter-paper.ts";
import type { PublicSignature } from "#app/signatures/signature.ts";

export const origin = "https://tribune.example";

/** Everything that a letter may hold but a picture, as Markdown. */
export const everything = `A **bold** and *italic* word, \`code\`, ~~struck~~, a [link](https://example.org/) and [article 9](doctrine:crpa/9?revision=2023-05-14).^[A *note* on https://a.example/ and [b](https://b.example/).]\\
A second line; « guillemets » ?

## The second level

### The *third*

#### The fourth

1. one
2. two
   - a
   - b
     - c

A paragraph between.

- x
- y

> quoted
>
> twice

| A | B |
| --- | --- |
| 1 | **2** |

\`\`\`
x = 1
  y
\`\`\`

---

The end a_b *c* 1. d`;

/** A letter with all that it is set with, with what `wish` changes. */
export const written = (wish: Partial<WrittenLetter> & { document: DocumentNode }): WrittenLetter => ({
  ...{ title: "Rules & <reasons>", summary: "In short.", language: "en", authorName: "The Guild" },
  ...{
    addressees: ["The minister", "The director"],
    passages: [],
    pictures: new Map(),
    origin,
    slug: "rules",
  },
  ...wish,
});

export const signatory = (number: number, wish: Partial<PublicSignature> = {}): PublicSignature => ({
  ...{ id: number, number, kind: "person", name: `Ada Signer ${number}`, distinction: "", role: "" },
  ...{ representedBy: "", affiliation: "", statement: "", website: "", country: "", version: 2 },
  ...{ imported: false, signedAt: new Date(), level: null, evidence: "", provedAt: null },
  ...{ organisationSlug: null, logo: null, sector: null },
  ...wish,
});

/** The second version of a letter, signed by those who are given. */
export function published(listed: PublicSignature[], wish: Partial<WrittenLetter> = {}): LetterPaper {
  const moment = new Date("2026-11-24T13:05:00Z");
  return {
    ...written({ document: markdownToDocument("We ask for rules one can read."), ...wish }),
    ...{ kind: "published", madeAt: moment, publishedAt: moment },
    version: { number: 2, sha256: "0f".repeat(32), publishedAt: moment },
    signatories: {
      ...{
        confirmed: listed.length,
        imported: 0,
        onThisVersion: listed.length,
        listed,
        unnamed: 0,
        cut: false,
      },
    },
  };
}
