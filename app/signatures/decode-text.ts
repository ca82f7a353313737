/** More than this share of NUL signs is no text with a fault but something else, such as a picture. */
const mostNuls = 0.05;

/**
 * The text of a file that somebody else wrote: UTF-8 with or without its mark, UTF-16 with one, else
 * windows-1252, which is what spreadsheets and older editors save accents in.
 * Stray NUL signs, which databases leave in what they export, are taken out.
 * @returns null when the bytes are no text at all, such as a spreadsheet's own format
 */
export function decodeText(bytes: Uint8Array): string | null {
  const text = decode(bytes);
  if (text === null) return null;
  const plain = text.replaceAll("\0", "");
  return text.length - plain.length > text.length * mostNuls ? null : plain;
}

function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return attempt("utf-16le", bytes);
  if (first === 0xfe && second === 0xff) return attempt("utf-16be", bytes);
  return attempt("utf-8", bytes) ?? attempt("windows-1252", bytes);
}

/** TextDecoder takes the byte order mark off by itself. */
function attempt(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
