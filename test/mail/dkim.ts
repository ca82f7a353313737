import { createHash, createVerify } from "node:crypto";

/**
 * Whether a mail's DKIM signature holds, recomputed from its bytes as a mail server does that got the public key from
 * DNS (RFC 6376, sections 3.4, 3.7 and 6.1): relaxed canonicalization of header and body, RSA with SHA-256.
 * @param publicKey PEM
 */
export function holdsByDkim(source: Buffer, publicKey: string): boolean {
  const text = source.toString("latin1");
  const end = text.indexOf("\r\n\r\n");
  const fields = text.slice(0, end).split(/\r\n(?![ \t])/);
  const nameOf = (field: string) => field.slice(0, field.indexOf(":")).trim().toLowerCase();
  const own = fields.find((field) => nameOf(field) === "dkim-signature");
  if (!own) return false;
  const tags = new Map(
    own
      .slice(own.indexOf(":") + 1)
      .split(";")
      .map((tag): [string, string] => {
        const at = tag.indexOf("=");
        return [tag.slice(0, at).trim(), tag.slice(at + 1).replace(/\s+/g, "")];
      }),
  );
  if (tags.get("a") !== "rsa-sha256" || tags.get("c") !== "relaxed/relaxed")
    throw new Error(`signed otherwise than this knows: ${own}`);
  const body = relaxedBody(text.slice(end + 4));
  if (createHash("sha256").update(body, "latin1").digest("base64") !== tags.get("bh")) return false;
  // Of a field that stands several times the last is signed first; one that is not there is an empty string.
  const left = [...fields];
  const signed = (tags.get("h") ?? "").split(":").map((name) => {
    const at = left.findLastIndex((field) => nameOf(field) === name.toLowerCase());
    return at < 0 ? "" : `${relaxedField(left.splice(at, 1)[0] ?? "")}\r\n`;
  });
  const unsigned = relaxedField(own.replace(/([;\s])b=[^;]*/, "$1b="));
  return createVerify("RSA-SHA256")
    .update(signed.join("") + unsigned, "latin1")
    .verify(publicKey, tags.get("b") ?? "", "base64");
}

function relaxedField(field: string): string {
  const at = field.indexOf(":");
  const value = field
    .slice(at + 1)
    .replace(/\r\n/g, "")
    .replace(/[ \t]+/g, " ")
    .trim();
  return `${field.slice(0, at).trim().toLowerCase()}:${value}`;
}

function relaxedBody(body: string): string {
  const lines = body.split("\r\n").map((line) => line.replace(/[ \t]+/g, " ").replace(/ $/, ""));
  while (lines.at(-1) === "") lines.pop();
  return lines.length === 0 ? "" : `${lines.join("\r\n")}\r\n`;
}
