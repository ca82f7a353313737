import canonicalize from "canonicalize";
import type { Language } from "#app/languages/language.ts";
import type { DocumentNode } from "./document.ts";

/** What a signatory signs, whole: nothing else of a letter is covered by the hash. */
export type Signed = {
  title: string;
  language: Language;
  document: DocumentNode;
  translations: { language: Language; title: string; document: DocumentNode }[];
};

/** The bytes that are hashed: the JSON Canonicalization Scheme of RFC 8785, so that anybody can make them again. */
export function canonicalText(signed: Signed): string {
  const text = canonicalize(signed);
  if (text === undefined) throw new Error("a letter has no canonical form");
  return text;
}

/** The name of a version: the SHA-256 of its canonical text in UTF-8, in hex. Works in browsers and in Node. */
export async function hashSigned(signed: Signed): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(canonicalText(signed)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
