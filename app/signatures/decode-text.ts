/**
 * The text of a file that somebody else wrote: UTF-8 with or without its mark, UTF-16 with one, else
 * windows-1252, which is what spreadsheets and older editors save accents in.
 * @returns null when the bytes are no text at all, such as a spreadsheet's own format
 */
export function decodeText(bytes: Uint8Array): string | null {
  const text = decode(bytes);
  return text === null || text.includes("\0") ? null : text;
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
