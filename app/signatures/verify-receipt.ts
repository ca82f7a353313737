import { z } from "zod";
import { hashSigned, type Signed } from "#app/letters/version.ts";

const Receipt = z.object({
  letter: z.string(),
  title: z.string(),
  version: z.number().int().positive(),
  versionUrl: z.url({ protocol: /^https?$/ }),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  signedAt: z.string(),
  confirmedAt: z.string().nullable(),
  name: z.string(),
  level: z.string().nullable(),
  state: z.string(),
});
export type ReceiptFile = z.output<typeof Receipt>;

const Version = z.object({
  letter: z.string(),
  number: z.number().int(),
  sha256: z.string(),
  signed: z.looseObject({ title: z.string() }),
});

/** A downloaded receipt, or null when a text is none. */
export function readReceiptFile(text: string): ReceiptFile | null {
  return parse(Receipt, text);
}

export type Verdict =
  | { outcome: "holds"; sha256: string }
  /** A version's file it is not. */
  | { outcome: "not-a-version" }
  | { outcome: "other-letter"; letter: string }
  | { outcome: "other-version"; number: number }
  /** The text does not even have the hash that its own file claims: it was changed after it was published. */
  | { outcome: "tampered"; sha256: string; claimed: string }
  /** The file agrees with itself, and is not what the receipt names. */
  | { outcome: "other-text"; sha256: string }
  /** The text is the one that was signed; the receipt calls it by another title. */
  | { outcome: "other-title"; title: string };

/**
 * Compares a receipt with the public JSON of the version it names. What decides is the hash, computed anew: the
 * claims of both files are only compared with it.
 */
export async function verifyReceipt(receipt: ReceiptFile, text: string): Promise<Verdict> {
  const version = parse(Version, text);
  if (!version) return { outcome: "not-a-version" };
  if (version.letter !== receipt.letter) return { outcome: "other-letter", letter: version.letter };
  if (version.number !== receipt.version) return { outcome: "other-version", number: version.number };
  const sha256 = await hashSigned(version.signed as unknown as Signed);
  if (sha256 !== version.sha256) return { outcome: "tampered", sha256, claimed: version.sha256 };
  if (sha256 !== receipt.sha256) return { outcome: "other-text", sha256 };
  if (version.signed.title !== receipt.title) return { outcome: "other-title", title: version.signed.title };
  return { outcome: "holds", sha256 };
}

function parse<Out>(schema: z.ZodType<Out>, text: string): Out | null {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return null;
  }
  return schema.safeParse(json).data ?? null;
}
