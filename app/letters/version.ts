import canonicalize from "canonicalize";
import type { Language } from "#app/languages/language.ts";
import type { DocumentNode } from "./document.ts";

/** A text in one language: the original of a letter, or a translation of it. */
export type SignedText = { title: string; language: Language; document: DocumentNode };

/** What a signatory signs, whole: nothing else of a letter is covered by the hash. */
export type Signed = SignedText & {
  /** In the order of their languages' codes, so that the same texts have the same hash. */
  translations: SignedText[];
};

/** An original and its translations as the value that is signed, and nothing else that its objects may carry. */
export function signedOf(original: SignedText, translations: SignedText[]): Signed {
  const ordered = translations.toSorted((one, other) => (one.language < other.language ? -1 : 1));
  return { ...textOf(original), translations: ordered.map(textOf) };
}

const textOf = ({ title, language, document }: SignedText): SignedText => ({ title, language, document });

/** The bytes that are hashed: the JSON Canonicalization Scheme of RFC 8785, so that anybody can make them again. */
export function canonicalText(value: Signed | SignedText | DocumentNode): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("a letter has no canonical form");
  return text;
}

/** The name of a version: the SHA-256 of its canonical text in UTF-8, in hex. Works in browsers and in Node. */
export const hashSigned = (signed: Signed): Promise<string> => hashCanonical(signed);

/** The name of one of its languages: the same of title, language and document alone. */
export const hashText = (text: SignedText): Promise<string> => hashCanonical(textOf(text));

async function hashCanonical(value: Signed | SignedText): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(canonicalText(value)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
